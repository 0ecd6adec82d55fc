// What functions in TypeScript need to work in a shell as functions of a script would.

import type { Working } from "./contract.ts";
import type { NativeFunction, ShellState } from "./state.ts";

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

/** Runs a text in a shell; the answer is its status. `line` is the one that messages name. */
export function* callText(shell: ShellState, text: string, line: number = 1): Working<number> {
  yield* shell.runner.text(shell, { text, lineOffset: line - 1 }, false);
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

/** Writes to a descriptor of a shell. */
export function writeTo(shell: ShellState, descriptor: 1 | 2, text: string): void {
  shell.descriptors.get(descriptor)?.write(text);
}

/** A word in quotes, so that a shell reads it as it is. */
export function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
