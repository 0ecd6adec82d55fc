// Where a machine comes to rest, and how it gets there by itself.

import type { Move } from "../simulate/run/ways.ts";
import { mayStartLogin } from "./logins.ts";
import type { StateSpace } from "./search.ts";

/** The states in which nothing happens until somebody does something, those that are down left out. */
export function* restingPlaces(space: StateSpace): Generator<number> {
  for (let place = 0; place < space.count; place++) if (isAtRest(space, place)) yield place;
}

/** Init waits for nothing that comes by itself. What waits for a person is at rest, too. */
function isAtRest(space: StateSpace, place: number): boolean {
  const { kind } = space.view(place);
  return (
    kind === "resting" || kind === "busy" || kind === "asking" || waitsForGood(space, place) !== undefined
  );
}

/** The record whose process init waits for here, if that stays until somebody ends it on purpose. */
export function waitsForGood(space: StateSpace, place: number): number | undefined {
  if (space.view(place).kind !== "waiting") return undefined;
  return space.next(place).find(({ move }) => isForGood(space, move))?.move.record;
}

function isForGood({ records }: StateSpace, { awaited, record }: Move): boolean {
  return awaited === true && record !== undefined && records[record]?.stays === true;
}

/**
 * The states from which the machine goes down by itself, once every process that init does not start again has ended. In
 * the levels for it a script may do it of which nothing is known, so that these count where any record runs in them.
 */
export function goingDown(space: StateSpace): ReadonlySet<number> {
  const down = new Set<number>();
  const before = Array.from({ length: space.count }, (): number[] => []);
  for (let place = 0; place < space.count; place++) {
    if (isDown(space, place)) down.add(place);
    for (const { move, to } of space.next(place))
      if (move.event === "end" && move.again !== true && !isForGood(space, move)) before[to]?.push(place);
  }
  const open = [...down];
  for (let place = open.pop(); place !== undefined; place = open.pop())
    for (const earlier of before[place] ?? [])
      if (!down.has(earlier)) {
        down.add(earlier);
        open.push(earlier);
      }
  return down;
}

function isDown(space: StateSpace, place: number): boolean {
  const { kind, level } = space.view(place);
  return kind === "down" || (isFinal(space, level) && runsAnything(space, level));
}

/** A machine that is in this level never leaves it. */
export function isFinal({ levels }: StateSpace, level: string): boolean {
  return levels?.final.includes(level) === true;
}

/** Whether a record of its own runs in a level. */
export function runsAnything(space: StateSpace, level: string): boolean {
  return space.records.some((record) => mayStartLogin(record, level) && record.runlevels !== "");
}

/** The state in which the machine comes to rest when what init waits for has ended; undefined: it goes down, or never rests. */
export function comesToRest(space: StateSpace, from: number): number | undefined {
  const seen = new Set<number>();
  for (let place: number | undefined = from; place !== undefined && !seen.has(place); ) {
    if (isAtRest(space, place)) return place;
    seen.add(place);
    place = space.next(place).find(({ move, to }) => move.awaited === true && !seen.has(to))?.to;
  }
  return undefined;
}
