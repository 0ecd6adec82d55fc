// What the file rules share, found in few passes over the facts of the lines.

import { dialectFacts } from "../../inittab/dialect.ts";
import { defaultLevelOf, isLevel } from "../../inittab/runlevels.ts";
import { fieldRangeAt, fieldTextAt, type InittabScan, processTextAt } from "../../inittab/scan.ts";
import { behaviourOf } from "../../inittab/versions.ts";
import { programFinder } from "../../programs/find.ts";
import type { TextEdit } from "../../text/range.ts";
import { remembered } from "../../text/remembered.ts";
import type { SourceText } from "../../text/source-text.ts";
import type { FileContext } from "./contract.ts";
import { findDuplicates } from "./duplicates.ts";
import { judgeInRoot, type TableInRoot } from "./in-root.ts";
import { type LineFacts, markOf, packedId, record, rejected } from "./line-facts.ts";
import type { InittabLintOptions } from "./options.ts";
import { startedByLine } from "./started-by-line.ts";

/** `facts` are those of the scan's lines. */
export function fileContext(
  scan: InittabScan,
  facts: LineFacts,
  {
    machine,
    root,
    openrc,
    programs,
  }: Pick<InittabLintOptions, "machine" | "root" | "openrc" | "programs"> = {},
): FileContext {
  const { lines } = scan;
  const { marks } = facts;
  const find = programFinder(programs);
  const duplicates = dialectFacts[scan.dialect].keeps === "unique-ids" ? findDuplicates(lines, facts) : [];
  const dropped = new Set(duplicates.map(([index]) => index));
  const nextWith = (bytes: Uint8Array, value: number, from: number) => {
    let index = bytes.indexOf(value, from);
    while (dropped.size > 0 && dropped.has(index)) index = bytes.indexOf(value, index + 1);
    return index;
  };
  const lists = listsOf(facts);
  const listOf = (mark: number) => {
    let list = lists.get(mark);
    if (list === undefined) {
      const indexes: number[] = [];
      for (let at = nextWith(marks, mark, 0); at >= 0; at = nextWith(marks, mark, at + 1)) indexes.push(at);
      list = indexes;
      lists.set(mark, list);
    }
    return list;
  };
  const linesOf = (action: string) => listOf(markOf(action));
  const initdefault = lines[linesOf("initdefault")[0] ?? -1];
  const level = initdefault && defaultLevelOf(initdefault.runlevels);
  let editorLines: Int32Array | undefined;
  let table: { readonly judged: TableInRoot | undefined } | undefined;
  return {
    scan,
    behaviour: behaviourOf(scan.version),
    machine,
    inRoot: () => {
      table ??= { judged: root && judgeInRoot(scan, root) };
      return table.judged;
    },
    openrc,
    linesOf,
    nextOf: (action, from) => nextWith(marks, markOf(action), from),
    rejected: () => listOf(rejected),
    duplicates,
    defaultLevel: level !== undefined && isLevel(level) ? level : undefined,
    recordCount: countRecords(facts) - duplicates.length,
    firstRecord: marks.findIndex((mark) => mark >= record),
    nextConsole: (from) => nextWith(facts.consoles, 1, from),
    nextScript: (from) => nextWith(facts.scripts, 1, from),
    nextSingleUser: (from) => nextWith(facts.singleUser, 1, from),
    lineNumber: (index) => {
      editorLines ??= numberLines(scan);
      return editorLines[index] ?? lines.length;
    },
    started: (index) => {
      const line = lines[index];
      return line && startedByLine(scan, line, () => processTextAt(scan, index), find);
    },
    field: (index, name) => fieldTextAt(scan, index, name),
    range: (index, name) => fieldRangeAt(scan, index, name) ?? endOf(scan, index),
    freeId: (wishes) => wishes.find((id) => !facts.ids.includes(packedId(id))),
    appended: (text) => appended(scan.text, text),
  };
}

/** The indexes of the lines with a mark, for each mark that somebody has asked about; the same for the same facts. */
const listsOf = remembered((_: LineFacts) => new Map<number, readonly number[]>());

const countRecords = remembered(({ marks }: LineFacts) => {
  let count = 0;
  for (let index = 0; index < marks.length; index++) if ((marks[index] ?? 0) >= record) count++;
  return count;
});

function endOf(scan: InittabScan, index: number): { readonly start: number; readonly end: number } {
  const end = (scan.starts[index] ?? 0) + (scan.lines[index]?.end ?? 0);
  return { start: end, end };
}

function appended(text: SourceText, line: string): TextEdit {
  const newline = text.length === 0 || text.endsWith("\n") ? "" : "\n";
  return { start: text.length, end: text.length, text: `${newline}${line}\n` };
}

/** The number of each of init's lines as an editor counts: init takes pieces for lines, and swallows or joins others. */
function numberLines(scan: InittabScan): Int32Array {
  const numbers = new Int32Array(scan.lines.length);
  let number = 1;
  for (let index = 0; index < scan.lines.length; index++) {
    numbers[index] = number;
    const line = scan.lines[index];
    if (line === undefined) continue;
    if (line.count === 1 && line.length === line.end + 1) number += line.terminated ? 1 : 0;
    else {
      const start = scan.starts[index] ?? 0;
      number += scan.text.slice(start, start + line.length).split("\n").length - 1;
    }
  }
  return numbers;
}
