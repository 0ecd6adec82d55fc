// How BusyBox and its relatives cut a line, and how a file of any other dialect is shown without a claim about it.
// Sources: spec/dialects.md, sections 3 to 7; BusyBox observed: 1.35.0.

import { actionsOf } from "./actions.ts";
import type { Dialect } from "./dialect.ts";
import type { InittabLine, LineKind } from "./line.ts";
import type { Rejection } from "./messages.ts";

/** Reads the line that begins at `from` and appends it to `lines`; returns the offset behind it. */
export function scanOtherLine(text: string, from: number, dialect: Dialect, lines: InittabLine[]): number {
  const style = styles[dialect];
  let stop = lineEnd(text, from);
  let count = 1;
  if (style.joins)
    while (
      stop < text.length &&
      text.charCodeAt(stop - 1) === 10 &&
      text.charCodeAt(stop - 2) === 92 &&
      stop - 2 >= from
    ) {
      stop = lineEnd(text, stop);
      count++;
    }
  lines.push(readLine(text, from, stop, count, style));
  return stop;
}

interface Style {
  /** Where a `#` that makes the line a comment may stand. */
  readonly comment: "column-1" | "after-blanks" | "anywhere";
  /** A backslash at the end joins the next line. */
  readonly joins: boolean;
  /** The words that are actions; undefined: nobody judges. */
  readonly actions: ReadonlySet<string> | undefined;
}

const busyboxActions: ReadonlySet<string> = new Set(actionsOf("busybox").map((action) => action.name));
const procdActions: ReadonlySet<string> = new Set(actionsOf("procd").map((action) => action.name));
const anySystemV: Style = { comment: "after-blanks", joins: true, actions: undefined };
const noClaim: Style = { comment: "after-blanks", joins: false, actions: undefined };

const styles: Readonly<Record<Dialect, Style>> = {
  busybox: { comment: "anywhere", joins: true, actions: busyboxActions },
  toybox: { comment: "anywhere", joins: false, actions: busyboxActions },
  procd: { comment: "column-1", joins: false, actions: procdActions },
  aix: anySystemV,
  solaris: anySystemV,
  "hp-ux": anySystemV,
  irix: anySystemV,
  "system-v": anySystemV,
  sysvinit: noClaim,
  unknown: noClaim,
};

function readLine(text: string, from: number, to: number, count: number, style: Style): InittabLine {
  const terminated = to > from && text.charCodeAt(to - 1) === 10;
  const whole = text.slice(from, terminated ? to - 1 : to);
  const hash = style.comment === "anywhere" ? whole.indexOf("#") : -1;
  const end = hash < 0 ? whole.length : hash;
  const idEnd = colonIn(whole, 0, end);
  const runlevelsEnd = idEnd < 0 ? -1 : colonIn(whole, idEnd + 1, end);
  const actionEnd = runlevelsEnd < 0 ? -1 : colonIn(whole, runlevelsEnd + 1, end);
  const line = (kind: LineKind, rejection?: Rejection, action = ""): InittabLine => ({
    kind,
    length: to - from,
    start: 0,
    idEnd,
    runlevelsEnd,
    actionEnd,
    end: kind === "comment" ? whole.length : end,
    count,
    terminated,
    id: kind === "record" ? whole.slice(0, idEnd) : "",
    runlevels: kind === "record" ? whole.slice(idEnd + 1, runlevelsEnd) : "",
    action,
    rejection,
  });
  if (whole === "" || (style.actions === undefined && /^\s*$/.test(whole))) return line("blank");
  if (isComment(whole, style)) return line("comment");
  const action = unfold(whole.slice(runlevelsEnd + 1, Math.max(actionEnd, 0)));
  if (actionEnd < 0 || (style.actions !== undefined && actionEnd + 1 >= end))
    return line("rejected", "bad-entry");
  if (style.actions !== undefined && !style.actions.has(action)) return line("rejected", "bad-entry");
  return line("record", undefined, action);
}

function isComment(whole: string, style: Style): boolean {
  return style.comment === "after-blanks" ? /^[ \t]*#/.test(whole) : whole.startsWith("#");
}

/** The text of a field without the marks that join lines. */
export function unfold(field: string): string {
  return field.includes("\\\n") ? field.replaceAll("\\\n", "") : field;
}

function colonIn(text: string, from: number, end: number): number {
  const at = text.indexOf(":", from);
  return at < 0 || at >= end ? -1 : at;
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline + 1;
}
