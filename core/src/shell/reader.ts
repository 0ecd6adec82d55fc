// The state that all parts of the reader share.

import { Beyond, SyntaxProblem } from "./problem.ts";
import type { ShellFacts } from "./shells.ts";
import { rangeOf, type Source } from "./source.ts";
import type { List, Mark, WordPart } from "./tree.ts";

/** A text as one shell reads it. */
export interface Reader {
  readonly source: Source;
  readonly facts: ShellFacts;
  /** The quotes and substitutions that are open, the outermost first. */
  readonly openings: Mark[];
  /** How deep the nesting is. */
  depth: number;
  /** Set while the word after `<<` is read, in which only quotes count. */
  literal: boolean;
  /** Here-documents whose text follows the next newline. */
  hereDocuments: HereDocument[];
  /** Reads the commands of a substitution and what closes it; in backquotes, up to the end of the source. */
  readonly readCommands: (reader: Reader, closing: ")" | undefined) => List;
}

/** A here-document whose text has not been read yet. */
export interface HereDocument {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripsTabs: boolean;
  /** Its text, once it has been read. */
  readonly content: { parts: readonly WordPart[] | undefined };
}

/** Nesting is followed no deeper, so that no text exhausts the stack. */
const deepest = 200;

/** Reads the inside of something that has been opened; at the end of the text it is reported as never closed. */
export function inside<T>(reader: Reader, opening: Mark, read: () => T): T {
  reader.openings.push(opening);
  const result = nested(reader, read);
  reader.openings.pop();
  return result;
}

/** Reads one level deeper. */
export function nested<T>(reader: Reader, read: () => T): T {
  if (reader.depth >= deepest) throw new Beyond("nesting");
  reader.depth++;
  const result = read();
  reader.depth--;
  return result;
}

/** Gives up: this is never closed. The outermost opening is reported, since all the rest stands in it. */
export function neverClosed(reader: Reader, opening: Mark, wanted?: string): never {
  const { text, start, end } = reader.openings[0] ?? opening;
  const isQuote = text === "'" || text === '"';
  throw new SyntaxProblem({
    kind: "open",
    opening: text,
    // Of `$(` and its like the first character is enough.
    range: { start, end: text.startsWith("$") ? start + 1 : end },
    near: isQuote ? text : "end of file",
    ...(wanted !== undefined && { wanted }),
  });
}

/** A stretch of the text with its place in the process. */
export function markOf({ source }: Reader, start: number, end: number): Mark {
  const place = rangeOf(source, start, end);
  return { text: source.text.slice(start, end), start: place.start, end: place.end };
}
