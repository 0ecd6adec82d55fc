// Where the lines of an inittab are, for silencers: init takes pieces for lines, and joins others.

import { type InittabScan, lineAt, lineTextAt } from "../../inittab/scan.ts";
import type { SilencedLines } from "../silence.ts";

/** The lines of a scan. A silencer is about the next line that is neither blank nor comment. */
export function silencedLines(scan: InittabScan): SilencedLines {
  return {
    indexAt: (offset) => lineAt(scan, offset),
    targetOf: (index) => {
      let next = index + 1;
      while (next < scan.lines.length && ["blank", "comment"].includes(scan.lines[next]?.kind ?? "record"))
        next++;
      return next;
    },
    startOf: (index) => scan.starts[index] ?? 0,
    textOf: (index) => lineTextAt(scan, index),
    isFree: () => true,
  };
}
