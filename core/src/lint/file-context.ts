// What the file rules share, found in one pass over the lines.

import { defaultLevelOf, isLevel } from "../inittab/runlevels.ts";
import { fieldRangeAt, fieldTextAt, type InittabScan, type TextEdit } from "../inittab/scan.ts";
import { behaviourOf, repeatableId } from "../inittab/versions.ts";
import type { SourceText } from "../text/source-text.ts";
import type { FileContext } from "./contract.ts";
import { IdTable } from "./id-table.ts";

const none: readonly number[] = [];

/** Looks at every line once. */
export function fileContext(scan: InittabScan): FileContext {
  const { lines } = scan;
  const byAction = new Map<string, number[]>();
  const duplicates: (readonly [number, number])[] = [];
  const unique = scan.dialect === "sysvinit";
  const ids = new IdTable(unique ? lines.length : 0);
  let recordCount = 0;
  let firstRecord = -1;
  // Records of one action mostly stand together.
  let action: string | undefined;
  let indexes: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind !== "record") continue;
    if (firstRecord < 0) firstRecord = index;
    if (unique && line.id !== repeatableId) {
      const first = ids.add(line.id, index);
      if (first !== undefined) {
        duplicates.push([index, first]);
        continue;
      }
    }
    recordCount++;
    if (line.action !== action) {
      action = line.action;
      indexes = byAction.get(action) ?? [];
      byAction.set(action, indexes);
    }
    indexes.push(index);
  }
  const linesOf = (name: string) => byAction.get(name) ?? none;
  const initdefault = lines[linesOf("initdefault")[0] ?? -1];
  const level = initdefault && defaultLevelOf(initdefault.runlevels);
  let editorLines: Int32Array | undefined;
  return {
    scan,
    behaviour: behaviourOf(scan.version),
    linesOf,
    duplicates,
    defaultLevel: level !== undefined && isLevel(level) ? level : undefined,
    recordCount,
    firstRecord,
    lineNumber: (index) => {
      editorLines ??= numberLines(scan);
      return editorLines[index] ?? lines.length;
    },
    field: (index, name) => fieldTextAt(scan, index, name),
    range: (index, name) => fieldRangeAt(scan, index, name) ?? endOf(scan, index),
    freeId: (wishes) => wishes.find((id) => !lines.some((line) => line.id === id)),
    appended: (record) => appended(scan.text, record),
  };
}

function endOf(scan: InittabScan, index: number): { readonly start: number; readonly end: number } {
  const end = (scan.starts[index] ?? 0) + (scan.lines[index]?.end ?? 0);
  return { start: end, end };
}

function appended(text: string, record: string): TextEdit {
  const newline = text.length === 0 || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${newline}${record}\n` };
}

/** The number of each of init's lines as an editor counts: init takes pieces for lines, and swallows or joins others. */
function numberLines(scan: InittabScan): Int32Array {
  const numbers = new Int32Array(scan.lines.length);
  let number = 1;
  for (let index = 0; index < scan.lines.length; index++) {
    numbers[index] = number;
    const line = scan.lines[index];
    if (line === undefined) continue;
    if (line.length === line.end + 1) number += line.terminated ? 1 : 0;
    else {
      const start = scan.starts[index] ?? 0;
      number += scan.text.slice(start, start + line.length).split("\n").length - 1;
    }
  }
  return numbers;
}
