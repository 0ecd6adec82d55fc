// A tidier header of which every program reads the same: its values stand below each other, and no line ends in blanks.
// Nothing else of a script is touched, for only of a comment it is certain that no shell sees it.

import {
  headerReaders,
  type LsbField,
  type LsbSection,
  readChkconfigHeader,
  readLsbSections,
  type TextEdit,
  type TextRange,
  viewHeader,
} from "@inittab/core";
import { valueColumn } from "../header-spot.ts";

/** The edits that tidy up the headers in a range; none overlap. */
export function scriptFormatEdits(text: string, range: TextRange): readonly TextEdit[] {
  const wanted = readLsbSections(text)
    .filter((section) => isAmongFirstComments(text, section))
    .flatMap((section) => tidySection(text, section))
    .filter(({ start, end }) => range.start <= start && end <= range.end);
  if (wanted.length === 0) return [];
  const before = seen(text);
  const isUnseen = (edits: readonly TextEdit[]) => seen(withEdits(text, edits)) === before;
  if (isUnseen(wanted)) return wanted;
  // Somewhere a blank matters after all: one reader may end a value or a line where the others do not.
  return wanted.length > mostTried ? [] : wanted.filter((edit) => isUnseen([edit]));
}

/** So many edits are tried one by one; each costs five readings of the header. */
const mostTried = 50;

/** Before the first command a line that begins with a number sign is a comment, and not in a text of the script's. */
function isAmongFirstComments(text: string, { range }: LsbSection): boolean {
  return /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?:#.*)?$/.test(text.slice(0, range.end));
}

function tidySection(text: string, { fields, strayLines }: LsbSection): readonly TextEdit[] {
  const others = [...fields.flatMap(({ continuation }) => continuation), ...strayLines];
  return [
    ...fields.flatMap((field) => [...gapOf(text, field), ...trailing(field.line, field.keyword.end)]),
    ...others.flatMap((line) => trailing(line, line.start)),
  ].toSorted((one, other) => one.start - other.start);
}

/** The blanks between a colon and its value. */
function gapOf(text: string, { line, keyword, fact, value }: LsbField): readonly TextEdit[] {
  const isUsual = keyword.start === line.start + 2 && line.text.startsWith("# ");
  if (fact === undefined || value.text === "" || !isUsual || text[keyword.end] !== ":") return [];
  const start = keyword.end + 1;
  const gap = " ".repeat(Math.max(1, valueColumn - (start - line.start)));
  return text.slice(start, value.start) === gap ? [] : [{ start, end: value.start, text: gap }];
}

/** The blanks at the end of a line, but not those before a place in it. */
function trailing(
  line: { readonly start: number; readonly end: number; readonly text: string },
  from: number,
): readonly TextEdit[] {
  const length = line.text.trimEnd().length;
  const blanks = line.text.slice(length);
  const start = Math.max(line.start + length, from);
  return /^[ \t]+$/.test(blanks) && start < line.end ? [{ start, end: line.end, text: "" }] : [];
}

/** All that any program has of the headers, but for blanks around a value. */
function seen(text: string): string {
  const views = headerReaders.map((reader) => {
    const { found, values } = viewHeader(reader, text);
    const all = [...values.values()].map(({ keyword, text: value, words, line }) => [
      keyword,
      line,
      value.trim(),
      words.map((word) => word.text.trim()),
    ]);
    return [found, all];
  });
  const { levels, startNumber, stopNumber, description, obstacle } = readChkconfigHeader(text);
  return JSON.stringify([views, levels, startNumber, stopNumber, description?.trim(), obstacle]);
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end),
    text,
  );
}
