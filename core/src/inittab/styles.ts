// How each dialect but sysvinit writes its lines: the table that other-line.ts reads by. Sources: spec/dialects.md,
// sections 1 and 3 to 7; BusyBox observed: 1.35.0; procd, toybox and illumos from their sources; the rest from manuals.

import { type ActionDialect, actionsOf } from "./actions.ts";
import type { Dialect } from "./dialect.ts";
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

const plain: LineStyle = {
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

const busybox: LineStyle = {
  ...plain,
  comment: "anywhere",
  joins: true,
  nulEnds: true,
  blankLines: false,
  actions: wordsOf("busybox"),
  emptyFields: false,
  short: "bad-entry",
  unknownAction: "bad-entry",
};

/** System V as far as all manuals agree: a backslash joins lines, four characters of an id are safe. */
const systemV: LineStyle = { ...plain, comment: "after-blanks", joins: true };
const noClaim: LineStyle = { ...plain, comment: "after-blanks" };

/** The style of every dialect; sysvinit has a reader of its own and stands here for completeness. */
export const lineStyles: Readonly<Record<Dialect, LineStyle>> = {
  busybox,
  toybox: {
    ...busybox,
    joins: false,
    colonsInProcess: false,
    short: "skipped",
    unknownAction: "invalid-action",
  },
  procd: {
    ...plain,
    actions: wordsOf("procd"),
    unanchored: true,
    unknownAction: "unknown-handler",
    pieceLimit: 127,
  },
  aix: { ...systemV, comment: "colon", idLimit: 14, entryLimit: 1024 },
  solaris: {
    ...systemV,
    dropsBlanks: true,
    actions: wordsOf("system-v"),
    runlevels: /^[0-6sSqQabc]*$/,
    idLimit: 4,
    entryLimit: 512,
  },
  "hp-ux": { ...systemV, comment: "none", idLimit: 4, entryLimit: 1024 },
  irix: { ...systemV, comment: "column-1", idLimit: 4, entryLimit: 512 },
  sco: { ...systemV, comment: "none", idLimit: 4, entryLimit: 512 },
  tru64: { ...systemV, comment: "column-1", idLimit: 14, entryLimit: 1024 },
  "system-v": systemV,
  sysvinit: noClaim,
  unknown: noClaim,
};

function wordsOf(dialect: ActionDialect): ReadonlySet<string> {
  return new Set(actionsOf(dialect).map((action) => action.name));
}
