// Why a shell gives up: a closed set of kinds, and the messages for them.

import { type Message, messagesOf } from "../text/message.ts";
import type { TextRange } from "../text/range.ts";
import { shellMessages } from "./messages.ts";

/** What is wrong, without its place. */
export type ShellFault =
  /** A quote, a substitution, a parenthesis or a reserved word that is never closed. */
  | { readonly kind: "open"; readonly opening: string }
  /** Something that closes what nothing has opened, or continues what has not begun. */
  | { readonly kind: "unopened" | "misplaced"; readonly text: string }
  | { readonly kind: "parenthesis" }
  /** An operator, or the end of a compound command, where a command is missing. */
  | { readonly kind: "nothing-before" | "nothing-after"; readonly text: string }
  | { readonly kind: "no-target"; readonly text: string }
  /** Something else stands where only one thing may stand. */
  | { readonly kind: "missing"; readonly text: string; readonly missing: string }
  /** More words after the end of a compound command. */
  | { readonly kind: "follows"; readonly text: string }
  | { readonly kind: "loop-variable" | "case-word" | "function-name" };

/** Why a shell gives up, and where. */
export type ShellProblem = ShellFault & {
  readonly range: TextRange;
  /** The token at which the shell gives up, as shells name it: `newline` and `end of file` are two of them. */
  readonly near: string;
  /** Where a parenthesis after a single word looks like the head of a function: the token after it. */
  readonly behind?: string;
  /** What alone could stand there to end or go on with what is open; left out where a command is missing. */
  readonly wanted?: string;
};

/** Thrown by the reading functions, caught by `parseShell`. */
export class SyntaxProblem extends Error {
  readonly problem: ShellProblem;
  constructor(problem: ShellProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Thrown where a shell has a notation that is not followed here; caught by `parseShell`. */
export class Beyond extends Error {}

const message = messagesOf(shellMessages);

/** Names what is wrong, in words that fit after "the shell stops at". */
export function problemMessage(problem: ShellProblem): Message {
  switch (problem.kind) {
    case "open":
      return message("shell.open", { thing: named(problem.opening) });
    case "unopened":
      return message("shell.unopened", { thing: named(problem.text) });
    case "misplaced":
      return message("shell.misplaced", { thing: named(problem.text), place: placeFor(problem.text) });
    case "parenthesis":
      return message("shell.parenthesis");
    case "nothing-before":
      return message("shell.nothing-before", { thing: named(problem.text) });
    case "nothing-after":
      return message("shell.nothing-after", { thing: named(problem.text) });
    case "no-target": {
      const thing = named(problem.text);
      return problem.text.startsWith("<<")
        ? message("shell.no-delimiter", { thing })
        : message("shell.no-target", { thing });
    }
    case "missing":
      return message("shell.missing", { thing: named(problem.text), missing: problem.missing });
    case "follows":
      return message("shell.follows", { text: problem.text });
    case "loop-variable":
      return message("shell.loop-variable");
    case "case-word":
      return message("shell.case-word");
    case "function-name":
      return message("shell.function-name");
  }
}

/** The construct that a word or an operator belongs to. */
function placeFor(text: string): "loop" | "case" | "pipeline" | "if" {
  if (text === "do") return "loop";
  if (text === "in" || text.startsWith(";")) return "case";
  return text === "!" ? "pipeline" : "if";
}

function named(text: string): Message {
  switch (text) {
    case "'":
      return message("shell.single-quote");
    case '"':
      return message("shell.double-quote");
    case "`":
      return message("shell.backquote");
    case "newline":
      return message("shell.newline");
    case "word":
      return message("shell.word");
    default:
      return message("shell.token", { text });
  }
}
