import type { TreeProblem } from "@inittab/core";
import type { Streams } from "../command.ts";
import { visible } from "../terminal-text.ts";

/** Tells what of a tree could not be used. True if something in it could not be read. */
export async function tellProblems(
  { err }: Streams,
  path: string,
  problems: readonly TreeProblem[],
): Promise<boolean> {
  for (const problem of problems)
    await err.write([`inittab: ${visible(path)}: ${visible(problem.path)}: ${visible(problem.message)}\n`]);
  return problems.some(({ kind }) => kind === "unreadable");
}
