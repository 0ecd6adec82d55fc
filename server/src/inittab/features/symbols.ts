import { fieldRangeAt, fieldTextAt, findAction, type InittabScan } from "@inittab/core";
import type { Places } from "../../documents/open-document.ts";
import type { NamedPlace, OutlineKind, OutlineSymbol } from "../../features/answers.ts";
import { hasLetters } from "../../features/letters.ts";

/** Nobody reads a longer outline, and building it would cost hundreds of megabytes. */
const mostSymbols = 10_000;

/** The records of a file in their order, the first 10,000 of them, without the lines that init drops. */
export function recordSymbols(scan: InittabScan): readonly OutlineSymbol[] {
  return recordIndexes(scan).map((index) => recordSymbol(scan, index));
}

/** The indexes of the lines that are these records. */
export function recordIndexes({ lines }: InittabScan): readonly number[] {
  const indexes: number[] = [];
  for (let index = 0; index < lines.length && indexes.length < mostSymbols; index++)
    if (lines[index]?.kind === "record") indexes.push(index);
  return indexes;
}

/** The symbol of the record in the line with this index. */
export function recordSymbol(scan: InittabScan, index: number): OutlineSymbol {
  const line = scan.lines[index];
  const { id = "", action = "" } = line ?? {};
  const start = scan.starts[index] ?? 0;
  const range = { start: start + (line?.start ?? 0), end: start + (line?.end ?? 0) };
  const runlevels = fieldTextAt(scan, index, "runlevels");
  const process = fieldTextAt(scan, index, "process").trim();
  const when = runlevels === "" ? action : `${runlevels} ${action}`;
  return {
    kind: kindOf(action),
    // An outline refuses a symbol without name, and BusyBox needs no id.
    name: id.trim() || action,
    // What the fields behind the id say.
    detail: process === "" ? when : `${when} ${process}`,
    range,
    selection: { start: range.start, end: (fieldRangeAt(scan, index, "id") ?? range).end },
  };
}

/** The records whose id or process has the letters of a query in this order. */
export function namedRecords(
  { places, scan }: { readonly places: Places; readonly scan: InittabScan },
  query: string,
): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  for (let index = 0; index < scan.lines.length && found.length < mostSymbols; index++) {
    const line = scan.lines[index];
    if (line?.kind !== "record") continue;
    const process = fieldTextAt(scan, index, "process").trim();
    const name = [line.id.trim(), process].filter((part) => part !== "").join(" ") || line.action;
    if (!hasLetters(name.toLowerCase(), query.toLowerCase())) continue;
    const start = scan.starts[index] ?? 0;
    const range = { start: start + line.start, end: start + line.end };
    found.push({ name, container: line.action, places, range });
  }
  return found;
}

function kindOf(action: string): OutlineKind {
  const trigger = findAction(action)?.trigger;
  switch (trigger) {
    case "boot":
    case "power":
    case "keyboard":
    case "shutdown":
      return "event";
    case "never":
      return "constant";
    case "runlevel":
    case undefined:
      return "function";
    default:
      return trigger satisfies never;
  }
}
