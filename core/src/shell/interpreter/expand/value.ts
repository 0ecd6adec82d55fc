// The values of parameters.

import { lineOf, type ShellState, variable } from "../state.ts";
import type { Piece } from "./split.ts";

/** The value of any parameter but `@` and `*`; undefined where it is not set. */
export function valueOfParameter(shell: ShellState, name: string): string | undefined {
  if (/^[1-9]/.test(name)) return shell.positional[Number(name) - 1];
  switch (name) {
    case "0":
      return shell.command;
    case "?":
      return String(shell.status);
    case "#":
      return String(shell.positional.length);
    case "$":
      return String(shell.shellPid);
    case "!":
      return shell.lastBackground === undefined ? undefined : String(shell.lastBackground);
    case "-":
      return optionLetters(shell);
    case "@":
    case "*":
      return shell.positional.length === 0 ? undefined : shell.positional.join(separatorOf(shell));
    case "LINENO":
      return variable(shell, name) ?? String(lineOf(shell));
    default:
      return variable(shell, name);
  }
}

/** What `$*` puts between the arguments. */
function separatorOf(shell: ShellState): string {
  return variable(shell, "IFS")?.charAt(0) ?? " ";
}

/** What `$@` and `$*` stand for. */
export function argumentsOf(shell: ShellState, name: "@" | "*", quoted: boolean): readonly Piece[] {
  const text = separatorOf(shell);
  const pieces = (values: readonly string[]) =>
    values.map((value): Piece => ({ kind: "text", text: value, quoted, split: !quoted }));
  if (name === "*" && quoted) return pieces([shell.positional.join(text)]);
  return pieces(shell.positional).flatMap((piece, index): readonly Piece[] =>
    index === 0 ? [piece] : [{ kind: "boundary", text }, piece],
  );
}

const letters = {
  errexit: "e",
  noglob: "f",
  noexec: "n",
  nounset: "u",
  verbose: "v",
  xtrace: "x",
  noclobber: "C",
  allexport: "a",
  pipefail: "",
} as const;

function optionLetters(shell: ShellState): string {
  return Object.entries(letters)
    .map(([option, letter]) => ([...shell.options].some((set) => set === option) ? letter : ""))
    .join("");
}
