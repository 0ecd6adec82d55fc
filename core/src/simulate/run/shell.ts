// A process that is a shell: it asks for what its script wants to have done, and waits for the answer.

import type { Shell, ShellRequest } from "../../shell/run.ts";

/** What a process needs in order to be a shell. */
export interface ShellProcess {
  /** Undefined: it is a shell no more. */
  shell: Shell | undefined;
  /** The key of the child that the shell waits for, or 0. */
  waitsFor: number;
}

/** What the world does for a shell. */
export interface ShellKeeper {
  /** Does what the shell asks; the answer, or `waits` where it comes later. */
  readonly fulfil: (request: ShellRequest) => number | null | "waits";
  /** The script is over. */
  readonly end: (code: number) => void;
}

/** Lets a shell go on with the answer to what it asked, until it waits for a child or ends. */
export function driveShell(process: ShellProcess, answer: number | null, { fulfil, end }: ShellKeeper): void {
  let given = answer;
  while (process.shell !== undefined) {
    process.waitsFor = 0;
    const next = process.shell.next(given);
    if (next.done === true) {
      process.shell = undefined;
      end(next.value);
      return;
    }
    const got = fulfil(next.value);
    if (got === "waits") return;
    given = got;
  }
}
