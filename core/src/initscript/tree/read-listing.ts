// Reads a tree within the bounds of `limits.ts`. What a bound leaves out is in the listing as such, so that `buildTree`
// names it among the problems of the tree.

import type { TreeListing, TreeNode } from "./listing.ts";
import { treePaths } from "./paths.ts";
import { type LookInTree, readAsked } from "./read-asked.ts";

/**
 * Asks what stands at every path that matters, until nothing is left to ask. `known` are the paths that need not be
 * looked at.
 */
export async function readListing(
  look: LookInTree,
  known: Iterable<readonly [string, TreeNode]> = [],
): Promise<TreeListing> {
  return readAsked(treePaths, look, known);
}
