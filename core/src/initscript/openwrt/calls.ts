// What functions in TypeScript need to work in a shell as functions of a script would.

import type { Working } from "../../shell/interpreter/contract.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";

/** A function that asks nothing of the world. */
export function native(run: (shell: ShellState, args: readonly string[]) => number): NativeFunction {
  // biome-ignore lint/correctness/useYield: it has nothing to ask for
  return function* (shell, args) {
    return run(shell, args);
  };
}

/** Puts functions into a shell; a function of the same name is gone. */
export function define(shell: ShellState, functions: Readonly<Record<string, NativeFunction>>): void {
  for (const [name, run] of Object.entries(functions)) shell.functions.set(name, { kind: "native", run });
}

/** Runs a text in a shell; the answer is its status. */
export function* callText(shell: ShellState, text: string): Working<number> {
  yield* shell.runner.text(shell, { text, lineOffset: 0 }, false);
  return shell.status;
}

/** Calls a function, builtin or program by its words; the answer is its status. */
export function* callWords(shell: ShellState, words: readonly string[]): Working<number> {
  return yield* callText(shell, words.map(quoted).join(" "));
}

/** Whether there is something that can be called by this name, as `type` says it. */
export function isKnown(shell: ShellState, name: string): boolean {
  return shell.functions.has(name) || shell.runner.find(shell, name) !== undefined;
}

/** The value of a variable; empty where it is not set. */
export function valueIn(shell: ShellState, name: string): string {
  return shell.variables.get(name)?.value ?? "";
}

/** Sets a variable as a plain assignment does. */
export function setValue(shell: ShellState, name: string, value: string): void {
  const exported = shell.variables.get(name)?.exported ?? false;
  shell.variables.set(name, { value, exported, readonly: false });
}

/** Writes to the standard output of a shell. */
export function write(shell: ShellState, text: string): void {
  shell.descriptors.get(1)?.write(text);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.replace(/(.)\/+$/, "$1").replace(/^.*\/(?=.)/s, "");
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
