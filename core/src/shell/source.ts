// A text that is read character by character, as a shell does it.

import type { TextRange } from "../text/range.ts";

/** A text and how far it has been read. */
export interface Source {
  readonly text: string;
  /**
   * Where each character stands in the process, for a text that is not a piece of it: text between backquotes is read
   * without its backslashes. One more than the text has characters.
   */
  readonly places: readonly number[] | undefined;
  at: number;
}

/** The next character; empty at the end. A backslash in front of a newline vanishes together with it. */
export function peek(source: Source): string {
  const { text } = source;
  while (text.charAt(source.at) === "\\" && text.charAt(source.at + 1) === "\n") source.at += 2;
  return text.charAt(source.at);
}

/** Reads past the next character, if it is this one. */
export function takes(source: Source, character: string): boolean {
  if (peek(source) !== character) return false;
  source.at += character.length;
  return true;
}

/** A stretch of the text that is read, as a range of the process. */
export function rangeOf({ places }: Source, start: number, end: number): TextRange {
  if (places === undefined) return { start, end };
  const from = places[start] ?? 0;
  return { start: from, end: Math.max(from + 1, places[end] ?? 0) };
}
