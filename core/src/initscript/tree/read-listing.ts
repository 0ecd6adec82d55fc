// Reads a tree within the bounds of `limits.ts`. What a bound leaves out is in the listing as such, so that `buildTree`
// names it among the problems of the tree.

import type { TreeListing } from "./listing.ts";
import { treePathsSlices } from "./paths.ts";
import { type LookInTree, type ReadingOptions, readAsked } from "./read-asked.ts";

/** Asks what stands at every path that matters, until nothing is left to ask. */
export async function readListing(look: LookInTree, options: ReadingOptions = {}): Promise<TreeListing> {
  return readAsked(treePathsSlices, look, options);
}
