// Reads words: quotes, escapes, expansions and substitutions, as deep as they are nested.

import { readBackquoted } from "./backquotes.ts";
import { readName, readParameter, specialParameters } from "./parameter.ts";
import { Beyond, SyntaxProblem } from "./problem.ts";
import { inside, markOf, neverClosed, type Reader } from "./reader.ts";
import { peek, takes } from "./source.ts";
import type { List, Mark, Word, WordPart } from "./tree.ts";

/** Where a part of a word stands; it decides what ends it and what quotes mean in it. */
type Stretch =
  | "word"
  /** Between double quotes, wherever these stand. */
  | "quotes"
  /** In `${…}`: quotes count, blanks and operators do not. */
  | "braces"
  /** In `${…}` between double quotes, where a single quote is an ordinary character. */
  | "quoted-braces"
  | "arithmetic"
  | "here-document";

/** What ends a word. A form feed and a vertical tab do not. Observed: dash 0.5.12, bash 5.2, BusyBox 1.35. */
const endsWord = " \t\n;&|()<>";

/** Characters that mean something in some part of a word. */
const special = /[ \t\n;&|()<>\\'"$`}]/g;

/** Reads the word that begins here; without parts where none does. */
export function readWord(reader: Reader): Word {
  const { source } = reader;
  peek(source);
  const start = source.at;
  const parts: WordPart[] = [];
  readParts(reader, "word", parts);
  // An index may go on after blanks.
  if (reader.facts.arrays && /^[A-Za-z_]\w*\[[^\]]*$/.test(source.text.slice(start, source.at)))
    throw new Beyond("[");
  const { text, start: from, end } = markOf(reader, start, source.at);
  return { text, start: from, end, parts };
}

/** Reads the text of a here-document in which expansions are made. */
export function readHereDocument(reader: Reader): readonly WordPart[] {
  const parts: WordPart[] = [];
  readParts(reader, "here-document", parts);
  return parts;
}

/** Reads up to the character that ends the stretch, but not past it. */
function readParts(reader: Reader, stretch: Stretch, parts: WordPart[]): void {
  const { source } = reader;
  const quoted = isQuoted(stretch);
  const openParentheses = { count: 0 };
  for (let next = peek(source); next !== ""; next = peek(source)) {
    if (isEnd(reader, stretch, next, openParentheses)) return;
    switch (next) {
      case "\\":
        readEscape(reader, stretch, parts);
        break;
      case "'":
        if (quoted) readPlain(reader, quoted, parts);
        else readSingleQuoted(reader, parts);
        break;
      case '"':
        if (stretch === "here-document") readPlain(reader, quoted, parts);
        // Arithmetic ignores it.
        else if (stretch === "arithmetic") source.at++;
        else readDoubleQuoted(reader, parts);
        break;
      case "$":
        readDollar(reader, stretch, parts);
        break;
      case "`":
        readBackquotes(reader, quoted, parts);
        break;
      default:
        readPlain(reader, quoted, parts);
    }
  }
  const opening = reader.openings.at(-1);
  if (stretch !== "word" && stretch !== "here-document" && opening !== undefined)
    neverClosed(reader, opening);
}

function isQuoted(stretch: Stretch): boolean {
  return stretch !== "word" && stretch !== "braces";
}

function isEnd(reader: Reader, stretch: Stretch, next: string, open: { count: number }): boolean {
  switch (stretch) {
    case "word":
      if (!endsWord.includes(next)) return false;
      if (next === "(" || next === "<" || next === ">") refuseOwn(reader, next);
      return true;
    case "quotes":
      return next === '"';
    case "braces":
    case "quoted-braces":
      return next === "}";
    case "arithmetic":
      if (next === "(") open.count++;
      if (next !== ")") return false;
      if (open.count > 0) {
        open.count--;
        return false;
      }
      // A single one is a part of the text, or shows that this is not arithmetic.
      return closesArithmetic(reader) || reader.facts.arithmeticCommands;
    case "here-document":
      return false;
  }
}

/** Arrays and process substitutions go on with the word, in shells that have them. */
function refuseOwn({ source, facts }: Reader, next: string): void {
  const before = source.text.charAt(source.at - 1);
  if (next === "(" && facts.arrays && before === "=") throw new Beyond("=(");
  const isSubstitution = next !== "(" && source.text.charAt(source.at + 1) === "(";
  if (isSubstitution && facts.processSubstitution) throw new Beyond(`${next}(`);
}

function closesArithmetic({ source }: Reader): boolean {
  const { at } = source;
  source.at++;
  const closes = peek(source) === ")";
  source.at = at;
  return closes;
}

/** Reads on to the next character that may mean something. */
function readPlain({ source }: Reader, quoted: boolean, parts: WordPart[]): void {
  special.lastIndex = source.at + 1;
  const end = special.exec(source.text)?.index ?? source.text.length;
  addText(parts, source.text.slice(source.at, end), quoted);
  source.at = end;
}

function addText(parts: WordPart[], text: string, quoted: boolean): void {
  const last = parts.at(-1);
  if (last?.kind === "text" && last.quoted === quoted)
    parts[parts.length - 1] = { ...last, text: last.text + text };
  else parts.push({ kind: "text", text, quoted });
}

function readEscape({ source }: Reader, stretch: Stretch, parts: WordPart[]): void {
  const escaped = source.text.charAt(source.at + 1);
  // Between double quotes it is kept in front of most characters; at the very end it stands for itself.
  const inBraces = stretch === "quoted-braces";
  const keepsQuote = stretch === "here-document" && escaped === '"';
  const isUndone =
    !isQuoted(stretch) || (!keepsQuote && '\\`$"'.includes(escaped)) || (inBraces && escaped === "}");
  const text = escaped === "" ? "\\" : isUndone ? escaped : `\\${escaped}`;
  addText(parts, text, true);
  source.at = Math.min(source.at + 2, source.text.length);
}

function readSingleQuoted(reader: Reader, parts: WordPart[]): void {
  const { source } = reader;
  const start = source.at;
  const end = source.text.indexOf("'", start + 1);
  if (end < 0) neverClosed(reader, markOf(reader, start, start + 1));
  addText(parts, source.text.slice(start + 1, end), true);
  source.at = end + 1;
}

function readDoubleQuoted(reader: Reader, parts: WordPart[]): void {
  const opening = takeMark(reader, 1);
  // An empty pair of quotes makes a word too.
  addText(parts, "", true);
  inside(reader, opening, () => readParts(reader, "quotes", parts));
  reader.source.at++;
}

/** Reads past some characters, with line continuations in between. */
function takeMark(reader: Reader, length: number): Mark {
  const { source } = reader;
  peek(source);
  const start = source.at;
  for (let count = 0; count < length; count++) {
    peek(source);
    source.at++;
  }
  return markOf(reader, start, source.at);
}

function readDollar(reader: Reader, stretch: Stretch, parts: WordPart[]): void {
  const { source, facts, literal } = reader;
  const quoted = isQuoted(stretch);
  const start = source.at;
  source.at++;
  const next = peek(source);
  if (next === "'" && !quoted && facts.dollarQuotes) readDollarQuoted(reader, parts);
  else if (literal || next === "") addText(parts, "$", !literal || quoted);
  else if (next === "[" && facts.bracketArithmetic) throw new Beyond("$[");
  else if (next === "(") {
    source.at = start;
    readParenthesis(reader, quoted, parts);
  } else if (next === "{") {
    source.at = start;
    readBraces(reader, stretch, parts);
  } else {
    const name = /[0-9]/.test(next) || specialParameters.includes(next) ? next : readName(source);
    if (name === next && !/[A-Za-z_]/.test(next)) source.at++;
    if (name === "") addText(parts, "$", true);
    else parts.push({ kind: "variable", name, quoted });
  }
}

/** `$'…'`: a backslash escapes any character. */
function readDollarQuoted(reader: Reader, parts: WordPart[]): void {
  const { source } = reader;
  source.at++;
  const rest = /^(?:[^'\\]|\\.)*'/s.exec(source.text.slice(source.at))?.[0];
  if (rest === undefined) neverClosed(reader, markOf(reader, source.at - 1, source.at));
  source.at += rest.length;
  parts.push({ kind: "escaped", text: rest.slice(0, -1), quoted: true });
}

function readBraces(reader: Reader, stretch: Stretch, parts: WordPart[]): void {
  const { source, facts } = reader;
  const quoted = isQuoted(stretch);
  const opening = takeMark(reader, 2);
  const parameter = readParameter(source, facts);
  if (parameter.kind === "plain") {
    parts.push({ kind: "variable", name: parameter.name, quoted });
    return;
  }
  const { name, operator } = parameter;
  const word: WordPart[] = [];
  parts.push({ kind: "parameter", expansion: { name, operator, word }, quoted });
  const within = quoted && parameter.kind !== "trims" ? "quoted-braces" : "braces";
  inside(reader, opening, () => readParts(reader, within, word));
  source.at++;
}

function readParenthesis(reader: Reader, quoted: boolean, parts: WordPart[]): void {
  const { source } = reader;
  const start = source.at;
  const opening = takeMark(reader, 2);
  if (takes(source, "(")) {
    source.at = start;
    parts.push({ kind: "arithmetic", parts: readArithmetic(reader), quoted });
  } else parts.push({ kind: "substitution", body: readSubstitution(reader, opening), quoted });
}

function readSubstitution(reader: Reader, opening: Mark): List {
  try {
    return inside(reader, opening, () => reader.readCommands(reader, ")"));
  } catch (problem) {
    // A mistake inside is found too late to matter, unless the end is missing.
    const isLate = reader.facts.substitutions === "late";
    if (isLate && problem instanceof SyntaxProblem && problem.problem.kind !== "open") throw new Beyond("$(");
    throw problem;
  }
}

function readArithmetic(reader: Reader): readonly WordPart[] {
  const { source, facts } = reader;
  const parts: WordPart[] = [];
  const opening = takeMark(reader, 3);
  const start = source.at;
  try {
    inside(reader, opening, () => readParts(reader, "arithmetic", parts));
  } catch (problem) {
    // Two parentheses may still close it in a way that is not known here.
    const mayEnd = facts.arithmeticCommands && /\).*\)/s.test(source.text.slice(start));
    throw mayEnd ? new Beyond("$((") : problem;
  }
  // Otherwise it may be a substitution that begins with a subshell.
  if (!closesArithmetic(reader)) throw new Beyond("$((");
  takeMark(reader, 2);
  return parts;
}

function readBackquotes(reader: Reader, quoted: boolean, parts: WordPart[]): void {
  const { source, facts, literal } = reader;
  if (literal) {
    readPlain(reader, quoted, parts);
    return;
  }
  const opening = takeMark(reader, 1);
  const inner = readBackquoted(source, quoted);
  if (inner === undefined) neverClosed(reader, opening);
  const read = () =>
    reader.readCommands({ ...reader, source: inner, openings: [], hereDocuments: [] }, undefined);
  const body = facts.substitutions === "at-once" ? read() : readable(read);
  parts.push({ kind: "substitution", body, quoted });
}

/** Undefined where it cannot be read: a shell that reads late finds that out later. */
export function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof SyntaxProblem || problem instanceof Beyond) return undefined;
    throw problem;
  }
}
