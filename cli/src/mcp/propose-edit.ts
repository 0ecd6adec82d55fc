// An edit of a file that nobody has written: the text after it, and what it changes.

import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type RunSurroundings, runQuietly } from "./run.ts";

/** The lines that are replaced, and what stands there instead. */
export const editInput: {
  readonly path: z.ZodString;
  readonly firstLine: z.ZodNumber;
  readonly lastLine: z.ZodNumber;
  readonly text: z.ZodString;
} = {
  path: z.string().min(1).max(4096).describe("an inittab below the root folder"),
  firstLine: z.number().int().min(1).describe("the first line that is replaced, from 1"),
  lastLine: z.number().int().min(0).describe("the last one; firstLine - 1 inserts before firstLine"),
  text: z.string().max(100_000).describe("the new lines, each with its newline"),
};

/** What is asked. */
export type EditQuestion = {
  readonly [Name in keyof typeof editInput]: z.infer<(typeof editInput)[Name]>;
};

/** The edit with what it changes; `problem` where there are no such lines. */
export interface ProposedEdit {
  readonly problem: boolean;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Applies the edit to the text of the file in memory, and says what both texts do. `path` is allowed and real. */
export async function proposeEdit(
  path: string,
  { firstLine, lastLine, text }: EditQuestion,
  { localizer, folders }: RunSurroundings,
): Promise<ProposedEdit> {
  const before = await readFile(path, "utf8");
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  if (firstLine > lines.length + 1 || lastLine < firstLine - 1 || lastLine > lines.length)
    return { problem: true, answer: { lines: lines.length } };
  const after = [...lines.slice(0, firstLine - 1), text, ...lines.slice(lastLine)].join("");
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
      edit: {
        path,
        firstLine,
        lastLine,
        removed: lines.slice(firstLine - 1, lastLine).join(""),
        added: text,
      },
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
