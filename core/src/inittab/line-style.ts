// How a dialect but sysvinit writes its lines: what other-line.ts reads by. The dialects' own styles are below dialects/.
// Sources: spec/dialects.md, sections 1 and 3 to 7; BusyBox observed: 1.35.0; procd, toybox and illumos from their
// sources; the rest from manuals.

import { type ActionDialect, actionsOf } from "./actions.ts";
import type { Rejection } from "./messages.ts";

/** How a dialect takes a line. What a manual leaves open is undefined, and then nobody judges. */
export interface LineStyle {
  /**
   * What makes a line a comment: `#` in the first column, `#` behind blanks only, `:` in the first column, or nothing.
   * `anywhere`: in the first column, and elsewhere `#` ends what is read of the line.
   */
  readonly comment: "column-1" | "after-blanks" | "anywhere" | "colon" | "none";
  /** A backslash at the end joins the next line. */
  readonly joins: boolean;
  /** A NUL byte ends what is read of the line. */
  readonly nulEnds: boolean;
  /** A line of blanks only is skipped without a word. */
  readonly blankLines: boolean;
  /** The fields may begin anywhere in the line, and hold nothing but ASCII letters and digits. */
  readonly unanchored: boolean;
  /** The process may hold a colon. */
  readonly colonsInProcess: boolean;
  /** Blanks in the first three fields are taken out. */
  readonly dropsBlanks: boolean;
  /** The words that are actions. */
  readonly actions: ReadonlySet<string> | undefined;
  /** An empty action and an empty process are taken. */
  readonly emptyFields: boolean;
  /** The characters that may stand in the runlevels; others make the line bad. */
  readonly runlevels: RegExp | undefined;
  /** What becomes of a line with too few fields, and of one with an unknown action. */
  readonly short: Rejection;
  readonly unknownAction: Rejection;
  /** The most bytes that are read as one line; the rest is a line of its own. */
  readonly pieceLimit: number | undefined;
  /** The most bytes of an id and of a whole entry. What happens beyond is not known. */
  readonly idLimit: number | undefined;
  readonly entryLimit: number | undefined;
}

/** What holds where nothing else is known: `#` in the first column, and no claim about anything. */
export const plainStyle: LineStyle = {
  comment: "column-1",
  joins: false,
  nulEnds: false,
  blankLines: true,
  unanchored: false,
  colonsInProcess: true,
  dropsBlanks: false,
  actions: undefined,
  emptyFields: true,
  runlevels: undefined,
  short: "skipped",
  unknownAction: "skipped",
  pieceLimit: undefined,
  idLimit: undefined,
  entryLimit: undefined,
};

/** System V as far as all manuals agree: a backslash joins lines, four characters of an id are safe. */
export const systemVStyle: LineStyle = { ...plainStyle, comment: "after-blanks", joins: true };

/** Shows the fields and judges nothing. */
export const noClaim: LineStyle = { ...plainStyle, comment: "after-blanks" };

/** The words that are actions of a column. */
export function wordsOf(dialect: ActionDialect): ReadonlySet<string> {
  return new Set(actionsOf(dialect).map((action) => action.name));
}
