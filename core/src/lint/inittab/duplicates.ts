// Which records init drops because an earlier one has the id. Asked after each typed character, so ids are compared as
// numbers in an open hash; the few that are no numbers take a map.

import type { InittabLine } from "../../inittab/line.ts";
import { repeatableId } from "../../inittab/versions.ts";
import { type LineFacts, record } from "./line-facts.ts";

/** The index of each dropped line, and that of the record which keeps the id; the same for the same facts. */
export function findDuplicates(
  lines: readonly InittabLine[],
  facts: LineFacts,
): readonly (readonly [number, number])[] {
  let found = known.get(facts);
  if (found === undefined) {
    found = duplicatesIn(lines, facts);
    known.set(facts, found);
  }
  return found;
}

const known = new WeakMap<LineFacts, readonly (readonly [number, number])[]>();

function duplicatesIn(
  lines: readonly InittabLine[],
  { marks, ids }: LineFacts,
): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let size = 64;
  while (size < lines.length * 2) size *= 2;
  const mask = size - 1;
  /** Index of the line plus one; 0 for a free place. */
  const places = new Int32Array(size);
  const others = new Map<string, number>();
  for (let index = 0; index < marks.length; index++) {
    if ((marks[index] ?? 0) < record) continue;
    const id = ids[index] ?? 0;
    const first = id === 0 ? enterOther(lines, index, others) : enter(id, index, ids, places, mask);
    if (first >= 0 && lines[index]?.id !== repeatableId) found.push([index, first]);
  }
  return found;
}

/** The index of the line that has the id already, or -1. */
function enter(id: number, index: number, ids: Int32Array, places: Int32Array, mask: number): number {
  let at = (Math.imul(id, 0x9e3779b1) >>> 8) & mask;
  for (let place = places[at] ?? 0; place !== 0; place = places[at] ?? 0) {
    if (ids[place - 1] === id) return place - 1;
    at = (at + 1) & mask;
  }
  places[at] = index + 1;
  return -1;
}

function enterOther(lines: readonly InittabLine[], index: number, others: Map<string, number>): number {
  const id = lines[index]?.id ?? "";
  const first = others.get(id);
  if (first === undefined) others.set(id, index);
  return first ?? -1;
}
