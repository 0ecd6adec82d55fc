// An edit of a file that nobody has written: the text after it, and what it changes.

import { readFile } from "node:fs/promises";
import { editLines, type LineEdit } from "@inittab/core";
import { z } from "zod";
import { type RunSurroundings, runQuietly } from "./run.ts";

/** What is asked. */
export const editQuestion: z.ZodType<LineEdit & { readonly path: string }> = z.object({
  path: z.string(),
  firstLine: z.number(),
  lastLine: z.number(),
  text: z.string(),
});

/** The edit with what it changes; `problem` where there are no such lines. */
export interface ProposedEdit {
  readonly problem: boolean;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Applies the edit to the text of the file in memory, and says what both texts do. `path` is allowed and real. */
export async function proposeEdit(
  path: string,
  edit: LineEdit,
  { localizer, folders }: RunSurroundings,
): Promise<ProposedEdit> {
  const before = await readFile(path, "utf8");
  const edited = editLines(before, edit);
  if (edited.kind === "no-lines") return { problem: true, answer: { lines: edited.count } };
  const { text: after, removed } = edited;
  const { firstLine, lastLine, text: added } = edit;
  const [{ check }, { simulateCommand }] = await Promise.all([
    import("../commands/check.ts"),
    import("../commands/simulate.ts"),
  ]);
  const findings = async (each: string) =>
    parsed((await runQuietly(check, ["--format=json", "-"], { localizer, folders, text: each })).out);
  const behaviour = await runQuietly(simulateCommand, ["--diff", "--format=json", path, "-"], {
    localizer,
    folders,
    text: after,
  });
  return {
    problem: false,
    answer: {
      edit: { path, firstLine, lastLine, removed, added },
      text: after,
      before: await findings(before),
      after: await findings(after),
      behaviour: behaviour.exitCode === 2 ? behaviour.err : parsed(behaviour.out),
    },
  };
}

function parsed(json: string): unknown {
  return JSON.parse(json);
}
