// What the file rules share, found in one pass over the lines.

import { defaultLevelOf, isLevel } from "../inittab/runlevels.ts";
import { fieldRangeAt, fieldTextAt, type InittabScan } from "../inittab/scan.ts";
import { behaviourOf, repeatableId } from "../inittab/versions.ts";
import type { FileContext } from "./contract.ts";

const none: readonly number[] = [];

/** Looks at every line once. */
export function fileContext(scan: InittabScan): FileContext {
  const byAction = new Map<string, number[]>();
  const byId = new Map<string, number>();
  const duplicates: (readonly [number, number])[] = [];
  const unique = scan.dialect === "sysvinit";
  let recordCount = 0;
  for (let index = 0; index < scan.lines.length; index++) {
    const line = scan.lines[index];
    if (line?.kind !== "record") continue;
    if (unique && line.id !== repeatableId) {
      const first = byId.get(line.id);
      if (first !== undefined) {
        duplicates.push([index, first]);
        continue;
      }
      byId.set(line.id, index);
    }
    recordCount++;
    const indexes = byAction.get(line.action);
    if (indexes === undefined) byAction.set(line.action, [index]);
    else indexes.push(index);
  }
  const linesOf = (action: string) => byAction.get(action) ?? none;
  const initdefault = scan.lines[linesOf("initdefault")[0] ?? -1];
  const level = initdefault && defaultLevelOf(initdefault.runlevels);
  return {
    scan,
    behaviour: behaviourOf(scan.version),
    linesOf,
    duplicates,
    defaultLevel: level !== undefined && isLevel(level) ? level : undefined,
    recordCount,
    lineNumber: (index) => scan.text.slice(0, scan.starts[index] ?? 0).split("\n").length,
    field: (index, name) => fieldTextAt(scan, index, name),
    range: (index, name) => fieldRangeAt(scan, index, name) ?? endOf(scan, index),
  };
}

function endOf(scan: InittabScan, index: number): { readonly start: number; readonly end: number } {
  const end = (scan.starts[index] ?? 0) + (scan.lines[index]?.end ?? 0);
  return { start: end, end };
}
