// Where a machine comes to rest, and how it gets there by itself.

import type { StateSpace } from "./search.ts";

/** The states in which nothing happens until somebody does something, those that are down left out. */
export function* restingPlaces(space: StateSpace): Generator<number> {
  for (let place = 0; place < space.count; place++) if (isAtRest(space, place)) yield place;
}

/** Init waits for nothing that comes by itself. What waits for a person is at rest, too. */
export function isAtRest(space: StateSpace, place: number): boolean {
  const { kind } = space.view(place);
  return kind === "resting" || kind === "busy" || kind === "asking";
}

/** The states from which the machine goes down by itself, once every process that init waits for has ended. */
export function goingDown(space: StateSpace): ReadonlySet<number> {
  const down = new Set<number>();
  for (let place = 0; place < space.count; place++) if (space.view(place).kind === "down") down.add(place);
  for (let grown = true; grown; ) {
    const before = down.size;
    for (let place = space.count - 1; place >= 0; place--)
      if (!down.has(place) && byItself(space, place).some((to) => down.has(to))) down.add(place);
    grown = down.size > before;
  }
  return down;
}

/** The state in which the machine comes to rest from here by itself; undefined: it goes down, or never rests. */
export function comesToRest(space: StateSpace, from: number): number | undefined {
  const seen = new Set<number>();
  for (let place: number | undefined = from; place !== undefined && !seen.has(place); ) {
    if (isAtRest(space, place)) return place;
    seen.add(place);
    place = byItself(space, place).find((to) => !seen.has(to));
  }
  return undefined;
}

/** The states after the end of a process that is not started again. */
function byItself(space: StateSpace, place: number): readonly number[] {
  return space
    .next(place)
    .filter(({ move }) => move.event === "end" && move.again !== true)
    .map(({ to }) => to);
}
