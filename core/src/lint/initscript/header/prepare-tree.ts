// What the rules ask about a whole system, worked out before they ask.

import { message } from "../../../initscript/message.ts";
import { findFamilyOfTree } from "../../../initscript/tree/family.ts";
import type { InitTree, TreeProblem } from "../../../initscript/tree/model.ts";
import type { Slices } from "../../../text/slices.ts";
import { linkProblems } from "../links/link-problems.ts";
import { addingAnew, knownChkconfigView, makeChkconfigView } from "./chkconfig-view.ts";
import { knownInsservView, makeInsservView } from "./insserv-view.ts";

/** Works out in slices what insserv and chkconfig make of a tree, and what is to be said of its links, so that the rules need not wait for it when they are asked. */
export function* prepareTree(tree: InitTree): Slices<void> {
  yield* findFamilyOfTree(tree);
  yield* makeInsservView(tree);
  yield* makeChkconfigView(tree);
  yield* linkProblems.slices(tree);
}

/** The same, and what the rules ask about one script of the tree. */
export function* prepareScript(tree: InitTree, name: string): Slices<void> {
  yield* prepareTree(tree);
  const view = yield* makeChkconfigView(tree);
  const own = view?.services.find((service) => service.name === name);
  if (view !== undefined && own?.lsb === true) yield* addingAnew(view, own);
}

/** What was too much to be worked out when the rules asked, or when the tree was prepared for them. */
export function tangleIn(tree: InitTree): TreeProblem | undefined {
  const isTangled =
    knownInsservView(tree)?.isTangled === true || knownChkconfigView(tree)?.isTangled === true;
  if (!isTangled) return undefined;
  return { path: tree.scriptFolder ?? "", kind: "tangled", message: message("tree.tangled") };
}
