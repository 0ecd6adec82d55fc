// The timeline in block characters: one row for each record that ran, darker where it ran for more of the time.

import {
  describeSeconds,
  idWidthOf,
  type Localizer,
  levelName,
  measureName,
  type ProcessInterval,
  type Timeline,
  ticksOf,
  visible,
} from "@inittab/core";
import { message } from "../message.ts";
import { displayWidth } from "../terminal-text.ts";

/** The share of a column's time from none to all. */
const shades = [" ", "░", "▒", "▓", "█"] as const;

/** So many rows are shown; the trace has them all. */
const mostRows = 60;

/** Lines without colours; the first is the axis. `width` in columns. */
export function* timelineLines(
  { intervals, levels, measure, until }: Timeline,
  width: number,
  { text, words }: Localizer,
): Iterable<string> {
  const rows = [...rowsOf(intervals)];
  const shown = rows.slice(0, mostRows);
  const labels = shown.map(([label]) => label);
  const labelWidth = Math.max(5, ...labels.map(displayWidth)) + 2;
  const columns = Math.max(20, width - labelWidth);
  const perColumn = Math.max(until, 0.001) / columns;
  const columnOf = (seconds: number) => Math.min(columns, Math.floor(seconds / perColumn + 1e-9));
  const pad = (label: string) => label + " ".repeat(Math.max(0, labelWidth - displayWidth(label)));

  let axis = "";
  for (const tick of ticksOf(until, columns * 6)) {
    const column = columnOf(tick);
    const name = words(describeSeconds(tick));
    if ((axis === "" || axis.length < column) && column + name.length <= columns)
      axis = axis.padEnd(column) + name;
  }
  yield `${pad("")}${axis}`.trimEnd();
  let band = "";
  for (const { level, start, end } of levels) {
    const room = columnOf(end ?? until) - columnOf(start);
    const name = words(levelName(level));
    band += name.length + 1 <= room ? `${name} `.padEnd(room, "─") : "─".repeat(room);
  }
  yield `${pad(text(measureName(measure)))}${band}`.trimEnd();
  for (const [label, lives] of shown) yield `${pad(label)}${bar(lives, columns, perColumn, until)}`.trimEnd();
  if (rows.length > shown.length)
    yield text(message("simulate.more-rows", { count: rows.length - shown.length }));
}

function rowsOf(intervals: readonly ProcessInterval[]): ReadonlyMap<string, readonly ProcessInterval[]> {
  const rows = new Map<string, ProcessInterval[]>();
  const idWidth = idWidthOf(intervals);
  for (const interval of intervals) {
    const label = `${visible(interval.record.id).padEnd(idWidth)} ${shortProcess(interval.process)}`;
    const row = rows.get(label);
    if (row === undefined) rows.set(label, [interval]);
    else row.push(interval);
  }
  return rows;
}

/** The program's name without its folder, and as many of its words as fit. */
function shortProcess(process: string): string {
  const short = visible(process.trim().replace(/^[+@]*\S*\/(?=[^/\s])/, ""));
  return short.length > 22 ? `${short.slice(0, 21)}…` : short;
}

/** Where a process waits for Enter. */
const waiting = "·";

function bar(lives: readonly ProcessInterval[], columns: number, perColumn: number, until: number): string {
  const shares = new Float64Array(columns);
  const asks = new Set<number>();
  for (const { start: begin, end, enter } of lives) {
    const to = Math.min(end ?? until, until);
    const start = enter === undefined ? begin : (enter ?? to);
    for (let column = Math.floor(begin / perColumn); column * perColumn < start; column++) asks.add(column);
    if (enter === null) continue;
    const first = Math.min(Math.floor(start / perColumn), columns - 1);
    const last = Math.min(Math.floor(to / perColumn), columns - 1);
    for (let column = first; column <= last; column++) {
      const inside = Math.min(to, (column + 1) * perColumn) - Math.max(start, column * perColumn);
      // A process that was there at all leaves a trace.
      shares[column] = (shares[column] ?? 0) + Math.max(inside / perColumn, column === first ? 0.01 : 0);
    }
  }
  const shade = (share: number) => (share <= 0 ? 0 : Math.min(4, Math.max(1, Math.ceil(share * 4 - 0.2))));
  return Array.from(shares, (share, column) =>
    share <= 0 && asks.has(column) ? waiting : (shades[shade(share)] ?? " "),
  ).join("");
}
