// What the rules about the whole file ask of every line after each typed character, a few bytes a line. Kept from run to
// run and spliced like the lines, so that 100,000 records are looked through without touching their objects.

import { actions } from "../../inittab/actions.ts";
import type { InittabLine } from "../../inittab/line.ts";
import { remembered } from "../../text/remembered.ts";

/** Facts about the lines of a scan, each at its index. */
export interface LineFacts {
  /** 0, `rejected`, or for a record `record` and above: see `markOf`. */
  readonly marks: Uint8Array;
  /** The id of a record as a number, different for different ids; 0 where it does not fit. */
  readonly ids: Int32Array;
  /** 1 where the stored runlevels of a record have an `S`. */
  readonly singleUser: Uint8Array;
  /** 1 where the process of a record may be one that reads a terminal. */
  readonly consoles: Uint8Array;
  /** 1 where the process of a record may be a script that starts others, or may call one. */
  readonly scripts: Uint8Array;
}

/** The facts that are seen at a glance at each line. */
export type Glances = Pick<LineFacts, "consoles" | "scripts">;

/** The mark of lines that the reader rejects; 0 is that of lines that init skips. */
export const rejected = 1;

/** The mark of the first action in the table; a record with an action that is in no table has the last mark. */
export const record = 2;
const otherAction = 255;

const marksByName: ReadonlyMap<string, number> = new Map(
  actions.map(({ name }, index) => [name, index + record]),
);

/** The mark of records with this action. */
export function markOf(action: string): number {
  return marksByName.get(action) ?? otherAction;
}

/** The facts of lines, where the first `head` and the last `tail` of them are known from an earlier run. */
export function lineFacts(
  lines: readonly InittabLine[],
  head: number,
  tail: number,
  known: LineFacts | undefined,
): Omit<LineFacts, keyof Glances> {
  const count = lines.length - tail - head;
  const [marks, ids, singleUser] = [new Uint8Array(count), new Int32Array(count), new Uint8Array(count)];
  for (let index = 0; index < count; index++) {
    const line = lines[head + index];
    if (line?.kind === "rejected") marks[index] = rejected;
    if (line?.kind !== "record") continue;
    marks[index] = markOf(line.action);
    ids[index] = packedId(line.id);
    singleUser[index] = line.runlevels.includes("S") ? 1 : 0;
  }
  return {
    marks: spliced(known?.marks, marks, head, tail),
    ids: spliced(known?.ids, ids, head, tail),
    singleUser: spliced(known?.singleUser, singleUser, head, tail),
  };
}

/**
 * The first `head` and the last `tail` of the known values around the fresh ones; the known ones themselves where nothing
 * is different, as after most keys.
 */
export function spliced<T extends Uint8Array | Int32Array>(
  known: T | undefined,
  fresh: T,
  head: number,
  tail: number,
): T;
export function spliced(
  known: Uint8Array | Int32Array | undefined,
  fresh: Uint8Array | Int32Array,
  head: number,
  tail: number,
): Uint8Array | Int32Array {
  if (known === undefined) return fresh;
  const length = head + fresh.length + tail;
  if (known.length === length && fresh.every((value, index) => value === known[head + index])) return known;
  const values = fresh instanceof Uint8Array ? new Uint8Array(length) : new Int32Array(length);
  values.set(known.subarray(0, head));
  values.set(fresh, head);
  values.set(known.subarray(known.length - tail), head + fresh.length);
  return values;
}

/** The facts, or those of the earlier run themselves where nothing is different: what rests on them need not be found again. */
export function keptFacts(known: LineFacts | undefined, facts: LineFacts): LineFacts {
  const isSame =
    known !== undefined &&
    known.marks === facts.marks &&
    known.ids === facts.ids &&
    known.singleUser === facts.singleUser &&
    known.consoles === facts.consoles &&
    known.scripts === facts.scripts;
  // An id that is no number may be another one all the same.
  return isSame && !hasOtherIds(known) ? known : facts;
}

const hasOtherIds = remembered(({ marks, ids }: LineFacts) =>
  marks.some((mark, index) => mark >= record && ids[index] === 0),
);

/** An id of up to four characters of one byte, as sysvinit takes them in ASCII, as a number; 0 for any other. */
export function packedId(id: string): number {
  if (id.length > 4) return 0;
  let packed = 0;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    // A 0 in front would make a short id look like a shorter one; no id holds a NUL.
    if (code === 0 || code > 255) return 0;
    packed = (packed << 8) | code;
  }
  return packed;
}
