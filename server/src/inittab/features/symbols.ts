import { fieldRangeAt, fieldTextAt, type InittabScan, type TextRange } from "@inittab/core";

/** A record in the outline. */
export interface RecordSymbol {
  readonly name: string;
  /** What the fields behind the id say. */
  readonly detail: string;
  readonly action: string;
  readonly range: TextRange;
  /** The part of the range that names the record, at its beginning. */
  readonly selection: TextRange;
}

/** Nobody reads a longer outline, and building it would cost hundreds of megabytes. */
const mostSymbols = 10_000;

/** The records of a file in their order, the first 10,000 of them; lines that init drops are none. */
export function recordSymbols(scan: InittabScan): readonly RecordSymbol[] {
  const symbols: RecordSymbol[] = [];
  for (let index = 0; index < scan.lines.length && symbols.length < mostSymbols; index++) {
    const line = scan.lines[index];
    if (line?.kind !== "record") continue;
    const start = scan.starts[index] ?? 0;
    const range = { start: start + line.start, end: start + line.end };
    const runlevels = fieldTextAt(scan, index, "runlevels");
    const process = fieldTextAt(scan, index, "process").trim();
    symbols.push({
      // An outline refuses a symbol without name, and BusyBox needs no id.
      name: line.id.trim() || line.action,
      detail: [runlevels, line.action, process].filter((part) => part !== "").join(" "),
      action: line.action,
      range,
      selection: fieldRangeAt(scan, index, "id") ?? range,
    });
  }
  return symbols;
}
