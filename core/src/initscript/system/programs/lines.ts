// What programs about texts have in common.

import { ProcessStop } from "../../../shell/interpreter/state.ts";
import { errorText } from "../../../shell/interpreter/words.ts";
import type { ProgramRun } from "../contract.ts";

/** Takes some work from the system's budget; ends the program when nothing is left. */
export function spender({ system }: ProgramRun): (steps: number) => void {
  return (steps) => {
    system.budget.left -= steps;
    if (system.budget.left < 0) throw new ProcessStop({ kind: "gave-up" });
  };
}

/** A file that was read. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

/** Reads files, or standard input where none is named; says which cannot be read. */
export function readFiles(
  run: ProgramRun,
  command: string,
  names: readonly string[],
): { readonly files: readonly ReadFile[]; readonly failed: boolean } {
  const files: ReadFile[] = [];
  let failed = false;
  const spend = spender(run);
  for (const name of names.length === 0 ? ["-"] : names) {
    if (name === "-") {
      files.push({ name, text: run.input() });
      continue;
    }
    const path = run.absolute(name);
    const opened = run.system.files.open(path, "read", 0);
    const isFolder = run.system.files.status(path)?.kind === "folder";
    if (opened.kind === "open" && !isFolder) {
      const text = opened.stream.read(Number.POSITIVE_INFINITY);
      spend(text.length / 100);
      files.push({ name, text });
      continue;
    }
    failed = true;
    run.err(`${command}: ${name}: ${errorText(opened.kind === "error" ? opened.error : "EISDIR")}\n`);
  }
  return { files, failed };
}

/** The lines of a text; what follows the last newline is one too, unless it is empty. */
export function linesOf(text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  return text.endsWith("\n") ? lines.slice(0, -1) : lines;
}

/** Says how a program is used, and gives the status for that. */
export function usage(run: ProgramRun, command: string, status = 1): number {
  run.err(`${command}: invalid usage\n`);
  return status;
}
