// One line as init's reader takes it. A line knows nothing of where it stands, so an edit elsewhere leaves it alone.

import type { TextRange } from "../text/range.ts";
import type { Rejection } from "./messages.ts";

/** The four fields of a record, in their order. */
export const fieldNames = ["id", "runlevels", "action", "process"] as const;

/** The name of a field, in the words of inittab(5). */
export type FieldName = (typeof fieldNames)[number];

/** What becomes of a line: passed over, taken as a record, or dropped, mostly with a message. */
export type LineKind = "blank" | "comment" | "record" | "rejected";

/**
 * A line as init's reader takes it: for sysvinit before 3.14 a piece of at most 255 bytes, for BusyBox with its
 * continuation lines. All offsets are UTF-16 units from the beginning of the line.
 */
export interface InittabLine {
  readonly kind: LineKind;
  /** The whole length with the line end and whatever else init swallows with it. */
  readonly length: number;
  /** Where the id begins, after leading blanks. */
  readonly start: number;
  /** The colons after id, runlevels and action; -1 if there is none. */
  readonly idEnd: number;
  readonly runlevelsEnd: number;
  readonly actionEnd: number;
  /** The end of what init sees of the line, without the newline. */
  readonly end: number;
  /** How many lines it counts in the reader's messages: 1, or more for joined lines. */
  readonly count: number;
  /** Whether a newline ends the line. */
  readonly terminated: boolean;
  /** The id as written; empty unless the line is a record. */
  readonly id: string;
  /** The runlevels as init stores them, after defaults; empty unless the line is a record. */
  readonly runlevels: string;
  /** The action's lower-case name; empty unless the line is a record. */
  readonly action: string;
  readonly rejection: Rejection | undefined;
}

/** The range of a field relative to the line, or undefined where the line ends before it. */
export function fieldRange(line: InittabLine, field: FieldName): TextRange | undefined {
  const { start, idEnd, runlevelsEnd, actionEnd, end } = line;
  switch (field) {
    case "id":
      return { start, end: idEnd < 0 ? end : idEnd };
    case "runlevels":
      return idEnd < 0 ? undefined : { start: idEnd + 1, end: runlevelsEnd < 0 ? end : runlevelsEnd };
    case "action":
      return runlevelsEnd < 0 ? undefined : { start: runlevelsEnd + 1, end: actionEnd < 0 ? end : actionEnd };
    case "process":
      return actionEnd < 0 ? undefined : { start: actionEnd + 1, end };
  }
}
