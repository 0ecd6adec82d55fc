import type { TreeProblem } from "@inittab/core";
import type { Streams } from "../command.ts";
import { tellOf } from "../tell.ts";
import type { ReadTree } from "./read-tree.ts";

/** Tells what of a tree could not be used, or only those problems. True if something could not be read. */
export async function tellProblems(
  streams: Streams,
  { tree, shown }: ReadTree,
  problems: readonly TreeProblem[] = tree.problems,
): Promise<boolean> {
  for (const { path, message } of problems) await tellOf(streams, shown(path), message);
  return problems.some(({ kind }) => kind === "unreadable");
}
