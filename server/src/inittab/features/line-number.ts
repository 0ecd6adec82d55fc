// Lines as init counts them, and as a scan has them: a joined line is one line of the scan, but some inits count each part.

import type { InittabScan } from "@inittab/core";

const known = new WeakMap<InittabScan, ReadonlyMap<number, number>>();

/** The index in the scan of the line to which init gives this number, from 1; undefined where there is none. */
export function indexOfLine(scan: InittabScan, line: number): number | undefined {
  const indexes = known.get(scan) ?? numbersOf(scan);
  known.set(scan, indexes);
  return indexes.get(line);
}

function numbersOf({ lines }: InittabScan): ReadonlyMap<number, number> {
  const indexes = new Map<number, number>();
  let count = 0;
  for (const [index, line] of lines.entries()) {
    count += line.count;
    // Init names the last of the lines that it has joined.
    if (line.count > 0) indexes.set(count, index);
  }
  return indexes;
}
