// Looks at those paths of a tree that somebody asks for, within the bounds of `limits.ts`.

import { finishInTurns, type Slices } from "../../text/slices.ts";
import { folderLimit, looksAtOnce, roundLimit, treeTextLimit } from "./limits.ts";
import {
  followPath,
  type TreeDestination,
  type TreeListing,
  type TreeNode,
  type TreeQuestion,
} from "./listing.ts";

/** Looks at one path of a tree as it is, without following a link at its end. */
export type LookInTree = (question: TreeQuestion) => TreeNode | Promise<TreeNode>;

/** What one reading begins with. */
export interface ReadingOptions {
  /** The paths that need not be looked at. */
  readonly known?: Iterable<readonly [string, TreeNode]>;
  /** Lets others have their turn, where there are any. */
  readonly pause?: () => Promise<void>;
}

/** Asks a look at each path that `asks` names, until it names none. */
export async function readAsked(
  asks: (listing: TreeListing) => Slices<readonly TreeQuestion[]>,
  look: LookInTree,
  { known = [], pause }: ReadingOptions = {},
): Promise<TreeListing> {
  const listing = new Map(known);
  const budget = { text: treeTextLimit };
  for (let round = 0; ; round++) {
    const questions = await finishInTurns(asks(listing), pause);
    if (round < roundLimit) await answer(listing, questions, look, budget);
    else for (const { path } of questions) listing.set(path, tooFar);
    if (round === roundLimit || questions.length === 0) return listing;
  }
}

/**
 * Where a path leads to, in a tree whose `listing` is only begun: what has to be looked at on the way is put into it. All
 * else is as with `followPath`, so that nothing outside the tree is looked at.
 */
export async function lookAlong(
  path: string,
  look: LookInTree,
  listing: Map<string, TreeNode>,
): Promise<Exclude<TreeDestination, { readonly kind: "ask" }>> {
  for (;;) {
    const destination = followPath(listing, path);
    if (destination.kind !== "ask") return destination;
    listing.set(destination.path, await look({ path: destination.path, text: false }));
  }
}

const tooFar: TreeNode = { kind: "unreadable", why: "far" };

/**
 * Looks, a few at a time, and puts the answers into the listing in the order of the questions. What is asked for when the
 * budget is used up is looked at without its text, so that what is read depends on the order of the questions alone.
 */
async function answer(
  listing: Map<string, TreeNode>,
  questions: readonly TreeQuestion[],
  look: LookInTree,
  budget: { text: number },
): Promise<void> {
  for (let next = 0; next < questions.length; next += looksAtOnce) {
    const few = questions.slice(next, next + looksAtOnce);
    const isSpent = budget.text <= 0;
    const looks = few.map((question) => look(isSpent ? { ...question, text: false } : question));
    // What is known already is there at once.
    const nodes = looks.every(isKnown) ? looks : await Promise.all(looks);
    for (const [index, node] of nodes.entries()) {
      const { path, text } = few[index] ?? {};
      if (path === undefined) continue;
      const isLeftOut = isSpent && node.kind === "file" && text;
      if (node.kind === "file") budget.text -= node.text.length;
      listing.set(path, withinBounds(isLeftOut ? { ...node, text: "", flaw: "unread" } : node));
    }
  }
}

function isKnown(node: TreeNode | Promise<TreeNode>): node is TreeNode {
  return !(node instanceof Promise);
}

function withinBounds(node: TreeNode): TreeNode {
  if (node.kind !== "folder" || node.names.length <= folderLimit) return node;
  return { ...node, names: node.names.slice(0, folderLimit), isCut: true };
}
