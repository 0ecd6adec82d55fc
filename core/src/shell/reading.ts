// What /bin/sh makes of a process, as far as the rules ask: where commands part, and what cannot be parsed by any shell.
// It is no parser: where it is in doubt it finds nothing.

import type { TextRange } from "../text/range.ts";

/** An operator of the shell outside quotes and parentheses. */
interface ShellOperator extends TextRange {
  readonly text: string;
}

/** Ranges count from the beginning of the process. */
export interface ShellReading {
  /** The words of the first simple command as written, redirections left out. */
  readonly firstCommand: readonly ShellOperator[];
  /** What parts the first command from what follows: `;`, `&&`, `||`, `|` or `&`; undefined for a single command. */
  readonly separator: ShellOperator | undefined;
  /** Whether a command stands behind the separator. */
  readonly goesOn: boolean;
  /** A `&` behind the last command. */
  readonly background: TextRange | undefined;
  /** A `&` with text close on both sides, as in `a=1&b=2`. */
  readonly joined: TextRange | undefined;
  /** The first thing that makes the shell give up. */
  readonly error: { readonly range: TextRange; readonly what: string } | undefined;
}

interface Reader {
  readonly text: string;
  error: ShellReading["error"];
}

/** Reads the part of a process that the shell gets, from `start` to its end. */
export function readShell(process: string, start: number): ShellReading {
  const reader: Reader = { text: process, error: undefined };
  const tokens = tokenize(reader, start);
  const separatorAt = tokens.findIndex((token) => isSeparator(token) && token.depth === 0);
  const separator = tokens[separatorAt];
  const last = tokens.at(-1);
  const first = separatorAt < 0 ? tokens : tokens.slice(0, separatorAt);
  const joined = tokens.find(
    (token) =>
      token.text === "&" &&
      !token.word &&
      /[^\s&|;<>()]/.test(process.charAt(token.start - 1)) &&
      /[^\s&|;<>()]/.test(process.charAt(token.end)),
  );
  return {
    firstCommand: first.filter((token) => !isRedirection(token)),
    separator,
    goesOn: separatorAt >= 0 && separatorAt < tokens.length - 1,
    background: last !== undefined && !last.word && last.text === "&" ? last : undefined,
    joined,
    error: reader.error,
  };
}

interface Token extends ShellOperator {
  readonly word: boolean;
  /** How many parentheses are open. */
  readonly depth: number;
}

function isSeparator(token: Token): boolean {
  return !token.word && [";", "&&", "||", "|", "&"].includes(token.text);
}

function isRedirection(token: Token): boolean {
  return !token.word && /[<>]/.test(token.text);
}

function tokenize(reader: Reader, start: number): readonly Token[] {
  const { text } = reader;
  const tokens: Token[] = [];
  const open: TextRange[] = [];
  let inCase = false;
  const fail = (range: TextRange, what: string) => {
    reader.error ??= { range, what };
  };
  for (let at = start; at < text.length; ) {
    const character = text.charAt(at);
    if (blanks.includes(character)) {
      at++;
      continue;
    }
    if (character === "#") break;
    const operator = operatorAt(text, at);
    if (operator === undefined) {
      const end = wordEnd(text, at, fail);
      const word = text.slice(at, end);
      if (word === "case") inCase = true;
      const target = tokens.at(-1);
      // What a redirection names belongs to it and is no word of the command; neither is the number in front of one.
      if (target !== undefined && isRedirection(target) && !target.text.includes(" "))
        tokens[tokens.length - 1] = { ...target, text: `${target.text} ${word}`, end };
      else if (!(/^\d+$/.test(word) && /[<>]/.test(text.charAt(end))))
        tokens.push({ text: word, start: at, end, word: true, depth: open.length });
      at = end;
      continue;
    }
    const range = { start: at, end: at + operator.length };
    if (operator === "(") {
      if (takesNoParenthesis(tokens.at(-1), text, at)) fail(range, "an unquoted `(`");
      open.push(range);
    } else if (operator === ")" && open.pop() === undefined && !inCase)
      fail(range, "a `)` that nothing opens");
    tokens.push({ ...range, text: operator, word: false, depth: open.length });
    at = range.end;
  }
  const left = open[0];
  if (left !== undefined && !inCase) fail(left, "a `(` that is never closed");
  return tokens;
}

const operators = ";&|<>()";
/**
 * What parts words: one list for the loop that skips it and for the end of a word, so that each turn of the loop moves on.
 * A form feed and a vertical tab are ordinary characters. Observed: dash 0.5.12, bash 5.2, BusyBox 1.35.
 */
const blanks = " \t\r\n";
const endsWord = `${operators}${blanks}`;

/** The operator at this place, the longest that fits; parentheses too. */
function operatorAt(text: string, at: number): string | undefined {
  if (!operators.includes(text.charAt(at))) return undefined;
  const match = /^(?:&&|\|\||;;|<<<|<<|>>|<&|>&|&>>|&>|>\||<>|[;&|<>()])/.exec(text.slice(at, at + 3));
  return match?.[0];
}

const beforeCommand: ReadonlySet<string> = new Set(
  "if then else elif do while until ! { in time for case function".split(" "),
);

/** A parenthesis behind the word of a command is a syntax error, unless it is one of the shell's own notations. */
function takesNoParenthesis(before: Token | undefined, text: string, at: number): boolean {
  if (before?.word !== true || beforeCommand.has(before.text)) return false;
  if (/^\(\s*\)/.test(text.slice(at))) return false;
  return !(before.end === at && /[=@?*+!$]$/.test(before.text));
}

/** The end of the word that begins at this place; quotes and substitutions belong to it. */
function wordEnd(text: string, from: number, fail: (range: TextRange, what: string) => void): number {
  let at = from;
  while (at < text.length && !endsWord.includes(text.charAt(at))) {
    const end = partEnd(text, at);
    if (end === undefined) {
      fail({ start: at, end: at + 1 }, `a ${nameOf(text, at)} that is never closed`);
      return text.length;
    }
    at = end;
  }
  return at;
}

function nameOf(text: string, at: number): string {
  switch (text.charAt(at)) {
    case "'":
      return "single quote";
    case '"':
      return "double quote";
    case "`":
      return "backquote";
    default:
      return `\`${text.slice(at, at + 2)}\``;
  }
}

/** The end of a quoted part, a substitution or a single character; undefined if it is never closed. */
function partEnd(text: string, at: number): number | undefined {
  const character = text.charAt(at);
  if (character === "\\") return Math.min(at + 2, text.length);
  if (character === "'") {
    const close = text.indexOf("'", at + 1);
    return close < 0 ? undefined : close + 1;
  }
  if (character === '"') return closing(text, at + 1, '"');
  if (character === "`") return closing(text, at + 1, "`");
  if (character === "$" && text.charAt(at + 1) === "(") return closing(text, at + 2, ")");
  if (character === "$" && text.charAt(at + 1) === "{") return closing(text, at + 2, "}");
  return at + 1;
}

/** The offset behind the character that closes what was opened; undefined if there is none. */
function closing(text: string, from: number, close: string): number | undefined {
  let at = from;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === close) return at + 1;
    if (close === ")" && character === "(") {
      const end = closing(text, at + 1, ")");
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    // Inside double quotes a single quote is an ordinary character; inside backquotes only the backslash counts.
    const plain =
      (close === '"' && character === "'") || (close === "`" && character !== "\\") || character === "#";
    const end: number | undefined = plain ? at + 1 : partEnd(text, at);
    if (end === undefined) return undefined;
    at = end;
  }
  return undefined;
}
