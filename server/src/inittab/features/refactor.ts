// Rewriting records: commented out and in, and one record for each of its levels.

import {
  fieldRangeAt,
  fieldTextAt,
  findAction,
  type InittabScan,
  isLevel,
  lineAt,
  scanInittab,
  type TextRange,
} from "@inittab/core";
import type { Remedy } from "../../features/code-actions.ts";
import { proposalMessage } from "./proposal-message.ts";
import { rewrites } from "./rewrite.ts";

/** So many lines can be commented out at once; each is tried out. */
const mostLines = 200;

/** What is offered for a selection. */
export function refactorings(scan: InittabScan, range: TextRange): readonly Remedy[] {
  const first = lineAt(scan, range.start);
  const last = Math.min(lineAt(scan, range.end), first + mostLines);
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const out = indexes.flatMap((index) => commentedOut(scan, index));
  const back = indexes.flatMap((index) => commentedIn(scan, index));
  return [
    ...(out.length === 0
      ? []
      : [refactoring(proposalMessage("refactor.comment-out", { count: out.length }), out)]),
    ...(back.length === 0
      ? []
      : [refactoring(proposalMessage("refactor.comment-in", { count: back.length }), back)]),
    ...(first === last ? splitByLevels(scan, first) : []),
    ...(range.start === 0 ? rewrites(scan) : []),
  ];
}

function refactoring(title: Remedy["title"], edits: Remedy["edits"]): Remedy {
  return { kind: "refactor", title, finding: undefined, safe: false, edits };
}

/** What a line reads as on its own. */
function alone(scan: InittabScan, text: string): InittabScan["lines"] {
  return scanInittab(`${text}\n`, { ...scan.options, dialect: scan.dialect }).lines;
}

/** Comments begin differently, and some inits have none: what init takes for a comment is one. */
function commentedOut(scan: InittabScan, index: number): Remedy["edits"] {
  const line = scan.lines[index];
  const start = scan.starts[index] ?? 0;
  if (line?.kind !== "record" || line.count !== 1) return [];
  const text = scan.text.slice(start, start + line.end);
  const mark = ["# ", ": "].find((each) => alone(scan, each + text)[0]?.kind === "comment");
  return mark === undefined ? [] : [{ start, end: start, text: mark }];
}

function commentedIn(scan: InittabScan, index: number): Remedy["edits"] {
  const line = scan.lines[index];
  const start = scan.starts[index] ?? 0;
  if (line?.kind !== "comment") return [];
  const text = scan.text.slice(start, start + line.end);
  const mark = /^[ \t]*(?:#+|:)[ \t]*/.exec(text)?.[0] ?? "";
  const [read] = mark === "" ? [] : alone(scan, text.slice(mark.length));
  const isRecord = read?.kind === "record" && findAction(read.action) !== undefined;
  return isRecord ? [{ start, end: start + mark.length, text: "" }] : [];
}

/** A record for each level. Init takes them for different ones, so a change of level stops and starts its process. */
function splitByLevels(scan: InittabScan, index: number): readonly Remedy[] {
  const line = scan.lines[index];
  const start = scan.starts[index] ?? 0;
  const levels = fieldRangeAt(scan, index, "runlevels");
  if (line?.kind !== "record" || line.count !== 1 || levels === undefined) return [];
  const action = findAction(line.action);
  const each = [...new Set(fieldTextAt(scan, index, "runlevels"))].filter(isLevel);
  if (action?.process !== "run" || action.runlevels === "ignored" || each.length < 2) return [];
  const behind = scan.text.slice(levels.end, start + line.end);
  const taken = new Set(scan.lines.map(({ id }) => id));
  const lines: string[] = [];
  for (const level of each) {
    const id = lines.length === 0 ? line.id : freeId(taken, line.id, level);
    if (id === undefined) return [];
    taken.add(id);
    lines.push(`${id}:${level}${behind}`);
  }
  const text = lines.join("\n");
  if (!alone(scan, text).every(({ kind }) => kind === "record")) return [];
  const edits = [{ start: start + line.start, end: start + line.end, text }];
  return [
    refactoring(proposalMessage("refactor.split", { count: each.length, respawns: action.respawns }), edits),
  ];
}

function freeId(taken: ReadonlySet<string>, id: string, level: string): string | undefined {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const made = [`${id}${level}`, `${id.slice(0, 3)}${level}`, `${id.slice(0, 2)}${level}`];
  return [...made, ...Array.from(letters, (letter) => `${letter}${level}`)].find(
    (each) => each.length <= 4 && !taken.has(each),
  );
}
