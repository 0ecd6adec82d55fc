// Colours from the lines that init sees, for clients whose own highlighting knows less. They are asked for after each key,
// so what a line has is remembered with it: an edit makes new lines only where it touched the text.

import {
  commandLine,
  fieldRange,
  type InittabLine,
  type InittabScan,
  lineAt,
  type TextRange,
} from "@inittab/core";
import type { Token, TokenLine } from "../../features/answers.ts";

/** The lines that touch the range, in the order of the text. */
export function* tokenLines(scan: InittabScan, range: TextRange): Generator<TokenLine> {
  for (let index = lineAt(scan, range.start); index < scan.lines.length; index++) {
    const start = scan.starts[index] ?? 0;
    if (start > range.end) break;
    yield tokenLine(scan, index);
  }
}

/** A line with its tokens. */
export function tokenLine(scan: InittabScan, index: number): TokenLine {
  return { start: scan.starts[index] ?? 0, tokens: lineTokens(scan, index) };
}

const known = new WeakMap<InittabLine, readonly Token[]>();

/** The tokens of a line, counted from its beginning. */
function lineTokens(scan: InittabScan, index: number): readonly Token[] {
  const line = scan.lines[index];
  if (line === undefined) return [];
  const made = known.get(line);
  if (made !== undefined) return made;
  const tokens = tokensOf(scan, line, scan.starts[index] ?? 0);
  known.set(line, tokens);
  return tokens;
}

function tokensOf(scan: InittabScan, line: InittabLine, base: number): readonly Token[] {
  const { start, end } = line;
  const text = scan.text.slice(base, base + end);
  if (line.kind === "comment") return onLines({ type: "comment", start, end }, text);
  if (line.kind === "blank") return [];
  const fields = fieldTypes.flatMap(([name, type]) => {
    const range = fieldRange(line, name);
    return range === undefined ? [] : onLines({ type, ...range }, text);
  });
  const process = fieldRange(line, "process");
  return process === undefined ? fields : [...fields, ...processTokens(scan, text, process)];
}

const fieldTypes = [
  ["id", "property"],
  ["runlevels", "number"],
  ["action", "keyword"],
] as const;

/** The words that init runs without a shell are its own; of what a shell runs this is a sketch, made while somebody types. */
function processTokens(scan: InittabScan, text: string, { start, end }: TextRange): readonly Token[] {
  const process = text.slice(start, end);
  const command = commandLine(process, { dialect: scan.dialect, version: scan.version });
  const tokens: Token[] = [];
  const add = (type: Token["type"], range: TextRange) =>
    tokens.push(...onLines({ type, start: start + range.start, end: start + range.end }, text));
  add("operator", command.flags);
  if (command.kind === "direct") {
    for (const [index, word] of command.words.entries()) add(index === 0 ? "function" : "string", word);
    add("comment", command.lost);
  }
  if (command.kind !== "shell") return tokens;
  let isProgram = true;
  const from = command.script.start;
  for (const { 0: piece, index } of process.slice(from).matchAll(shellPieces)) {
    const type = typeOf(piece, isProgram);
    add(type, { start: from + index, end: from + index + piece.length });
    // After a redirection comes a file, after any other operator a program.
    isProgram = type === "operator" && /[;|&(]$/.test(piece);
  }
  return tokens;
}

/** A comment, operators, or a word with what it quotes; a quote that is left open goes on to the end. */
const shellPieces =
  /#.*|[;&|<>()]+|(?:\\[\s\S]?|'[^']*'?|"(?:\\[\s\S]|[^"\\])*"?|`(?:\\[\s\S]|[^`\\])*`?|[^ \t;&|<>()'"`\\])+/g;

function typeOf(piece: string, isProgram: boolean): Token["type"] {
  if (piece.startsWith("#")) return "comment";
  if (/^[;&|<>()]/.test(piece)) return "operator";
  return isProgram ? "function" : "string";
}

/** The token in pieces that lie on one line each: BusyBox joins lines. */
function onLines({ type, start, end }: Token, text: string): readonly Token[] {
  const pieces: Token[] = [];
  for (const { 0: piece, index } of text.slice(start, end).matchAll(/[^\r\n]+/g))
    pieces.push({ type, start: start + index, end: start + index + piece.length });
  return pieces;
}
