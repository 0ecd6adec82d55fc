// Looks at those paths of a tree that somebody asks for, within the bounds of `limits.ts`.

import { folderLimit, looksAtOnce, roundLimit, treeTextLimit } from "./limits.ts";
import { followPath, type TreeDestination, type TreeListing, type TreeNode } from "./listing.ts";
import type { TreeQuestion } from "./paths.ts";

/** Looks at one path of a tree as it is, without following a link at its end. */
export type LookInTree = (question: TreeQuestion) => TreeNode | Promise<TreeNode>;

/** Asks a look at each path that `asks` names, until it names none. */
export async function readAsked(
  asks: (listing: TreeListing) => readonly TreeQuestion[],
  look: LookInTree,
  known: Iterable<readonly [string, TreeNode]> = [],
): Promise<TreeListing> {
  const listing = new Map(known);
  const budget = { text: treeTextLimit };
  for (let round = 0; round < roundLimit; round++) {
    const questions = asks(listing);
    if (questions.length === 0) return listing;
    const nodes = await answersTo(questions, look, budget);
    for (const [index, node] of nodes.entries())
      listing.set(questions[index]?.path ?? "", withinBounds(node));
  }
  for (const { path } of asks(listing)) listing.set(path, tooFar);
  return listing;
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
 * The answers in the order of the questions, a few at a time. What is asked for when the budget is used up is looked at
 * without its text, so that what is read depends on the order of the questions alone.
 */
async function answersTo(
  questions: readonly TreeQuestion[],
  look: LookInTree,
  budget: { text: number },
): Promise<readonly TreeNode[]> {
  const nodes: TreeNode[] = [];
  for (let next = 0; next < questions.length; next += looksAtOnce) {
    const few = questions.slice(next, next + looksAtOnce);
    const isSpent = budget.text <= 0;
    const answers = await Promise.all(
      few.map((question) => look(isSpent ? { ...question, text: false } : question)),
    );
    for (const [place, node] of answers.entries()) {
      if (node.kind === "file") budget.text -= node.text.length;
      const isLeftOut = isSpent && node.kind === "file" && few[place]?.text === true;
      nodes.push(isLeftOut ? { ...node, text: "", flaw: "unread" } : node);
    }
  }
  return nodes;
}

function withinBounds(node: TreeNode): TreeNode {
  if (node.kind !== "folder" || node.names.length <= folderLimit) return node;
  return { ...node, names: node.names.slice(0, folderLimit), isCut: true };
}
