// The state of the grammar: one token ahead, and what is open.

import { type ShellFault, SyntaxProblem } from "./problem.ts";
import { neverClosed, type Reader } from "./reader.ts";
import { readToken, type Token } from "./tokens.ts";
import { type Mark, plainText } from "./tree.ts";

/** A script that is being taken apart. */
export interface Parser {
  readonly reader: Reader;
  token: Token | undefined;
  /** Whether a reserved word at this place is one; it stays so until the token is taken. */
  reserves: boolean;
  /** The token that was taken last. */
  previous: Token | undefined;
  /** Compound commands without their end, the outermost first. */
  readonly open: Mark[];
  /** What ended the last of those that have one. */
  closed: string | undefined;
}

/** At the beginning. */
export function newParser(reader: Reader): Parser {
  return { reader, token: undefined, reserves: false, previous: undefined, open: [], closed: undefined };
}

/** Words that are reserved where a command may begin. */
const reserved: ReadonlySet<string> = new Set(
  "! { } if then elif else fi for in do done while until case esac".split(" "),
);

/** What may be special about the next token. */
interface Expecting {
  /** A reserved word counts as one. */
  readonly reserved?: boolean;
  /** Newlines are skipped. */
  readonly newlines?: boolean;
}

/** What may stand where a command begins, on the same line or a later one. */
export const commandNext: Expecting = { reserved: true, newlines: true };

/** The name of the next token: an operator, a reserved word, `word`, `redirection` or `end`. */
export function next(parser: Parser, expecting: Expecting = {}): string {
  let token = ahead(parser);
  while (expecting.newlines === true && token.kind === "operator" && token.text === "\n") {
    parser.token = undefined;
    token = ahead(parser);
  }
  parser.reserves ||= expecting.reserved === true;
  if (token.kind === "operator") return token.text;
  if (token.kind !== "word" || !parser.reserves) return token.kind;
  const plain = plainText(token.word);
  return plain !== undefined && reserved.has(plain) ? plain : "word";
}

/** The next token itself. */
export function ahead(parser: Parser): Token {
  parser.token ??= readToken(parser.reader);
  return parser.token;
}

/** Takes the next token. */
export function take(parser: Parser): Token {
  const token = ahead(parser);
  parser.previous = token;
  parser.token = undefined;
  parser.reserves = false;
  return token;
}

/** Takes the next token, which has to be this one. */
export function expect(parser: Parser, name: string): Token {
  if (next(parser) !== name) unexpected(parser, name);
  return take(parser);
}

/** Takes what begins a compound command; `close` takes what ends it. */
export function open(parser: Parser): Mark {
  const mark = take(parser);
  parser.open.push(mark);
  return mark;
}

/** Takes what ends the compound command that was opened last. */
export function close(parser: Parser, name: string): void {
  expect(parser, name);
  parser.open.pop();
  parser.closed = name;
}

/** What ends compound commands. */
const closers: readonly string[] = ["}", ")", "fi", "done", "esac"];

/** What ends a compound command or goes on with it, by what begins it. */
const belongs: Readonly<Record<string, readonly string[]>> = {
  "(": [")"],
  "{": ["}"],
  if: ["then", "elif", "else", "fi"],
  while: ["do", "done"],
  until: ["do", "done"],
  for: ["do", "done"],
  case: ["in", ";;", "esac", ")"],
};

/** Gives up at the next token, where only `missing` could stand, if that is given. `silent`: no shell says so. */
export function unexpected(parser: Parser, missing?: string, silent?: "silent"): never {
  const token = ahead(parser);
  const name = next(parser);
  const wanted = silent === undefined ? missing : undefined;
  if (token.kind === "end") unfinished(parser, token, missing === undefined ? wantedBehind(parser) : wanted);
  const near = name === "\n" ? "newline" : token.kind === "redirection" ? token.operator : token.text;
  const fault = faultAt(parser, name, name === "word" ? "word" : near, missing);
  throw new SyntaxProblem({
    ...fault,
    range: { start: token.start, end: token.end },
    near,
    ...orNone(wanted),
  });
}

/** What a compound command wants whose list of commands has not begun. Observed: dash 0.5.12, BusyBox 1.35.0. */
const wantedNext: ReadonlyMap<string, string> = new Map([
  ...["if", "elif"].map((word) => [word, "then"] as const),
  ...["then", "else"].map((word) => [word, "fi"] as const),
  ...["while", "until"].map((word) => [word, "do"] as const),
  ["do", "done"],
  ["{", "}"],
  ["(", ")"],
]);

function wantedBehind({ previous }: Parser): string | undefined {
  return wantedNext.get(previous?.text ?? "");
}

function orNone(wanted: string | undefined): { readonly wanted?: string } {
  return wanted === undefined ? {} : { wanted };
}

/** Gives up at the reserved word that was taken last, since no word of the right kind follows. */
export function missesWord(parser: Parser, kind: "loop-variable" | "case-word"): never {
  const token = ahead(parser);
  const { start, end } = parser.previous ?? token;
  throw new SyntaxProblem({
    kind,
    range: { start, end },
    near: token.text === "\n" ? "newline" : token.text,
  });
}

function faultAt(parser: Parser, name: string, text: string, missing: string | undefined): ShellFault {
  if (name === "(") return { kind: "parenthesis" };
  const { previous, closed, open } = parser;
  // Words and redirections belong to the command in front of them, unless that has come to its end.
  const follows = name === "word" && (missing === undefined || previous?.text === closed);
  if (follows && closed !== undefined) return { kind: "follows", text: closed };
  const isPart = Object.values(belongs).some((words) => words.includes(name)) || name === "!";
  const isWanted = belongs[open.at(-1)?.text ?? ""]?.includes(name) === true;
  const isAnywhere = open.some((mark) => belongs[mark.text]?.includes(name));
  if (isPart && !isAnywhere) return { kind: closers.includes(name) ? "unopened" : "misplaced", text };
  if (missing !== undefined && missing !== name) return { kind: "missing", text, missing };
  return { kind: isPart && !isWanted ? "misplaced" : "nothing-before", text };
}

/** The end has come too early. */
function unfinished(parser: Parser, { start }: Token, wanted: string | undefined): never {
  const { reader, previous } = parser;
  const [opening] = reader.openings;
  if (opening !== undefined) neverClosed(reader, opening, wanted);
  const waits = previous !== undefined && ["&&", "||", "|", "|&", "!"].includes(previous.text);
  const [compound] = parser.open;
  if (!waits && compound !== undefined) neverClosed(reader, compound, wanted);
  const { text, ...range } = previous ?? { text: "", start, end: start };
  throw new SyntaxProblem({
    kind: "nothing-after",
    text,
    range: { start: range.start, end: range.end },
    near: "newline",
  });
}
