// A tidier text of which init reads the same. Only what no init sees is changed: blanks before a record, blanks at the end
// of comments and empty lines, and capital letters of an action where init ignores them.

import {
  dialectFacts,
  fieldRangeAt,
  type InittabReading,
  type InittabScan,
  readScan,
  scanInittab,
  type TextEdit,
  type TextRange,
} from "@inittab/core";

/** The edits that tidy up the lines in a range; none overlap. */
export function formatEdits(scan: InittabScan, range: TextRange): readonly TextEdit[] {
  const wanted = scan.lines
    .flatMap((_, index) => tidyLine(scan, index))
    .filter(({ start, end }) => range.start <= start && end <= range.end);
  if (wanted.length === 0) return [];
  const before = seen(readScan(scan));
  const isUnseen = (edits: readonly TextEdit[]) => {
    const text = withEdits(scan.text.toString(), edits);
    return seen(readScan(scanInittab(text, { ...scan.options, dialect: scan.dialect }))) === before;
  };
  if (isUnseen(wanted)) return wanted;
  // Somewhere a blank matters after all: a line may be joined to the next, or be cut elsewhere.
  return wanted.length > mostTried ? [] : wanted.filter((edit) => isUnseen([edit]));
}

/** So many edits are tried one by one; each costs a reading of the table. */
const mostTried = 50;

function tidyLine(scan: InittabScan, index: number): readonly TextEdit[] {
  const line = scan.lines[index];
  const base = scan.starts[index] ?? 0;
  if (line === undefined) return [];
  const leading = { start: base, end: base + line.start, text: "" };
  const text = scan.text.slice(base, base + line.end);
  const trailing = { start: base + (/[ \t]*$/.exec(text)?.index ?? 0), end: base + line.end, text: "" };
  switch (line.kind) {
    case "blank":
      return [trailing].filter(isEdit);
    case "comment":
      return [leading, trailing].filter(isEdit);
    case "record":
      return [leading, ...actionInLowerCase(scan, index)].filter(isEdit);
    case "rejected":
      return [];
  }
}

function actionInLowerCase(scan: InittabScan, index: number): readonly TextEdit[] {
  const range = fieldRangeAt(scan, index, "action");
  if (range === undefined || dialectFacts[scan.dialect].ignoresCase !== true) return [];
  const written = scan.text.slice(range.start, range.end);
  return /[A-Z]/.test(written) ? [{ ...range, text: written.toLowerCase() }] : [];
}

function isEdit({ start, end }: TextEdit): boolean {
  return start < end;
}

/** All that init has of a table. What it says of a line that it drops has the line's number, and no blanks. */
function seen({ records, dropped, replaced, messages }: InittabReading): string {
  return JSON.stringify([records, dropped.map(({ line, reason }) => [line, reason]), replaced, messages]);
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight(
    (result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end),
    text,
  );
}
