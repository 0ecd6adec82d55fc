// What the rules about the whole file ask of every line after each typed character, a few bytes a line. Kept from run to
// run and spliced like the lines, so that 100,000 records are looked through without touching their objects.

import { actions } from "../../inittab/actions.ts";
import type { InittabLine } from "../../inittab/line.ts";

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
}

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
): Omit<LineFacts, "consoles"> {
  const { length } = lines;
  const facts = {
    marks: spliced(known?.marks, new Uint8Array(length), head, tail),
    ids: spliced(known?.ids, new Int32Array(length), head, tail),
    singleUser: spliced(known?.singleUser, new Uint8Array(length), head, tail),
  };
  for (let index = head; index < lines.length - tail; index++) {
    const line = lines[index];
    if (line?.kind === "rejected") facts.marks[index] = rejected;
    if (line?.kind !== "record") continue;
    facts.marks[index] = markOf(line.action);
    facts.ids[index] = packedId(line.id);
    facts.singleUser[index] = line.runlevels.includes("S") ? 1 : 0;
  }
  return facts;
}

/** Fills the new values with the first `head` and the last `tail` of the known ones. */
export function spliced<T extends Uint8Array | Int32Array>(
  known: T | undefined,
  values: T,
  head: number,
  tail: number,
): T {
  if (known !== undefined) {
    values.set(known.subarray(0, head));
    values.set(known.subarray(known.length - tail), values.length - tail);
  }
  return values;
}

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
