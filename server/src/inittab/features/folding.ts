// Two things fold: a run of comment lines, and a paragraph of records together with the comment line that heads it.

import { type InittabScan, past } from "@inittab/core";
import type { Fold } from "../../features/answers.ts";

/** The folds in the order of the text; none overlap. */
export function folds(scan: InittabScan): readonly Fold[] {
  const found: Fold[] = [];
  const { lines } = scan;
  for (let index = 0, next = 0; index < lines.length; index = past(index, next)) {
    const comments = runFrom(scan, index, (kind) => kind === "comment");
    const records = runFrom(scan, comments, (kind) => kind === "record" || kind === "rejected");
    if (comments - index > 1) found.push(fold(scan, "comment", index, comments));
    // A heading of several lines folds by itself, since two folds cannot begin on one line.
    const first = comments - index === 1 ? index : comments;
    if (records > comments && records - first > 1) found.push(fold(scan, "records", first, records));
    next = records;
  }
  return found;
}

function runFrom(scan: InittabScan, from: number, belongs: (kind: string) => boolean): number {
  let index = from;
  while (belongs(scan.lines[index]?.kind ?? "blank")) index++;
  return index;
}

function fold(scan: InittabScan, kind: Fold["kind"], first: number, behind: number): Fold {
  const last = behind - 1;
  return {
    kind,
    start: scan.starts[first] ?? 0,
    end: (scan.starts[last] ?? 0) + (scan.lines[last]?.end ?? 0),
  };
}
