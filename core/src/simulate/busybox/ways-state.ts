// A state of BusyBox init with everything forgotten that cannot be told apart later but by a clock or a process number.

import { findAction } from "../../inittab/actions.ts";
import { offersLogin } from "../../inittab/login.ts";
import { startsStaying } from "../../inittab/started.ts";
import { second, type Ticks } from "../run/ticks.ts";
import type { WayRecord } from "../run/ways.ts";
import { terminalName } from "./keys.ts";
import type { BusyboxEntry, BusyboxState, BusyboxTask } from "./machine/state.ts";
import { signsOf } from "./ways-signals.ts";

/** The moment at which every state of a search stands. */
export const wayNow: Ticks = 1_000_000 * second;

/** A live process that init started. */
export interface WayProcess {
  readonly pid: number;
  /** The place of its record. */
  readonly record: number;
  /** It waits for Enter. */
  readonly asks: boolean;
}

/** A state of a search. */
export interface BusyboxWay {
  readonly init: BusyboxState;
  /** In the order of their birth, which decides who gets an Enter. */
  readonly processes: readonly WayProcess[];
  /** How the machine went down; `restart`: process 1 has become another program. */
  readonly down: string | undefined;
  /** Which of the texts /etc/inittab is, from 0. */
  readonly file: number;
  readonly key: string;
}

/** A record, and whether init starts it again. */
export type BusyboxWayRecord = WayRecord & { readonly again: boolean };

/** The records of a search: those of each text, in init's order. Entries of init's list find theirs here. */
export interface BusyboxRoster {
  readonly records: readonly BusyboxWayRecord[];
  readonly recordAt: (place: number) => BusyboxWayRecord;
  /** The place of the record of an entry. One that has vanished from the file keeps its own. */
  readonly placeOf: (entry: NamedEntry) => number;
}

/** What an entry is known by. */
type NamedEntry = Pick<BusyboxEntry, "terminal" | "command" | "action" | "line">;

/** A roster of the entries of several texts. */
export function newRoster(tables: readonly (readonly BusyboxEntry[])[]): BusyboxRoster {
  const records: BusyboxWayRecord[] = [];
  const byLine = new Map<number | undefined, Named[]>();
  for (const [table, entries] of tables.entries())
    for (const entry of entries) {
      const known = byLine.get(entry.line) ?? [];
      byLine.set(entry.line, known);
      const twin = known.find((each) => isNamedLike(each, entry) && each.action === entry.action);
      const place = twin?.place ?? records.length;
      // Of those that look alike once they have vanished the last one counts.
      if (twin !== undefined) known.splice(known.indexOf(twin), 1);
      known.unshift({ ...entry, place });
      records[place] = recordOf(entry, table);
    }
  const unknown: BusyboxWayRecord = recordOf(
    { terminal: "", command: "", action: undefined, line: undefined },
    0,
  );
  return {
    records,
    recordAt: (place) => records[place] ?? unknown,
    placeOf: (entry) => {
      for (const known of byLine.get(entry.line) ?? [])
        if (isNamedLike(known, entry) && (entry.action === undefined || known.action === entry.action))
          return known.place;
      return -1;
    },
  };
}

/** An entry, and the place of its record. */
type Named = NamedEntry & { readonly place: number };

function isNamedLike(one: NamedEntry, other: NamedEntry): boolean {
  return one.terminal === other.terminal && one.command === other.command;
}

/** An entry as questions see it. */
function recordOf({ terminal, command, action, line }: NamedEntry, table: number): BusyboxWayRecord {
  const asks = action === "askfirst";
  const login = asks || offersLogin(command);
  // What reads a terminal is what its words say, or else the terminal that init gives it.
  const named = /(?:^|\s|\/dev\/)((?:tty|vc\/|hvc|console)\w*)/.exec(command)?.[1];
  return {
    ...{ id: terminalName(terminal), action: action ?? "", process: command, line, table },
    runlevels: "",
    terminal: login ? (named ?? terminalName(terminal)) : undefined,
    runs: action !== undefined,
    login,
    stays: startsStaying(command, { dialect: "busybox" }),
    signs: signsOf(action ?? ""),
    behaves: `${terminal}\0${command}${asks ? "\0" : ""}`,
    heir: `${terminal}\0${command}`,
    again: findAction(action ?? "")?.respawns === true,
  };
}

/** What of a search all its states share. */
export interface StateBench {
  readonly roster: BusyboxRoster;
  /**
   * The places of records that stand for each other, group by group; each has a terminal of its own, so that the order of
   * their births makes no difference.
   */
  readonly alike: readonly (readonly number[])[];
  /** Several records ask for Enter on one terminal, which goes to the one that has waited longest. */
  readonly queues: boolean;
}

/** Puts a state into the form in which states are compared. */
export function settled(way: Omit<BusyboxWay, "key">, bench: StateBench): BusyboxWay {
  const { init, down, file } = way;
  if (down !== undefined) return { ...way, processes: [], key: `down ${down}` };
  const places = init.entries.map(bench.roster.placeOf);
  const owned = inOrder(folded(ownedBy(way, places), bench.alike), bench.queues);
  const numbers: number[] = [];
  for (const [index, { pid }] of owned.entries()) numbers[pid] = index + 2;
  const numberOf = (pid: number) => (pid === 0 ? 0 : (numbers[pid] ?? missing));
  const state: BusyboxState = {
    ...init,
    now: wayNow,
    entries: refilled(init.entries, owned, { places, alike: bench.alike, numberOf }),
    tasks: init.tasks.map((task) => timeless(task, init.now, numberOf)),
    children: owned.map((_, index) => index + 2),
    dead: [],
    lastPid: owned.length + 1,
  };
  const processes = owned.map((process, index) =>
    process.pid === index + 2 ? process : { pid: index + 2, record: process.record, asks: process.asks },
  );
  return { init: state, processes, down, file, key: keyOf(state, processes, file, places) };
}

/** A process that is over and that init has not noticed yet. */
const missing = 1_000_000_000;

/** The processes with the records of the entries that have them. */
function ownedBy({ init, processes }: Omit<BusyboxWay, "key">, places: readonly number[]): WayProcess[] {
  const owners: number[] = [];
  for (const [index, { pid }] of init.entries.entries()) if (pid !== 0) owners[pid] = places[index] ?? -1;
  return processes.map((process) => {
    const record = owners[process.pid] ?? process.record;
    return record === process.record ? process : { ...process, record };
  });
}

/** The order of birth is forgotten where it decides nothing. */
function inOrder(processes: WayProcess[], queues: boolean): readonly WayProcess[] {
  return queues
    ? processes
    : processes.sort((one, other) => one.record - other.record || one.pid - other.pid);
}

/** Of states that differ only in which of several records alike is in which state, one stands for all. */
function folded(processes: WayProcess[], alike: readonly (readonly number[])[]): WayProcess[] {
  for (const places of alike) {
    const at = processes.flatMap(({ record }, index) => (places.includes(record) ? [index] : []));
    const waiting = at.filter((index) => processes[index]?.asks === true).length;
    for (const [rank, index] of at.entries()) {
      const process = processes[index];
      const record = places[rank];
      if (process !== undefined && record !== undefined)
        processes[index] = { pid: process.pid, record, asks: rank >= at.length - waiting };
    }
  }
  return processes;
}

/** The entries with the numbers of their processes; those that stand for each other have that of their record. */
function refilled(
  entries: readonly BusyboxEntry[],
  processes: readonly WayProcess[],
  {
    places,
    alike,
    numberOf,
  }: {
    readonly places: readonly number[];
    readonly alike: StateBench["alike"];
    readonly numberOf: (pid: number) => number;
  },
): readonly BusyboxEntry[] {
  const held: number[] = [];
  if (alike.length > 0) for (const { pid, record } of processes) held[record] = numberOf(pid);
  return entries.map((entry, index) => {
    const place = places[index] ?? -1;
    const pid = alike.some((group) => group.includes(place)) ? (held[place] ?? 0) : numberOf(entry.pid);
    return pid === entry.pid ? entry : { ...entry, pid };
  });
}

function timeless(task: BusyboxTask, now: Ticks, numberOf: (pid: number) => number): BusyboxTask {
  if (task.kind === "await") return { ...task, pid: numberOf(task.pid) };
  if (task.kind === "pause" && task.until !== undefined)
    return { ...task, until: wayNow + (task.until - now) };
  return task;
}

/** Lists in it have their lengths in front, and each place of a record takes two characters, so that no two states share it. */
function keyOf(
  { entries, tasks, pending, dying, deaf }: BusyboxState,
  processes: readonly WayProcess[],
  file: number,
  places: readonly number[],
): string {
  const signals = pending.length < 2 ? (pending[0] ?? "") : pending.toSorted().join();
  let key = `${file}${deaf ? "d" : ""}${signals}|`;
  for (const task of tasks) key += taskKey(task);
  key += `|${entries.length},${processes.length}|`;
  for (const [index, { action, pid }] of entries.entries())
    key += placeKey(places[index] ?? -1, (action === undefined ? 2 : 0) + (pid === 0 ? 0 : 1));
  for (const { record, asks } of processes) key += placeKey(record, asks ? 1 : 0);
  return dying.length === 0 ? key : `${key}${JSON.stringify(dying)}`;
}

/** No table has so many records that two characters are too few. */
function placeKey(place: number, flags: number): string {
  return String.fromCharCode((place + 1) & 0xffff, (((place + 1) >>> 16) << 2) | flags);
}

function taskKey(task: BusyboxTask): string {
  switch (task.kind) {
    case "run":
      return `r${task.actions.join()}${task.from}`;
    case "await":
      return `a${task.pid}`;
    case "pause":
      return task.until === undefined ? `s${task.span}` : `p${task.until - wayNow}`;
    case "signal-all":
      return task.signal;
    case "request":
      return task.how;
    default:
      return task.kind;
  }
}
