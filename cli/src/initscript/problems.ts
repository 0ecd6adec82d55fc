import type { TreeProblem } from "@inittab/core";
import type { Streams } from "../command.ts";
import { tellOf } from "../tell.ts";
import type { ReadTree } from "./read-tree.ts";

/** Reports what could not be used in a tree, or only those problems. True if something could not be read. */
export async function tellProblems(
  streams: Streams,
  { tree, shown, odd }: ReadTree,
  problems: readonly TreeProblem[] = tree.problems,
): Promise<boolean> {
  for (const { path, why } of odd) await tellOf(streams, path, why);
  for (const { path, message } of problems) await tellOf(streams, shown(path), message);
  return odd.length > 0 || problems.some(({ kind }) => kind === "unreadable");
}
