// Before 3.14 init reads a long line in pieces and takes each for a line.

import type { InittabScan } from "../../inittab/scan.ts";

/** A line in pieces: the index of the first piece, and those of the others. */
export interface LongLine {
  readonly head: number;
  readonly pieces: readonly number[];
}

const newline = 10;

/** The lines of the file that the reader has cut into pieces. */
export function tailsOf(scan: InittabScan): readonly LongLine[] {
  const found: LongLine[] = [];
  const { lines } = scan;
  for (let index = 0; index + 1 < lines.length; index++) {
    if (lines[index]?.terminated !== false || !continues(scan, index + 1)) continue;
    const pieces: number[] = [];
    for (let next = index + 1; next < lines.length && continues(scan, next); next++) pieces.push(next);
    found.push({ head: index, pieces });
    index += pieces.length;
  }
  return found;
}

/** Whether this piece begins in the middle of a line. */
export function continues(scan: InittabScan, index: number): boolean {
  const start = scan.starts[index] ?? 0;
  return start > 0 && scan.text.charCodeAt(start - 1) !== newline;
}
