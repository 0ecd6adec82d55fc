// Which part of a header a cursor is in.

import {
  type HeaderWord,
  type LsbField,
  type LsbSection,
  readLsbSections,
  type TextRange,
} from "@inittab/core";

/** A place in a header. */
export type HeaderSpot =
  /** In the word before the colon, or where one could begin. */
  | { readonly kind: "keyword"; readonly section: LsbSection; readonly range: TextRange }
  /** After the colon of a keyword; `word` is the one that the cursor touches. */
  | {
      readonly kind: "value";
      readonly section: LsbSection;
      readonly field: LsbField;
      readonly word: HeaderWord | undefined;
    };

/** Where values begin in most headers. */
export const valueColumn = 21;

/** The part of an LSB header at an offset; undefined outside, and on the markers. */
export function headerSpotAt(text: string, offset: number): HeaderSpot | undefined {
  const section = readLsbSections(text).find(({ range }) => range.start <= offset && offset <= range.end);
  if (section === undefined) return undefined;
  const { begin, end } = section;
  if (offset <= begin.line.end || (end !== undefined && offset >= end.line.start)) return undefined;
  const field = section.fields.find(({ line }) => line.start <= offset && offset <= line.end);
  if (field !== undefined && offset > field.keyword.end) {
    const word = field.words.find(({ start, end: behind }) => start <= offset && offset <= behind);
    return { kind: "value", section, field, word };
  }
  if (field !== undefined) return { kind: "keyword", section, range: field.keyword };
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const typed = /^[ \t]*#[ \t]*([\w-]*)$/.exec(text.slice(lineStart, offset));
  if (typed === null) return undefined;
  const behind = /^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0;
  return {
    kind: "keyword",
    section,
    range: { start: offset - (typed[1] ?? "").length, end: offset + behind },
  };
}

/** The stretch of these characters around an offset; empty where there are none. */
export function wordAround(text: string, offset: number, characters: RegExp): HeaderWord {
  let start = offset;
  while (start > 0 && characters.test(text.charAt(start - 1))) start--;
  let end = offset;
  while (end < text.length && characters.test(text.charAt(end))) end++;
  return { text: text.slice(start, end), start, end };
}
