// How BusyBox and its relatives cut a line, and how a file of any other dialect is shown without a claim about it.
// What differs between them is data below dialects/. Sources: spec/dialects.md, sections 3 to 7; observed: BusyBox 1.35.0.

import { byteLength, type Encoding } from "../text/bytes.ts";
import { past } from "../text/past.ts";
import { type Dialect, dialectFacts } from "./dialect.ts";
import type { InittabLine, LineKind } from "./line.ts";
import type { LineStyle } from "./line-style.ts";
import type { Rejection } from "./messages.ts";

/** Reads the line that begins at `from` and appends it to `lines`, or its pieces; returns the offset behind it. */
export function scanOtherLine(
  text: string,
  from: number,
  dialect: Dialect,
  encoding: Encoding,
  lines: InittabLine[],
): number {
  const style = dialectFacts[dialect].style;
  if (style.pieceLimit !== undefined)
    return scanPieces(text, from, { style, limit: style.pieceLimit, encoding }, lines);
  const { stop, count, loses } = style.joins ? joined(text, from) : single(text, from);
  lines.push(readLine(text, { from, stop, count, loses }, style));
  return stop;
}

/** The text of a field without the marks that join lines. */
export function unfold(field: string): string {
  let text = field;
  // An empty line behind a backslash leaves the character in front of that backslash at the end: it may be another one.
  while (text.includes("\\\n")) text = text.replaceAll("\\\n", "");
  return text;
}

/** Where a line ends, how many lines of the file it is, and whether its last backslash finds nothing to join. */
interface Extent {
  readonly from: number;
  readonly stop: number;
  readonly count: number;
  readonly loses: boolean;
}

function single(text: string, from: number): Extent {
  return { from, stop: lineEnd(text, from), count: 1, loses: false };
}

function joined(text: string, from: number): Extent {
  let stop = from;
  let count = 0;
  // The backslashes at the end of what is joined so far.
  let backslashes = 0;
  do {
    const start = stop;
    stop = past(start, lineEnd(text, start));
    count++;
    const end = endsInNewline(text, start, stop) ? stop - 1 : stop;
    let word = end;
    while (word > start && text.charCodeAt(word - 1) === backslash) word--;
    backslashes = (word === start ? backslashes : 0) + end - word;
    if (backslashes === 0) return { from, stop, count, loses: false };
    backslashes--;
  } while (stop < text.length);
  return { from, stop, count, loses: true };
}

/** A line is read in pieces of so many bytes, each of which is a line of its own. */
function scanPieces(
  text: string,
  from: number,
  {
    style,
    limit,
    encoding,
  }: { readonly style: LineStyle; readonly limit: number; readonly encoding: Encoding },
  lines: InittabLine[],
): number {
  const end = lineEnd(text, from);
  for (let at = from, stop = at; at < end; at = past(at, stop)) {
    stop = pieceEnd(text, at, end, limit, encoding);
    lines.push(readLine(text, { from: at, stop, count: 1, loses: false }, style));
  }
  return end;
}

function pieceEnd(text: string, from: number, end: number, limit: number, encoding: Encoding): number {
  if (byteLength(text.slice(from, Math.min(end, from + limit)), encoding) <= limit)
    return Math.min(end, from + limit);
  let stop = from;
  for (let bytes = 0, next = stop; stop < end; stop = past(stop, next)) {
    const character = String.fromCodePoint(text.codePointAt(stop) ?? 0);
    bytes += byteLength(character, encoding);
    if (bytes > limit) break;
    next = stop + character.length;
  }
  return stop;
}

function readLine(text: string, { from, stop, count, loses }: Extent, style: LineStyle): InittabLine {
  const terminated = endsInNewline(text, from, stop);
  const whole = text.slice(from, terminated ? stop - 1 : stop);
  const seen = seenOf(loses ? withoutLast(whole) : whole, style);
  const start = style.unanchored ? (unanchoredFields.exec(seen)?.index ?? 0) : 0;
  const end = seen.length;
  const idEnd = colonIn(seen, start, end);
  const runlevelsEnd = idEnd < 0 ? -1 : colonIn(seen, idEnd + 1, end);
  const actionEnd = runlevelsEnd < 0 ? -1 : colonIn(seen, runlevelsEnd + 1, end);
  const line = (kind: LineKind, rejection?: Rejection, action = ""): InittabLine => ({
    kind,
    length: stop - from,
    start,
    idEnd,
    runlevelsEnd,
    actionEnd,
    end: kind === "comment" ? whole.length : end,
    count,
    terminated,
    id: kind === "record" ? field(seen, start, idEnd, style) : "",
    runlevels: kind === "record" ? field(seen, idEnd + 1, runlevelsEnd, style) : "",
    action,
    rejection,
  });
  if (isComment(whole, style)) return line("comment");
  const visible = unfold(seen);
  if (visible === "" || (style.blankLines && /^\s*$/.test(visible))) return line("blank");
  if (actionEnd < 0 || (style.unanchored && !unanchoredFields.test(seen)))
    return line("rejected", style.short);
  const action = field(seen, runlevelsEnd + 1, actionEnd, style);
  const process = unfold(seen.slice(actionEnd + 1));
  const rejection = faultIn(action, process, field(seen, idEnd + 1, runlevelsEnd, style), style);
  return rejection === undefined ? line("record", undefined, action) : line("rejected", rejection);
}

function faultIn(
  action: string,
  process: string,
  runlevels: string,
  style: LineStyle,
): Rejection | undefined {
  const { actions, emptyFields } = style;
  if (actions === undefined) return undefined;
  if (!actions.has(action) && !(action === "" && emptyFields && style.dropsBlanks))
    return style.unknownAction;
  if (process === "" && !emptyFields) return "bad-entry";
  if (!style.colonsInProcess && process.includes(":")) return "bad-entry";
  return style.runlevels?.test(runlevels) === false ? style.short : undefined;
}

/** The fields of a style that finds them anywhere in the line. */
const unanchoredFields = /[A-Za-z0-9]*:[A-Za-z0-9]*:[A-Za-z0-9]*:/;

/** What the reader sees of a line. */
function seenOf(whole: string, style: LineStyle): string {
  const nul = style.nulEnds ? whole.indexOf("\0") : -1;
  const text = nul < 0 ? whole : whole.slice(0, nul);
  const hash = style.comment === "anywhere" ? text.indexOf("#") : -1;
  return hash < 0 ? text : text.slice(0, hash);
}

/** The line without the backslash that waits for a line behind the end of the file. */
function withoutLast(whole: string): string {
  const wanted = unfold(whole).length - 1;
  let end = whole.length - 1;
  while (end > 0 && unfold(whole.slice(0, end)).length > wanted) end--;
  return whole.slice(0, end);
}

function isComment(whole: string, style: LineStyle): boolean {
  switch (style.comment) {
    case "anywhere":
      return unfold(whole.slice(0, whole.indexOf("#") + 1)) === "#";
    case "column-1":
      return whole.startsWith("#");
    case "after-blanks":
      return /^[ \t]*#/.test(whole);
    case "colon":
      return whole.startsWith(":");
    case "none":
      return false;
  }
}

function field(seen: string, from: number, to: number, style: LineStyle): string {
  const text = unfold(seen.slice(from, to));
  return style.dropsBlanks ? text.replace(/[ \t]/g, "") : text;
}

const backslash = 92;

function endsInNewline(text: string, from: number, to: number): boolean {
  return to > from && text.charCodeAt(to - 1) === 10;
}

function colonIn(text: string, from: number, end: number): number {
  const at = text.indexOf(":", from);
  return at < 0 || at >= end ? -1 : at;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}
