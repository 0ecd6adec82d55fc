// A state of procd with everything forgotten that cannot be told apart later but by a clock or a process number.

import { offersLogin } from "../../inittab/login.ts";
import { startsStaying } from "../../inittab/started.ts";
import { second, type Ticks } from "../run/ticks.ts";
import type { WayRecord } from "../run/ways.ts";
import { keyOfEntry } from "./keys.ts";
import { procdAskings } from "./machine/signals.ts";
import type { PlacedEntry, ProcdMachineState, ProcdRequest, ProcdStart } from "./machine/state.ts";
import { type ProcdTerminals, procdConsole } from "./machine/terminals.ts";

/** The moment at which every state of a search stands. */
export const wayNow: Ticks = 1_000_000 * second;

/** A live process, or a run of scripts. */
export interface WayProcess {
  readonly pid: number;
  /** The place of its record. */
  readonly record: number;
  /** How it was started; undefined for a run of scripts. */
  readonly start: ProcdStart | undefined;
  /** It waits for Enter. */
  readonly asks: boolean;
}

/** A state of a search. */
export interface ProcdWay {
  readonly init: ProcdMachineState;
  /** In the order of their birth where that decides who gets an Enter. */
  readonly processes: readonly WayProcess[];
  /** How the machine went down. */
  readonly down: ProcdRequest | undefined;
  readonly key: string;
}

/** The records of a search, in the order of the file. */
export interface ProcdRoster {
  readonly records: readonly WayRecord[];
  readonly entryAt: (place: number) => PlacedEntry | undefined;
  readonly placeOf: (entry: PlacedEntry) => number;
}

/** A roster of entries on a machine with these terminals. */
export function newRoster(entries: readonly PlacedEntry[], terminals: ProcdTerminals): ProcdRoster {
  const places = new Map(entries.map((entry, place) => [entry, place]));
  return {
    records: entries.map((entry) => recordOf(entry, terminals)),
    entryAt: (place) => entries[place],
    placeOf: (entry) => places.get(entry) ?? -1,
  };
}

/** The words of all signals that bring the machine down. */
const wordsDown: readonly string[] = procdAskings.map(({ signal }) => wordsOfSignal(signal));

/** An entry as questions see it. */
function recordOf(entry: PlacedEntry, terminals: ProcdTerminals): WayRecord {
  const { id, action, argv, line } = entry;
  const process = argv.join(" ");
  const runsScripts = action === "sysinit" || action === "shutdown";
  const asks = action.startsWith("ask");
  const login = asks || (!runsScripts && offersLogin(process));
  const device = asks && action !== "askfirst" ? consoleOf(terminals) : id;
  // What reads a terminal is what its words say, or else the device that procd gives it.
  const named = /(?:^|\s|\/dev\/)((?:tty|hvc|console)\w*)/.exec(process)?.[1];
  const behaves = `${runsScripts ? action : device}\0${process}${asks ? "\0" : ""}`;
  return {
    ...{ id: keyOfEntry(entry).id, runlevels: "", action, process, line, table: 0, login },
    terminal: login ? (named ?? (device === "" ? undefined : device)) : undefined,
    runs: true,
    stays: !runsScripts && startsStaying(process, { dialect: "procd" }),
    signs: action === "shutdown" ? wordsDown : [],
    ...{ behaves, heir: behaves },
  };
}

function consoleOf(terminals: ProcdTerminals): string {
  const found = procdConsole(terminals);
  return found.kind === "unknown" ? "" : found.name;
}

/** How a signal is written. */
export function wordsOfSignal(signal: string): string {
  return `signal ${signal}`;
}

/** A process that is over and that procd has not noticed yet. */
const missing = 1_000_000_000;

/** Puts a state into the form in which states are compared; `queues`: several processes may ask for Enter on one device. */
export function settled(way: Omit<ProcdWay, "key">, queues: boolean): ProcdWay {
  const { init, down } = way;
  if (down !== undefined) return { ...way, processes: [], key: `down ${down}` };
  const ordered = queues
    ? way.processes
    : way.processes.toSorted((one, other) => one.record - other.record || one.pid - other.pid);
  const processes = ordered.map((process, index) => ({ ...process, pid: index + 2 }));
  const awaited = ordered.findIndex(({ pid }) => pid === init.awaits);
  const awaits = init.awaits === undefined ? undefined : awaited < 0 ? missing : awaited + 2;
  const { phase, asked } = init;
  let key = `${phase} ${asked ?? ""} ${awaits ?? ""}|`;
  for (const { record, asks } of processes) key += `${record}${asks ? "?" : ""},`;
  return {
    ...way,
    init: { ...init, now: wayNow, lastPid: processes.length + 1, awaits },
    ...{ processes, key },
  };
}
