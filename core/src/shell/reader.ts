// What everything that reads a script shares.

import { Beyond, SyntaxProblem } from "./problem.ts";
import type { ShellFacts } from "./shells.ts";
import { rangeOf, type Source } from "./source.ts";
import type { List, Mark } from "./tree.ts";

/** A text as one shell reads it. */
export interface Reader {
  readonly source: Source;
  readonly facts: ShellFacts;
  /** The quotes and substitutions that are open, the outermost first. */
  readonly openings: Mark[];
  /** How many things stand in each other. */
  depth: number;
  /** Set while the word behind `<<` is read, in which only quotes count. */
  literal: boolean;
  /** Here-documents whose text follows the next newline. */
  hereDocuments: HereDocument[];
  /** Reads commands up to the one that closes a substitution, and over it; in backquotes up to the end. */
  readonly readCommands: (reader: Reader, closing: ")" | undefined) => List;
}

/** A here-document of which only the beginning has been read. */
export interface HereDocument {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripsTabs: boolean;
}

/** Deeper nesting is followed no further, so that no text exhausts the stack. */
const deepest = 200;

/** Reads what stands inside something that has been opened; at the end of the text it is told as never closed. */
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

/** Gives up: this is never closed. What was opened first is told, since it holds all that follows. */
export function neverClosed(reader: Reader, opening: Mark): never {
  const { text, start, end } = reader.openings[0] ?? opening;
  const isQuote = text === "'" || text === '"';
  throw new SyntaxProblem({
    kind: "open",
    opening: text,
    // Of `$(` and its like the first character is enough.
    range: { start, end: text.startsWith("$") ? start + 1 : end },
    near: isQuote ? text : "end of file",
  });
}

/** A stretch of the text with its place in the process. */
export function markOf({ source }: Reader, start: number, end: number): Mark {
  return { text: source.text.slice(start, end), ...rangeOf(source, start, end) };
}
