// The numbers of all services in one direction, each larger than those that it waits for, kept up to date while services
// are switched on and off. Only what such a switch can change is looked at again.

import { type Slices, spend, type WorkMeter } from "../../text/slices.ts";
import { type ServiceFacts, unsaid } from "./system.ts";
import type { Places, Side, Waits } from "./waits.ts";

/** The number of a script with an LSB header and no `chkconfig:` line, in both directions. */
export const usualNumber = 50;

/** The largest number. */
const top = 99;

/** Below all numbers: the script does not say one. */
const none = -1;

/** The numbers of one direction, from the first service in that direction to the last: those of stop links turned round. */
export interface Ladder {
  readonly side: Side;
  readonly waits: Waits;
  /** Which services have an LSB header; the others keep the numbers that they say. */
  readonly moves: readonly boolean[];
  /** The levels in which each service is on; the same for both ladders. */
  readonly levels: readonly number[];
  /** What the scripts say. */
  readonly said: readonly number[];
  readonly numbers: number[];
  /** The services whose number may be another one since somebody last looked. */
  readonly changed: Set<number>;
}

/** A ladder on which nobody has moved yet. */
export function newLadder(
  side: Side,
  services: readonly ServiceFacts[],
  { waits, levels }: Pick<Ladder, "waits" | "levels">,
): Ladder {
  const said = services.map((service) => saidBy(side, service));
  const moves = services.map(({ lsb }) => lsb);
  return { side, waits, moves, levels, said, numbers: [...said], changed: new Set() };
}

/** What a script says, as a number of the ladder. */
export function saidBy(side: Side, { startNumber, stopNumber }: ServiceFacts): number {
  return side === "start" ? startNumber : turned(stopNumber);
}

/** Between a number of a stop link and the same on the ladder; what is unsaid is below all there. */
export function turned(number: number): number {
  return unsaid.stop - 1 - number;
}

/** A dependency counts only if the other one is on wherever this one is to be on. */
function counts(levels: number, others: number): boolean {
  return (levels & others) === levels;
}

/** What a service has that begins with this number and waits for these. */
export function numberAfter(
  { side, levels: all, numbers }: Pick<Ladder, "side" | "levels" | "numbers">,
  { number, levels, waits }: { readonly number: number; readonly levels: number; readonly waits: Places },
): number {
  let found = number;
  if (number === none) found = side === "start" ? usualNumber : turned(usualNumber);
  for (const list of waits)
    for (const place of list)
      if (counts(levels, all[place] ?? 0)) found = Math.max(found, after(numbers[place] ?? none));
  return found;
}

/** The same for the service at a place, with the number that it has now. */
export function numberAt(
  ladder: Ladder,
  place: number,
  number: number = ladder.numbers[place] ?? none,
): number {
  if (ladder.moves[place] !== true) return number;
  const { levels, waits, side } = ladder;
  return numberAfter(ladder, { number, levels: levels[place] ?? 0, waits: waits.of[place]?.[side] ?? [] });
}

/**
 * Brings these services up to what they wait for, and all others that then have to follow. There is just one way for all
 * numbers to fit together: who waits in a circle, or for one of a circle, has the largest number, and all others have
 * theirs from the beginnings of their chains. So it does not matter from where they go there.
 */
export function* settle(ladder: Ladder, places: Iterable<number>, meter: WorkMeter): Slices<void> {
  const { numbers, said, changed, waits, side } = ladder;
  const pending = new Set(places);
  for (const place of pending) {
    pending.delete(place);
    if (spend(meter, 1 + lengthOf(waits.of[place]?.[side] ?? []))) yield;
    const before = numbers[place] ?? none;
    const now = numberAt(ladder, place, said[place]);
    if (now === before) continue;
    numbers[place] = now;
    changed.add(place);
    for (const list of waits.for[place]?.[side] ?? []) {
      for (const waiter of list)
        if (now > before ? isBelow(ladder, waiter, now) : rests(ladder, waiter, before)) pending.add(waiter);
      if (spend(meter, 1 + list.length)) yield;
    }
  }
}

/** Who may have to move when a service that has this number is counted, or counted no longer. */
export function* waitersOf(ladder: Ladder, place: number, meter: WorkMeter): Slices<readonly number[]> {
  const { numbers, waits, side } = ladder;
  const number = numbers[place] ?? none;
  const found: number[] = [];
  for (const list of waits.for[place]?.[side] ?? []) {
    for (const waiter of list)
      if (isBelow(ladder, waiter, number) || rests(ladder, waiter, number)) found.push(waiter);
    if (spend(meter, 1 + list.length)) yield;
  }
  return found;
}

/** Whether a waiter is not where something with this number would take it. */
function isBelow({ numbers }: Ladder, waiter: number, number: number): boolean {
  return (numbers[waiter] ?? none) < after(number);
}

/** Whether a waiter is just where something with this number takes it. */
function rests({ numbers }: Ladder, waiter: number, number: number): boolean {
  return numbers[waiter] === after(number);
}

/** The lowest number of what waits for this one. */
function after(number: number): number {
  return Math.min(number + 1, top);
}

function lengthOf(lists: Places): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}
