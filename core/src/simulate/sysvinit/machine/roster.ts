// What is known of a whole list of entries, so that not every step has to walk the list. Nothing of it is part of the
// state: it is found again from the list where it is not known, and it goes on from a list to the next one.

import type { Entry } from "./state.ts";

/** What is known of a list. */
interface Roster {
  /** Entries with a process that keeps init from leaving its phase: boot processes do not. Spec, section 4. */
  running: number;
  /** The places of entries whose process has died without init having taken note. */
  zombies: readonly number[];
  /** The places of the disabled entries. */
  failing: readonly number[];
  /** Up to here a walk in this level finds nothing to do, but at the places in `open`. */
  level: string;
  settled: number;
  open: readonly number[];
  /** Where the process with a number was put. Lists that follow each other share it, so it is to be looked at again. */
  readonly places: Map<number, number>;
}

const rosters = new WeakMap<readonly Entry[], Roster>();

/** Of a list as long as this it is quicker to find everything again than to keep it, should other lists come in between. */
const shortList = 64;

/** A list and what is known of it. */
interface Known {
  readonly entries: readonly Entry[];
  readonly roster: Roster;
}

/** The copy that is worked on. */
let latest: Known | undefined;

/** Short lists that were looked at last, the last one first: those from which a search goes on again and again. */
let recent: readonly Known[] = [];
const mostRecent = 4;

/** With so many places to look at it is as well to walk the list. */
const mostOpen = 64;

/** Whether something runs that keeps init from leaving its phase. */
export function hasRunning(entries: readonly Entry[]): boolean {
  return rosterOf(entries).running > 0;
}

/** The places of entries whose process has died without init having taken note, rising. */
export function zombiesIn(entries: readonly Entry[]): readonly number[] {
  return rising(rosterOf(entries).zombies);
}

/** Whether at least so many entries are zombies: what cannot be need not be looked for. */
export function hasZombies(entries: readonly Entry[], least: number): boolean {
  return rosterOf(entries).zombies.length >= least;
}

/** The place of the entry whose process has this number, or -1. No number is given out twice. */
export function placeOfProcess(entries: readonly Entry[], pid: number): number {
  const likely = rosterOf(entries).places.get(pid) ?? -1;
  const isHere = (entry: Entry | undefined) => entry?.running === true && entry.pid === pid;
  return isHere(entries[likely]) ? likely : entries.findIndex(isHere);
}

/** The places of the disabled entries, rising. */
export function failingIn(entries: readonly Entry[]): readonly number[] {
  return rising(rosterOf(entries).failing);
}

/** A copy that may be written to, by `replaceEntry` only. */
export function copyOf(entries: readonly Entry[]): Entry[] {
  const copy = entries.slice();
  const known = knownOf(entries);
  if (known === undefined) return copy;
  const roster = { ...known };
  if (copy.length <= shortList) latest = { entries: copy, roster };
  else rosters.set(copy, roster);
  return copy;
}

/** Puts another entry in a place. */
export function replaceEntry(entries: Entry[], index: number, entry: Entry): void {
  const old = entries[index];
  entries[index] = entry;
  const roster = knownOf(entries);
  if (roster === undefined || old === undefined) return;
  if (entry.running && !old.running) roster.places.set(entry.pid, index);
  else if (old.running && !entry.running) roster.places.delete(old.pid);
  roster.running += Number(counts(entry)) - Number(counts(old));
  if (entry.zombie !== old.zombie) roster.zombies = listed(roster.zombies, index, entry.zombie);
  if (entry.failing !== old.failing) roster.failing = listed(roster.failing, index, entry.failing);
  if (index >= roster.settled || roster.open.includes(index)) return;
  if (roster.open.length < mostOpen) roster.open = [...roster.open, index];
  else forget(roster);
}

/**
 * Walks the list from the front in a level, until the visit of an entry says that the walk ends there. Only entries are
 * visited that may have something to do: after a visit that does not end the walk another one in the same level must
 * do nothing, as long as the entry stays what it is.
 */
export function walk(
  entriesNow: () => readonly Entry[],
  level: string,
  visit: (entry: Entry, index: number) => "on" | "end",
): void {
  const before = rosterOf(entriesNow());
  const isKnown = before.level === level;
  const open = isKnown ? rising(before.open) : [];
  const settled = isKnown ? before.settled : 0;
  const settle = (to: number, left: readonly number[]) => {
    // The list may be another one now.
    const roster = rosterOf(entriesNow());
    roster.level = level;
    roster.settled = to;
    roster.open = left;
  };
  const ends = (index: number) => {
    const entry = entriesNow()[index];
    return entry !== undefined && visit(entry, index) === "end";
  };
  for (const [at, index] of open.entries())
    if (ends(index)) {
      settle(settled, open.slice(at));
      return;
    }
  const { length } = entriesNow();
  for (let index = settled; index < length; index++)
    if (ends(index)) {
      settle(index, []);
      return;
    }
  settle(length, []);
}

function knownOf(entries: readonly Entry[]): Roster | undefined {
  if (latest?.entries === entries) return latest.roster;
  if (entries.length > shortList) return rosters.get(entries);
  for (const known of recent) if (known.entries === entries) return known.roster;
  return undefined;
}

function rosterOf(entries: readonly Entry[]): Roster {
  const known = knownOf(entries);
  if (known !== undefined) return known;
  const zombies: number[] = [];
  const failing: number[] = [];
  const places = new Map<number, number>();
  let running = 0;
  for (const [index, entry] of entries.entries()) {
    if (counts(entry)) running++;
    if (entry.running) places.set(entry.pid, index);
    if (entry.zombie) zombies.push(index);
    if (entry.failing) failing.push(index);
  }
  const roster: Roster = { running, zombies, failing, level: "", settled: 0, open: [], places };
  if (entries.length > shortList) rosters.set(entries, roster);
  else recent = [{ entries, roster }, ...recent.slice(0, mostRecent - 1)];
  return roster;
}

function counts({ running, action }: Entry): boolean {
  return running && action !== "boot";
}

function forget(roster: Roster): void {
  roster.settled = 0;
  roster.open = [];
}

function listed(places: readonly number[], index: number, isIn: boolean): readonly number[] {
  if (isIn) return [...places, index];
  return places[0] === index ? places.slice(1) : places.filter((place) => place !== index);
}

function rising(places: readonly number[]): readonly number[] {
  return places.length < 2 ? places : places.toSorted((one, other) => one - other);
}
