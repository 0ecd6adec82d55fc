// Signals, and what a shell does when one arrives that it catches.

import type { Working } from "./contract.ts";
import { ProcessStop, type ShellState } from "./state.ts";

/** Those of Linux by number. */
const names =
  "HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS".split(
    " ",
  );

/** All names of signals, in the order of their numbers, which begin at 1. */
export const signalNames: readonly string[] = names;

/** The name of a signal that is given as a name, with or without SIG, or as a number; `0` is `EXIT`. */
export function signalNamed(text: string): string | undefined {
  if (/^\d+$/.test(text)) return Number(text) === 0 ? "EXIT" : names[Number(text) - 1];
  const name = text.toUpperCase().replace(/^SIG/, "");
  return name === "EXIT" || names.includes(name) ? name : undefined;
}

/** Its number; 0 for `EXIT`. */
export function signalNumber(name: string): number {
  return names.indexOf(name) + 1;
}

/** Runs the traps of signals that have arrived. */
export function* handleSignals(shell: ShellState): Working<void> {
  const { arrived } = shell.identity;
  if (shell.handling) return;
  while (arrived.length > 0) {
    const signal = arrived.shift() ?? "";
    const action = shell.traps.get(signal);
    if (action === undefined || action === "") continue;
    yield* runTrap(shell, action);
  }
}

function* runTrap(shell: ShellState, action: string): Working<void> {
  const { status, leaving } = shell;
  shell.handling = true;
  shell.leaving = undefined;
  try {
    yield* shell.runner.text(shell, { text: action, lineOffset: 0 }, false);
  } finally {
    shell.handling = false;
  }
  // What a trap leaves is left for good; otherwise the commands go on as if nothing had happened.
  if (shell.leaving === undefined) {
    shell.status = status;
    shell.leaving = leaving;
  }
}

/** Runs the trap of the end of the shell, and gives the shell this status. */
export function* runExitTrap(shell: ShellState, status: number): Working<void> {
  shell.status = status;
  const action = shell.traps.get("EXIT");
  shell.traps.delete("EXIT");
  shell.leaving = undefined;
  if (action !== undefined && action !== "") yield* runTrap(shell, action);
  throw new ProcessStop({ kind: "exit", status: shell.status });
}
