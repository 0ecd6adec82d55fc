// What makes a shell give up: one closed set of kinds, and the words for them.

import type { TextRange } from "../inittab/line.ts";

/** What is wrong, without its place. */
export type ShellFault =
  /** A quote, a substitution, a parenthesis or a reserved word that is never closed. */
  | { readonly kind: "open"; readonly opening: string }
  /** Something that closes what nothing has opened, or that goes on with what has not begun. */
  | { readonly kind: "unopened" | "misplaced"; readonly text: string }
  | { readonly kind: "parenthesis" }
  /** An operator, or the end of a compound command, where a command is missing. */
  | { readonly kind: "nothing-before" | "nothing-after"; readonly text: string }
  | { readonly kind: "no-target"; readonly text: string }
  /** Something else stands where only one thing may stand. */
  | { readonly kind: "missing"; readonly text: string; readonly missing: string }
  /** More words behind the end of a compound command. */
  | { readonly kind: "follows"; readonly text: string }
  | { readonly kind: "loop-variable" | "function-name" };

/** Why a text is no script, and where. */
export type ShellProblem = ShellFault & {
  readonly range: TextRange;
  /** The token at which the shell gives up, as shells name it: `newline` and `end of file` are two of them. */
  readonly near: string;
  /** Where a parenthesis behind a single word looks like the head of a function: what stands behind it. */
  readonly behind?: string;
};

/** Thrown by what reads, caught by `parseShell`. */
export class SyntaxProblem extends Error {
  readonly problem: ShellProblem;
  constructor(problem: ShellProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Thrown where the shell goes on in a way that is not followed here; caught by `parseShell`. */
export class Beyond extends Error {}

/** Names what is wrong, in words that fit behind "the shell stops at". */
export function problemWords(problem: ShellProblem): string {
  switch (problem.kind) {
    case "open":
      return `${named(problem.opening)} that is never closed`;
    case "unopened":
      return `${named(problem.text)} that nothing opens`;
    case "misplaced":
      return `${named(problem.text)} outside ${placeOf(problem.text)}`;
    case "parenthesis":
      return "an unquoted `(`";
    case "nothing-before":
      return `${named(problem.text)} with no command in front of it`;
    case "nothing-after":
      return `${named(problem.text)} with no command after it`;
    case "no-target":
      return `${named(problem.text)} with ${problem.text.startsWith("<<") ? "no word" : "no file name"} after it`;
    case "missing":
      return `${named(problem.text)} where \`${problem.missing}\` is missing`;
    case "follows":
      return `a word directly after \`${problem.text}\``;
    case "loop-variable":
      return "a `for` without the name of a variable";
    case "function-name":
      return "a function name that the shell does not take";
  }
}

/** The construct that a word or an operator belongs to. */
function placeOf(text: string): string {
  if (text === "do") return "a loop";
  if (text === "in" || text.startsWith(";")) return "a `case`";
  return text === "!" ? "the beginning of a pipeline" : "an `if`";
}

const quotes: Readonly<Record<string, string>> = {
  "'": "a single quote",
  '"': "a double quote",
  "`": "a backquote",
  newline: "the end of a line",
  "end of file": "the end",
  word: "a word",
};

function named(text: string): string {
  return quotes[text] ?? `${/^[aeiou]/.test(text) ? "an" : "a"} \`${text}\``;
}
