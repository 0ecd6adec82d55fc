// A state of sysvinit with everything forgotten that cannot be told apart later but by a clock or a process number.

import { respawnLimit, respawnPause } from "../../inittab/versions.ts";
import { second, type Ticks, wholeSeconds } from "../run/ticks.ts";
import type { InitEvent } from "./machine/events.ts";
import { placeOfProcess } from "./machine/roster.ts";
import type { Entry, InitState, Phase } from "./machine/state.ts";
import type { Consequence } from "./world/model.ts";

/** The moment at which every state of a search stands: late enough for all that is remembered to have been before. */
export const wayNow: Ticks = 1_000_000 * second;

/** When a disabled entry was disabled, in seconds of init's clock. */
export const disabledAt: number = wholeSeconds(wayNow);

/** A live process that init started outside its list. */
export interface OtherProcess {
  readonly pid: number;
  readonly process: string;
}

/** A state of a search. */
export interface SysvinitWay {
  readonly init: InitState;
  /** What the end of the process of an entry brings about, by the entry's place, rising; of most it is nothing. */
  readonly ends: readonly { readonly place: number; readonly brings: Consequence }[];
  readonly others: readonly OtherProcess[];
  /**
   * The places of the entries whose process is about to end, rising. There are some only where init goes round in a circle:
   * it starts what ends at once, for ever.
   */
  readonly dying: readonly number[];
  /** How the machine went down. */
  readonly down: string | undefined;
  /** Which of the files init's list was read from, from 0. */
  readonly table: number;
  /** Which of the files /etc/inittab is now. */
  readonly file: number;
  readonly key: string;
}

/** The lists of entries that states share, so that what is known of a list is found out once. */
export interface EntryPool {
  /** The places of entries that stand for each other, group by group. */
  readonly alike: readonly (readonly number[])[];
  readonly entriesWith: (table: number, entries: readonly Entry[], flags: string) => readonly Entry[];
  /** The state with this key: the one that was made first. */
  readonly stateWith: (key: string, make: () => SysvinitWay) => SysvinitWay;
}

/** A pool with nothing in it. */
export function entryPool(alike: readonly (readonly number[])[] = []): EntryPool {
  const lists = new Map<string, readonly Entry[]>();
  const variants = new Map<string, Entry>();
  const states = new Map<string, SysvinitWay>();
  const variant = (entry: Entry, table: number, index: number, flag: string): Entry => {
    const name = `${table} ${index} ${flag}`;
    const known = variants.get(name);
    if (known !== undefined) return known;
    const fresh = withFlag(entry, index, flag.charCodeAt(0) - 48);
    variants.set(name, fresh);
    return fresh;
  };
  return {
    alike,
    entriesWith: (table, entries, flags) => {
      const name = `${table} ${flags}`;
      const known = lists.get(name);
      if (known !== undefined) return known;
      const fresh = entries.map((entry, index) => variant(entry, table, index, flags.charAt(index)));
      lists.set(name, fresh);
      return fresh;
    },
    stateWith: (key, make) => {
      const known = states.get(key);
      if (known !== undefined) return known;
      const fresh = make();
      states.set(key, fresh);
      return fresh;
    },
  };
}

/** The number that the process of the entry in this place has in every state. */
export function processOf(place: number): number {
  return place + 2;
}

/** Puts a state into the form in which states are compared. */
export function settled(way: Omit<SysvinitWay, "key">, pool: EntryPool): SysvinitWay {
  const { init, down } = way;
  if (down !== undefined) return { ...way, ends: [], others: [], dying: [], key: `down ${down}` };
  const flags = folded(flagsOf(init.entries), pool.alike);
  const key = keyOf(way, flags);
  // Most steps lead to a state that is known.
  return pool.stateWith(key, () => forgetful(way, flags, key, pool));
}

/** The state without what makes no difference. */
function forgetful(way: Omit<SysvinitWay, "key">, flags: string, key: string, pool: EntryPool): SysvinitWay {
  const { init, table } = way;
  const firstOther = processOf(init.entries.length);
  const others = way.others.map(({ process }, index) => ({ process, pid: firstOther + index }));
  const entries = pool.entriesWith(table, init.entries, flags);
  const state: InitState = {
    ...init,
    now: wayNow,
    phase: timeless(init.phase, way.others, others),
    entries,
    lastPid: firstOther + others.length,
    alarmAt: entries.some(({ failing }) => failing) ? wayNow + respawnPause * second : null,
    // Init says once that a level is empty, and writes down the level; nothing of its own follows from either.
    warns: false,
    runlevelFile: null,
    shownPrevious: "N",
    ...{ unwritten: "", title: "" },
  };
  return { ...way, init: state, others, key };
}

function keyOf(way: Omit<SysvinitWay, "key">, flags: string): string {
  const { init: state } = way;
  const { phase, pending, inbox, target, bootLevel } = state;
  const memory = `${state.didBoot ? "b" : ""}${state.stopped ? "s" : ""}${state.powerOffStarted ? "o" : ""}`;
  const rest =
    way.others.length + pending.length + inbox.length === 0
      ? ""
      : JSON.stringify([way.others.map(({ process }) => process), pending, inbox]);
  let ends = "";
  for (const { place, brings } of way.ends) ends += `${place}${wordsOf(brings)}`;
  if (way.dying.length > 0) ends += `~${way.dying.join()}`;
  return `${flags}|${state.level}${state.shownLevel}${phaseKey(phase)}${target}${bootLevel}${memory}${state.pipe}${way.table}${way.file}${rest}${ends}`;
}

/** What is about to happen in the midst of a play. */
interface Outlook {
  readonly queue: readonly InitEvent[];
  readonly ends: readonly { readonly pid: number; readonly brings: Consequence }[];
  readonly others: readonly OtherProcess[];
  readonly table: number;
}

/**
 * A moment in the midst of a play while init waits. After two moments that are equal the same happens: unlike the key of a
 * state it has what init remembers of restarts, and all that is about to happen.
 */
export function momentOf(init: InitState, { queue, ends, others, table }: Outlook): string {
  const { entries, now } = init;
  const placeOf = (pid: number) => placeOfProcess(entries, pid);
  const known = ends.map(({ pid, brings }) => ({ place: placeOf(pid), brings }));
  const way = { init, ends: known, others, dying: [], down: undefined, table, file: 0 };
  const restarts = entries.map(({ count, windowStart }) => [
    count,
    windowStart === null ? "" : windowStart - wholeSeconds(now),
  ]);
  const events = queue.map((event) => {
    if (event.kind !== "died") return event;
    return [event.at - now, placeOf(event.pid), event.others?.map(placeOf)];
  });
  return `${keyOf(way, flagsOf(entries))}${JSON.stringify([restarts, events])}`;
}

function wordsOf(brings: Consequence): string {
  const known = consequences.get(brings);
  if (known !== undefined) return known;
  const words = JSON.stringify(brings);
  consequences.set(brings, words);
  return words;
}

/** A search knows few of them, and meets them in most states. */
const consequences = new WeakMap<Consequence, string>();

function withFlag(entry: Entry, place: number, flag: number): Entry {
  const running = (flag & 1) !== 0;
  const failing = (flag & 32) !== 0;
  return {
    ...entry,
    running,
    zombie: (flag & 2) !== 0,
    waiting: (flag & 4) !== 0,
    executed: (flag & 8) !== 0,
    demand: (flag & 16) !== 0,
    failing,
    pid: running ? processOf(place) : 0,
    windowStart: failing ? disabledAt : null,
    // What init takes off the list of the disabled without forgetting its starts is disabled again at once.
    count: failing ? respawnLimit : 0,
  };
}

/** A character for each entry. */
function flagsOf(entries: readonly Entry[]): string {
  const codes: number[] = [];
  for (const { running, zombie, waiting, executed, demand, failing } of entries)
    codes.push(
      48 +
        (running ? 1 : 0) +
        (zombie ? 2 : 0) +
        (waiting ? 4 : 0) +
        (executed ? 8 : 0) +
        (demand ? 16 : 0) +
        (failing ? 32 : 0),
    );
  // Many more arguments than lines that anybody writes would not fit.
  return codes.length < mostCodes
    ? String.fromCharCode(...codes)
    : codes.map((code) => String.fromCharCode(code)).join("");
}

/** So many characters are put together at once. */
const mostCodes = 10_000;

/** Of states that differ only in which of several entries alike is in which state, one stands for all. */
function folded(flags: string, alike: readonly (readonly number[])[]): string {
  let result = flags;
  for (const places of alike) {
    // Those that stand for each other are neighbours.
    const first = places[0] ?? 0;
    const after = first + places.length;
    if (isRising(flags, first, after)) continue;
    const sorted = [...flags.slice(first, after)].sort().join("");
    result = result.slice(0, first) + sorted + result.slice(after);
  }
  return result;
}

function isRising(flags: string, from: number, to: number): boolean {
  for (let place = from + 1; place < to; place++)
    if (flags.charCodeAt(place) < flags.charCodeAt(place - 1)) return false;
  return true;
}

function timeless(phase: Phase, before: readonly OtherProcess[], after: readonly OtherProcess[]): Phase {
  if (phase.kind === "waiting") return { ...phase, since: wayNow };
  if (phase.kind !== "emergency") return phase;
  const place = before.findIndex(({ pid }) => pid === phase.pid);
  return { ...phase, pid: after[place]?.pid ?? 0 };
}

function phaseKey(phase: Phase): string {
  switch (phase.kind) {
    case "waiting":
      return phase.place === "loop" ? "L" : "T";
    case "asking":
      return `?${phase.of}${phase.typed}${phase.left}`;
    case "spinning":
      return `~${phase.why}`;
    default:
      return phase.kind;
  }
}
