// `cd`, `pwd`, `umask`, `ulimit`, and what `command -v` and `type` say of a command.

import type { FileError } from "../contract.ts";
import { assign, complain, fail, pathFrom, type ShellState, variable } from "../state.ts";
import { type Builtin, optionsOf, print } from "./builtin.ts";

/** `cd`: by name, so that `..` leaves a link again; with -P by the folders themselves. */
export function cd(shell: ShellState, args: readonly string[]): number {
  const parsed = optionsOf(args, "LP");
  if ("bad" in parsed) return fail(shell, shell.behaviour.words.illegalOption(`-${parsed.bad}`));
  const [given] = parsed.rest;
  const target = given === "-" ? variable(shell, "OLDPWD") : (given ?? variable(shell, "HOME"));
  if (target === undefined)
    return given === undefined && shell.behaviour.needsHome ? fail(shell, "HOME not set") : 0;
  const physical = parsed.options.has("P");
  const path = physical ? pathFrom(shell, target) : withoutDots(pathFrom(shell, target));
  const real = target === "" ? shell.folder : shell.files.realPath(path);
  if (real === undefined || !shell.files.allows(path, 1))
    return fail(shell, shell.behaviour.words.cannotEnter(target, whyNot(shell, path)));
  const before = shell.folder;
  shell.folder = physical ? real : path;
  assign(shell, "OLDPWD", before);
  assign(shell, "PWD", shell.folder);
  return given === "-" ? print(shell, `${shell.folder}\n`) : 0;
}

/** Why a folder is not entered. */
function whyNot({ files }: ShellState, path: string): FileError {
  const found = files.status(path);
  if (found === undefined) return "ENOENT";
  return found.kind === "folder" ? "EACCES" : "ENOTDIR";
}

/** A path without `.`, `..` and empty parts, whatever the parts are. */
function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** `pwd`. */
export function pwd(shell: ShellState, args: readonly string[]): number {
  const physical = args.includes("-P");
  const path = physical ? (shell.files.realPath(shell.folder) ?? shell.folder) : shell.folder;
  return print(shell, `${path}\n`);
}

/** `umask`. */
export function umask(shell: ShellState, args: readonly string[]): number {
  const symbolic = args[0] === "-S";
  const [text] = symbolic ? args.slice(1) : args;
  if (text === undefined) {
    const shown = symbolic ? symbols(shell.umask) : shell.umask.toString(8).padStart(4, "0");
    return print(shell, `${shown}\n`);
  }
  if (/^[0-7]+$/.test(text)) shell.umask = Number.parseInt(text, 8) & 0o777;
  else {
    const mode = changedMode(0o777 & ~shell.umask, text);
    if (mode === undefined) return fail(shell, shell.behaviour.words.illegalMode(text));
    shell.umask = 0o777 & ~mode;
  }
  return 0;
}

function symbols(mask: number): string {
  const allowed = (shift: number) =>
    ["r", "w", "x"].filter((_, index) => (mask & ((4 >> index) << shift)) === 0).join("");
  return `u=${allowed(6)},g=${allowed(3)},o=${allowed(0)}`;
}

/** A mode changed as `chmod` does it; undefined where the text says nothing. */
export function changedMode(mode: number, text: string): number | undefined {
  let changed = mode;
  for (const clause of text.split(",")) {
    const found = /^([ugoa]*)((?:[-+=][rwxXst]*)+)$/.exec(clause);
    if (found === null) return undefined;
    const [, who = "", actions = ""] = found;
    const all = who === "" || who.includes("a");
    for (const [, operator = "", letters = ""] of actions.matchAll(/([-+=])([rwxXst]*)/g)) {
      let bits = 0;
      let whole = 0;
      for (const [name, shift] of [
        ["u", 6],
        ["g", 3],
        ["o", 0],
      ] as const) {
        if (!all && !who.includes(name)) continue;
        whole |= 7 << shift;
        for (const letter of letters)
          if ("rwx".includes(letter)) bits |= (4 >> "rwx".indexOf(letter)) << shift;
        if (letters.includes("X") && (mode & 0o111) !== 0) bits |= 1 << shift;
      }
      if (operator === "=") changed = (changed & ~whole) | bits;
      else changed = operator === "+" ? changed | bits : changed & ~bits;
    }
  }
  return changed;
}

/** `command -v`, `command -V` and `type`. */
export function describe(
  shell: ShellState,
  names: readonly string[],
  long: boolean,
  builtin: (name: string) => Builtin | undefined,
): number {
  const { undescribed } = shell.behaviour;
  let status = 0;
  let text = "";
  for (const name of names) {
    const found = describeOne(shell, name, builtin);
    if (found !== undefined) text += long ? `${name} is ${found.kind}\n` : `${found.short}\n`;
    else {
      status = undescribed.status;
      if (long && undescribed.stream === 1) text += `${name}: not found\n`;
      else if (long) complain(shell, `${name}: not found`);
    }
  }
  const printed = print(shell, text);
  return printed === 0 ? status : printed;
}

const reserved: ReadonlySet<string> = new Set(
  "! { } if then elif else fi for in do done while until case esac".split(" "),
);

function describeOne(
  shell: ShellState,
  name: string,
  builtin: (name: string) => Builtin | undefined,
): { readonly kind: string; readonly short: string } | undefined {
  if (reserved.has(name)) return { kind: "a shell keyword", short: name };
  const own = builtin(name);
  if (own?.special === true) return { kind: "a special shell builtin", short: name };
  if (shell.functions.has(name)) return { kind: "a shell function", short: name };
  if (own !== undefined) return { kind: "a shell builtin", short: name };
  const path = shell.runner.find(shell, name);
  if (path === undefined || !shell.files.allows(pathFrom(shell, path), 1)) return undefined;
  return shell.files.status(pathFrom(shell, path))?.kind === "file" ? { kind: path, short: path } : undefined;
}

/** `hash`: whether programs of these names are there. */
export function hash(shell: ShellState, args: readonly string[], builtin: (name: string) => boolean): number {
  let status = 0;
  for (const name of args.filter((word) => !word.startsWith("-"))) {
    if (builtin(name) || shell.functions.has(name) || shell.runner.find(shell, name) !== undefined) continue;
    complain(shell, `${name}: not found`);
    status = 1;
  }
  return status;
}

/** `jobs` and `unalias` have nothing to do where there are no jobs and no aliases. */
export function listNothing(): number {
  return 0;
}

/** `times`. */
export function times(shell: ShellState): number {
  return print(shell, "0m0.000000s 0m0.000000s\n0m0.000000s 0m0.000000s\n");
}
