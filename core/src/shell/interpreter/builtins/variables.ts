// Builtins about variables and arguments.

import { assign, fail, type ShellState, type Variable } from "../state.ts";
import { optionsOf, print, quoted } from "./builtin.ts";

const isName = (text: string) => /^[A-Za-z_]\w*$/.test(text);

function checkName(shell: ShellState, text: string): void {
  if (!isName(text)) fail(shell, `${text}: bad variable name`);
}

/** `export` and `readonly`. */
export function declare(shell: ShellState, args: readonly string[], command: string): number {
  const read = optionsOf(args, "pnf");
  if ("bad" in read) return fail(shell, shell.behaviour.words.illegalOption(`-${read.bad}`));
  if (read.options.has("p") || read.rest.length === 0) return listDeclared(shell, command);
  const keeps = !read.options.has("n");
  for (const word of read.rest) {
    const [name, value] = cutAssignment(word);
    checkName(shell, name);
    if (value !== undefined) assign(shell, name, value);
    const variable: Variable = shell.variables.get(name) ?? {
      value: undefined,
      exported: false,
      readonly: false,
    };
    shell.variables.set(
      name,
      command === "export" ? { ...variable, exported: keeps } : { ...variable, readonly: true },
    );
  }
  return 0;
}

function cutAssignment(word: string): readonly [name: string, value: string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function listDeclared(shell: ShellState, command: string): number {
  const lines = [...shell.variables]
    .filter(([, { exported, readonly }]) => (command === "export" ? exported : readonly))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, { value }]) => `${command} ${name}${value === undefined ? "" : `=${quoted(value)}`}\n`);
  return print(shell, lines.join(""));
}

/** `local`. */
export function local(shell: ShellState, args: readonly string[]): number {
  const scope = shell.locals.at(-1);
  if (scope === undefined) return fail(shell, "not in a function");
  for (const word of args) {
    const [name, value] = cutAssignment(word);
    checkName(shell, name);
    const old = shell.variables.get(name);
    if (!scope.has(name)) scope.set(name, old);
    if (value !== undefined) assign(shell, name, value);
    else if (!shell.behaviour.localKeepsValue)
      shell.variables.set(name, { value: undefined, exported: false, readonly: false });
  }
  return 0;
}

/** `unset`. */
export function unset(shell: ShellState, args: readonly string[]): number {
  const read = optionsOf(args, "vf");
  if ("bad" in read) return fail(shell, shell.behaviour.words.illegalOption(`-${read.bad}`));
  for (const name of read.rest) {
    if (read.options.has("f")) {
      shell.functions.delete(name);
      continue;
    }
    checkName(shell, name);
    if (shell.variables.get(name)?.readonly === true)
      fail(shell, `${shell.behaviour.words.readonlyVariable(name)}`);
    shell.variables.delete(name);
  }
  return 0;
}

/** `shift`. */
export function shift(shell: ShellState, args: readonly string[]): number {
  const [text = "1"] = args;
  if (!/^\d+$/.test(text)) return fail(shell, shell.behaviour.words.illegalNumber(text));
  const count = Number(text);
  if (count > shell.positional.length) {
    if (!shell.behaviour.shiftEnds) return 1;
    return fail(shell, "can't shift that many");
  }
  shell.positional = shell.positional.slice(count);
  if (shell.behaviour.ownOptionCount) shell.nextOption = { word: 1, at: 1 };
  return 0;
}

/** `let`, where there is one. */
export function letNumbers(
  shell: ShellState,
  args: readonly string[],
  evaluate: (text: string) => string,
): number {
  if (args.length === 0) return fail(shell, "expression expected");
  let last = "0";
  for (const text of args) last = evaluate(text);
  return last === "0" ? 1 : 0;
}
