// `set`.

import { complain, fail, type ShellOption, type ShellState } from "../state.ts";
import { print, quoted } from "./builtin.ts";

const letters: Readonly<Record<string, ShellOption | "ignored">> = {
  a: "allexport",
  b: "ignored",
  C: "noclobber",
  e: "errexit",
  f: "noglob",
  h: "ignored",
  m: "ignored",
  n: "noexec",
  u: "nounset",
  v: "verbose",
  x: "xtrace",
};

const longNames: Readonly<Record<string, ShellOption | "ignored">> = {
  allexport: "allexport",
  noclobber: "noclobber",
  errexit: "errexit",
  noglob: "noglob",
  noexec: "noexec",
  nounset: "nounset",
  pipefail: "pipefail",
  verbose: "verbose",
  xtrace: "xtrace",
  monitor: "ignored",
  notify: "ignored",
  vi: "ignored",
  emacs: "ignored",
  ignoreeof: "ignored",
  interactive: "ignored",
  nolog: "ignored",
  stdin: "ignored",
  hashall: "ignored",
  posix: "ignored",
};

/** `set`: options and arguments, or the list of all variables. */
export function set(shell: ShellState, args: readonly string[]): number {
  if (args.length === 0) return list(shell);
  const rest = takeOptions(shell, args);
  if (rest === undefined) return 0;
  if (rest === "refused") return 1;
  shell.positional = rest;
  if (shell.behaviour.ownOptionCount) shell.nextOption = { word: 1, at: 1 };
  return 0;
}

/**
 * Takes options from the beginning; undefined where no arguments follow, so that those of the shell stay. `refused`: there is
 * one that is not known, which has been said.
 */
export function takeOptions(
  shell: ShellState,
  args: readonly string[],
): readonly string[] | "refused" | undefined {
  let index = 0;
  for (; index < args.length; index++) {
    const word = args[index] ?? "";
    if (word === "--") return args.slice(index + 1);
    if (word === "-") {
      shell.options.delete("xtrace");
      shell.options.delete("verbose");
      index++;
      break;
    }
    if (!/^[-+]./.test(word)) break;
    for (const letter of word.slice(1)) {
      const named = letter === "o" ? args[++index] : undefined;
      if (letter === "o" && named === undefined) continue;
      const option = named === undefined ? letters[letter] : longNames[named];
      if (option === undefined) {
        const { words, optionNamesEnd } = shell.behaviour;
        const text = words.illegalOption(named === undefined ? word.charAt(0) + letter : `-o ${named}`);
        if (named === undefined || optionNamesEnd) return fail(shell, text);
        complain(shell, text);
        return "refused";
      }
      if (option === "ignored") continue;
      if (word.startsWith("-")) shell.options.add(option);
      else shell.options.delete(option);
    }
  }
  return index < args.length ? args.slice(index) : undefined;
}

function list(shell: ShellState): number {
  const lines = [...shell.variables]
    .filter(([, { value }]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, { value }]) => `${name}=${quoted(value ?? "")}\n`);
  return print(shell, lines.join(""));
}
