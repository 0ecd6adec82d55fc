// Builtins that change what is run next.

import type { FileError, Working } from "../contract.ts";
import { runProgram } from "../run-program.ts";
import {
  complain,
  deeper,
  environmentOf,
  fail,
  ProcessStop,
  pathFrom,
  type ShellState,
  variable,
} from "../state.ts";

/** `exit`. */
export function exit(shell: ShellState, args: readonly string[]): number {
  throw new ProcessStop({ kind: "exit", status: statusOf(shell, args) });
}

/** `return`: out of a function or a sourced file; elsewhere it ends the script. */
export function leave(shell: ShellState, args: readonly string[], _name: string, tested: boolean): number {
  const status = statusOf(shell, args);
  if (shell.returnable === 0 && !shell.behaviour.returnEnds) {
    const text = "can only `return' from a function or sourced script";
    // Observed: bash 5.2, which does not end where the status is looked at.
    if (!tested) return fail(shell, text, 2);
    complain(shell, text);
    return 2;
  }
  shell.leaving = { kind: "return" };
  return status;
}

function statusOf(shell: ShellState, [text]: readonly string[]): number {
  if (text === undefined) return shell.status;
  if (!/^\d+$/.test(text)) return fail(shell, shell.behaviour.words.illegalNumber(text), 2);
  return Number(text) & 0xff;
}

/** `break` and `continue`; where there is no loop they do nothing. */
export function leaveLoop(shell: ShellState, [text = "1"]: readonly string[], command: string): number {
  const loops = /^\d+$/.test(text) ? Number(text) : 0;
  if (loops < 1) return fail(shell, shell.behaviour.words.illegalNumber(text));
  if (shell.loops > 0)
    shell.leaving = { kind: command === "break" ? "break" : "continue", loops: Math.min(loops, shell.loops) };
  return 0;
}

/** `eval`. */
export function* evaluate(
  shell: ShellState,
  args: readonly string[],
  _name: string,
  tested: boolean,
): Working<number> {
  const text = args.join(" ");
  if (text.trim() === "") return 0;
  yield* deeper(shell, () => shell.runner.text(shell, { text, lineOffset: 0 }, tested));
  return shell.status;
}

/** `.`: reads a script in this shell. */
export function* source(shell: ShellState, args: readonly string[]): Working<number> {
  const { behaviour, files } = shell;
  const [name, ...rest] = args[0] === "--" ? args.slice(1) : args;
  if (name === undefined)
    return behaviour.namelessSourceStatus ?? fail(shell, `filename argument required`, 2);
  const found = findSource(shell, name);
  const path = pathFrom(shell, found);
  yield { kind: "sourced", path, args: rest, environment: environmentOf(shell), folder: shell.folder };
  const library = shell.library(path);
  const opened = library === undefined ? files.open(path, "read", 0) : undefined;
  if (opened?.kind === "error") return failToSource(shell, name, opened.error);
  if (opened?.kind === "hangs") {
    yield { kind: "hang", what: path };
    return 0;
  }
  const text = opened?.stream.read(Number.POSITIVE_INFINITY) ?? "";
  const { positional, builtin } = shell;
  // Observed: dash 0.5.12 names the file where it names a builtin otherwise.
  if (behaviour.namesOuterBuiltin) shell.builtin = found;
  // Observed: dash 0.5.12 gives no arguments to a sourced file, bash 5.2 and BusyBox 1.35.0 do.
  const passes = rest.length > 0 && behaviour.sourceTakesArguments;
  if (passes) shell.positional = rest;
  shell.returnable++;
  try {
    shell.status = 0;
    yield* deeper(shell, function* () {
      if (library === undefined) yield* shell.runner.text(shell, { text, lineOffset: 0 }, false);
      else shell.status = yield* library(shell, rest);
    });
    if (shell.leaving?.kind === "return") shell.leaving = undefined;
    return shell.status;
  } finally {
    shell.returnable--;
    shell.builtin = builtin;
    if (passes) shell.positional = positional;
  }
}

function failToSource(shell: ShellState, name: string, error: FileError): never {
  const { words, missingSourceStatus } = shell.behaviour;
  return fail(shell, words.cannotSource(name, error), missingSourceStatus);
}

function findSource(shell: ShellState, name: string): string {
  if (name.includes("/")) return name;
  for (const folder of (variable(shell, "PATH") ?? "").split(":")) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (shell.files.status(pathFrom(shell, path))?.kind === "file") return path;
  }
  return name;
}

/** `exec` with a command: the shell becomes that program. */
export function* become(shell: ShellState, args: readonly string[]): Working<number> {
  const words = args[0] === "--" ? args.slice(1) : args;
  return words.length === 0 ? 0 : yield* runProgram(shell, words, new Map(), "become");
}
