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
  const places = new Map<string, number>();
  for (const [table, entries] of tables.entries())
    for (const entry of entries) {
      const named = nameOf(entry);
      const known = places.get(named) ?? records.length;
      places.set(named, known);
      places.set(vanished(entry), known);
      records[known] = recordOf(entry, table);
    }
  const unknown: BusyboxWayRecord = recordOf(
    { terminal: "", command: "", action: undefined, line: undefined },
    0,
  );
  return {
    records,
    recordAt: (place) => records[place] ?? unknown,
    placeOf: (entry) => places.get(entry.action === undefined ? vanished(entry) : nameOf(entry)) ?? -1,
  };
}

function nameOf(entry: NamedEntry): string {
  return `${entry.action ?? ""}\0${vanished(entry)}`;
}

function vanished({ terminal, command, line }: NamedEntry): string {
  return `${line ?? ""}\0${terminal}\0${command}`;
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
  const { init, down } = way;
  const { roster } = bench;
  if (down !== undefined) return { ...way, processes: [], key: `down ${down}` };
  const owners = new Map(init.entries.flatMap((entry) => (entry.pid === 0 ? [] : [[entry.pid, entry]])));
  const owned = way.processes.map((process): WayProcess => {
    const owner = owners.get(process.pid);
    return owner === undefined ? process : { ...process, record: roster.placeOf(owner) };
  });
  const processes = inOrder(folded(owned, bench.alike), bench.queues);
  const numbers = new Map(processes.map(({ pid }, index) => [pid, index + 2]));
  const numberOf = (pid: number) => (pid === 0 ? 0 : (numbers.get(pid) ?? missing));
  const state: BusyboxState = {
    ...init,
    now: wayNow,
    entries: refilled(init.entries, processes, bench, numberOf),
    tasks: init.tasks.map((task) => timeless(task, init.now, numberOf)),
    children: processes.map((_, index) => index + 2),
    dead: [],
    lastPid: processes.length + 1,
  };
  const numbered = processes.map((process, index) => ({ ...process, pid: index + 2 }));
  return { ...way, init: state, processes: numbered, key: keyOf(state, numbered, way.file, roster) };
}

/** A process that is over and that init has not noticed yet. */
const missing = 1_000_000_000;

/** The order of birth is forgotten where it decides nothing. */
function inOrder(processes: readonly WayProcess[], queues: boolean): readonly WayProcess[] {
  return queues
    ? processes
    : processes.toSorted((one, other) => one.record - other.record || one.pid - other.pid);
}

/** Of states that differ only in which of several records alike is in which state, one stands for all. */
function folded(
  processes: readonly WayProcess[],
  alike: readonly (readonly number[])[],
): readonly WayProcess[] {
  const result = [...processes];
  for (const places of alike) {
    const at = result.flatMap(({ record }, index) => (places.includes(record) ? [index] : []));
    const sorted = at
      .map((index) => result[index]?.asks === true)
      .sort((one, other) => Number(one) - Number(other));
    for (const [rank, index] of at.entries()) {
      const process = result[index];
      const record = places[rank];
      if (process !== undefined && record !== undefined)
        result[index] = { ...process, record, asks: sorted[rank] === true };
    }
  }
  return result;
}

/** The entries with the numbers of their processes; those that stand for each other have that of their record. */
function refilled(
  entries: readonly BusyboxEntry[],
  processes: readonly WayProcess[],
  { roster, alike }: StateBench,
  numberOf: (pid: number) => number,
): readonly BusyboxEntry[] {
  const grouped = new Set(alike.flat());
  const held = new Map(processes.map(({ pid, record }) => [record, numberOf(pid)]));
  return entries.map((entry) => {
    const place = grouped.size === 0 ? -1 : roster.placeOf(entry);
    const pid = grouped.has(place) ? (held.get(place) ?? 0) : numberOf(entry.pid);
    return pid === entry.pid ? entry : { ...entry, pid };
  });
}

function timeless(task: BusyboxTask, now: Ticks, numberOf: (pid: number) => number): BusyboxTask {
  if (task.kind === "await") return { ...task, pid: numberOf(task.pid) };
  if (task.kind === "pause" && task.until !== undefined)
    return { ...task, until: wayNow + (task.until - now) };
  return task;
}

function keyOf(
  { entries, tasks, pending, dying, deaf }: BusyboxState,
  processes: readonly WayProcess[],
  file: number,
  roster: BusyboxRoster,
): string {
  let key = `${file}${deaf ? "d" : ""}${pending.toSorted().join()}|`;
  for (const task of tasks) key += taskKey(task);
  key += "|";
  for (const entry of entries) {
    const place = roster.placeOf(entry);
    key += `${place}${entry.action === undefined ? "-" : ""}${entry.pid === 0 ? "" : "r"},`;
  }
  key += "|";
  for (const { record, asks } of processes) key += `${record}${asks ? "?" : ""},`;
  return dying.length === 0 ? key : `${key}${JSON.stringify(dying)}`;
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
