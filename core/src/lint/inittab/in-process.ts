// From places in a record's process to places in its line.

import type { TextRange } from "../../text/range.ts";
import type { LineContext } from "./contract.ts";

/** A range of a record's process, counted from the beginning of the line. */
export function inProcess(context: LineContext, range: TextRange): TextRange {
  const { start, end } = context.range("process");
  if (context.line.count > 1) {
    const written = context.text.slice(start, end);
    return { start: start + unfolded(written, range.start), end: start + unfolded(written, range.end) };
  }
  return { start: start + range.start, end: start + range.end };
}

/** Where a character of a field stands in what is written, with the marks that join its lines. */
function unfolded(written: string, offset: number): number {
  let at = 0;
  for (let left = offset; left > 0 || written.startsWith("\\\n", at); ) {
    if (written.startsWith("\\\n", at)) at += 2;
    else {
      at++;
      left--;
    }
  }
  return at;
}
