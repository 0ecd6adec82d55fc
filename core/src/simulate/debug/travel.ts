// Going through a debugged boot, forward and back.

import type { Debuggee, Position } from "./debuggee.ts";

/** How far a step goes. `in`: to the next thing; `over`: without what rc does in between; `out`: to what comes after it. */
export type StepKind = "in" | "over" | "out";

/** A way through the positions. */
export interface Travel {
  readonly direction: 1 | -1;
  /** Undefined: until something catches. */
  readonly step?: StepKind;
}

/** Where a way ends. */
export interface Arrival {
  readonly place: number;
  /** `step`: it went as far as the step goes; `trap`: something has caught; `edge`: there is nothing beyond it. */
  readonly why: "step" | "trap" | "edge";
}

/** Where a way is interrupted. */
export interface Interruptions {
  /** The places of positions that something catches, rising. */
  readonly places: readonly number[];
  /** Whether it stops there after all. Not every place is asked about: only those that the way comes by. */
  readonly stops: (place: number) => boolean;
}

/** Goes from a position on its way. */
export function travel(
  { positions }: Debuggee,
  from: number,
  { direction, step }: Travel,
  { places, stops }: Interruptions = { places: [], stops: () => false },
): Arrival {
  const edge = direction === 1 ? positions.length - 1 : 0;
  if (from === edge) return { place: edge, why: "edge" };
  const goal = step === undefined ? edge : goalOf(positions, from, direction, deepest(positions[from], step));
  const trap = onWay(places, from, goal).find(stops);
  if (trap !== undefined) return { place: trap, why: "trap" };
  const isStep = step !== undefined && (positions[goal]?.depth ?? 0) <= deepest(positions[from], step);
  return { place: goal, why: isStep ? "step" : "edge" };
}

/** The next position that is no deeper, or the last one on the way. */
function goalOf(positions: readonly Position[], from: number, direction: 1 | -1, most: number): number {
  const edge = direction === 1 ? positions.length - 1 : 0;
  let place = from + direction;
  while (place !== edge && (positions[place]?.depth ?? 0) > most) place += direction;
  return place;
}

/** The places between here and the goal, in the order in which the way comes by them; the goal is one of them. */
function onWay(places: readonly number[], from: number, goal: number): readonly number[] {
  return goal > from
    ? places.slice(firstAfter(places, from), firstAfter(places, goal))
    : places.slice(firstAfter(places, goal - 1), firstAfter(places, from - 1)).toReversed();
}

/** The index of the first place after this one. */
function firstAfter(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The greatest depth at which a step from there ends. */
function deepest({ depth }: Pick<Position, "depth"> = { depth: 0 }, step: StepKind): number {
  switch (step) {
    case "in":
      return Number.POSITIVE_INFINITY;
    // What init does one after the other is one row, whatever has caused it.
    case "over":
      return Math.max(depth, 1);
    case "out":
      return Math.max(depth - 1, 0);
  }
}

/** The last position at a time in seconds or before it, with all that is due then done; the first one if there is none. */
export function placeAt({ positions }: Debuggee, seconds: number): number {
  let low = 0;
  let high = positions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((positions[middle]?.at ?? 0) <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}
