// Cuts a script into words, operators and redirections.

import { Beyond } from "./problem.ts";
import { readable, readHereDocument, readWord } from "./read-word.ts";
import { type HereDocument, markOf, nested, type Reader } from "./reader.ts";
import { peek, type Source, takes } from "./source.ts";
import { type Mark, plainText, type Word, type WordPart } from "./tree.ts";

/** What the grammar is about. */
export type Token = Mark &
  (
    | { readonly kind: "word"; readonly word: Word }
    | { readonly kind: "operator" }
    | { readonly kind: "redirection"; readonly operator: string; readonly number: string }
    | { readonly kind: "end" }
  );

/** Where bash separates a file descriptor from the text after it. */
const cut = /^[ \t]*(?:-[^ \t\n;&|()<>]|\d+[<>])/;

/** What operators begin with. */
const begin = /[;&|()<>\n]/;

/** Reads the next token; after a newline also the here-documents that wait for it. */
export function readToken(reader: Reader): Token {
  const { source, facts } = reader;
  skipBlanks(source);
  const start = source.at;
  const first = peek(source);
  if (first === "") return { kind: "end", ...markOf(reader, start, start) };
  if (begin.test(first)) {
    const redirection = takeRedirection(reader);
    if (redirection !== undefined) return redirectionToken(reader, start, "", redirection);
    const operator = takeOne(source, facts.operators);
    if (operator !== undefined) {
      const { start: from, end } = markOf(reader, start, source.at);
      if (operator === "\n") readHereDocuments(reader);
      return { kind: "operator", text: operator, start: from, end };
    }
  }
  const word = readWord(reader);
  const { text, start: from, end } = word;
  const after = peek(source);
  if (after === "<" || after === ">") {
    const number = plainText(word);
    const numbered = number !== undefined && facts.redirectionNumber.test(number);
    const operator = numbered ? takeRedirection(reader) : undefined;
    if (operator !== undefined) return redirectionToken(reader, start, number ?? "", operator);
  }
  return { kind: "word", text, start: from, end, word };
}

function redirectionToken(reader: Reader, start: number, number: string, operator: string): Token {
  const { text, start: from, end } = markOf(reader, start, reader.source.at);
  return { kind: "redirection", text, start: from, end, operator, number };
}

/** Skips blanks and a comment, which goes to the end of the line. */
function skipBlanks(source: Source): void {
  for (let next = peek(source); ; next = peek(source)) {
    if (next === " " || next === "\t") source.at++;
    else if (next === "#") {
      const end = source.text.indexOf("\n", source.at);
      source.at = end < 0 ? source.text.length : end;
      return;
    } else return;
  }
}

function takeRedirection({ source, facts }: Reader): string | undefined {
  const operator = takeOne(source, facts.redirections);
  const isSubstitution = (operator === "<" || operator === ">") && source.text.charAt(source.at) === "(";
  if (isSubstitution && facts.processSubstitution) throw new Beyond(`${operator}(`);
  const isDescriptor = facts.cutsDescriptors && operator?.endsWith("&");
  if (isDescriptor && cut.test(source.text.slice(source.at))) throw new Beyond(`${operator}-`);
  return operator;
}

/** Reads the first of these that stands here. */
function takeOne(source: Source, candidates: readonly string[]): string | undefined {
  const first = peek(source);
  const start = source.at;
  for (const candidate of candidates) {
    if (!candidate.startsWith(first)) continue;
    let length = 0;
    while (length < candidate.length && takes(source, candidate.charAt(length))) length++;
    if (length === candidate.length) return candidate;
    source.at = start;
  }
  return undefined;
}

/** Their text goes up to a line that is the delimiter, or to the end. */
function readHereDocuments(reader: Reader): void {
  const waiting = reader.hereDocuments;
  reader.hereDocuments = [];
  for (const document of waiting) {
    const { source } = reader;
    const start = source.at;
    const end = endOf(source, document);
    document.content.parts = document.quoted
      ? [{ kind: "text", text: source.text.slice(start, end), quoted: true }]
      : readExpanded(reader, { ...source, text: source.text.slice(0, end), at: start });
    if (document.stripsTabs) document.content.parts = document.content.parts?.map(withoutTabs);
    const newline = source.text.indexOf("\n", end);
    source.at = end >= source.text.length || newline < 0 ? source.text.length : newline + 1;
  }
}

/** The text of a here-document in which expansions are made. A shell that reads late does not look into it at once. */
function readExpanded(reader: Reader, source: Source): readonly WordPart[] | undefined {
  const read = () => nested(reader, () => readHereDocument({ ...reader, source, openings: [] }));
  return reader.facts.substitutions === "at-once" ? read() : readable(read);
}

function withoutTabs(part: WordPart, index: number): WordPart {
  if (part.kind !== "text") return part;
  return { ...part, text: part.text.replace(index === 0 ? /(^|\n)\t+/g : /(\n)\t+/g, "$1") };
}

/** Where the line with the delimiter begins. */
function endOf({ text, at }: Source, { delimiter, stripsTabs }: HereDocument): number {
  for (let start = at; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const line = text.slice(start, newline < 0 ? text.length : newline);
    if ((stripsTabs ? line.replace(/^\t+/, "") : line) === delimiter) return start;
    if (newline < 0) break;
    start = newline + 1;
  }
  return text.length;
}
