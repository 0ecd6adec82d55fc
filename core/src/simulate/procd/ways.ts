// Every way that procd can go, for a search: its machine between two events. A process that gets TERM ends, and so do the
// scripts that procd waits for.

import type { MachineSpec } from "../../inittab/machine-profile.ts";
import { readInittab } from "../../inittab/read.ts";
import { defaultWayEvents, type WayEvent, type WayStep, type Ways, type WayView } from "../run/ways.ts";
import { placedEntries } from "./keys.ts";
import { procdAskings } from "./machine/signals.ts";
import {
  initialProcdState,
  type ProcdEffect,
  type ProcdEvent,
  type ProcdMachineState,
  type ProcdRequest,
} from "./machine/state.ts";
import { enterProcdState, procdStates } from "./machine/states.ts";
import { procdWake, stepProcd } from "./machine/step.ts";
import { movesIn, type ProcdMove } from "./ways-moves.ts";
import { wayScenario } from "./ways-scenario.ts";
import {
  newRoster,
  type ProcdRoster,
  type ProcdWay,
  settled,
  type WayProcess,
  wayNow,
  wordsOfSignal,
} from "./ways-state.ts";
import { terminalsOf } from "./world/create-world.ts";

/** What a search over a table of procd starts from. */
export interface ProcdWaysOptions {
  /** The events that are on. */
  readonly events?: ReadonlySet<WayEvent>;
  /** The machine, which says what terminals there are. Default: one that has all that the table names. */
  readonly machine?: MachineSpec;
  /** Default true: what procd ignores, Enter, and ends of what it starts again or of what lets nobody in are left out. */
  readonly reduce?: boolean;
}

/** Every way of a machine with this table, which procd reads once. */
export function procdWays(table: string, options: ProcdWaysOptions = {}): Ways<ProcdWay, ProcdMove> {
  const { events: on = defaultWayEvents, machine, reduce = true } = options;
  const { records, messages } = readInittab(table, { dialect: "procd" });
  const entries = placedEntries(records);
  const terminals = terminalsOf(
    { inittab: table, until: 0, ...(machine !== undefined && { machine }) },
    entries,
  );
  const roster = newRoster(entries, terminals);
  const starts = procdStates.flatMap((state) =>
    enterProcdState(state, entries, terminals).flatMap((step) => (step.kind === "start" ? [step] : [])),
  );
  const asking = starts.filter(({ asks }) => asks).map(({ device }) => device);
  const bench: Bench = { roster, queues: new Set(asking).size < asking.length };
  const devices = new Map(starts.map(({ entry, device }) => [roster.placeOf(entry), device]));
  const boot: ProcdEvent = { kind: "boot", at: wayNow, entries, messages, terminals };
  const first = { init: initialProcdState, processes: [], down: undefined };
  const choice = { on, roster, reduce };
  return {
    records: roster.records,
    list: JSON.stringify(entries.map(({ id, action, argv }) => [id, action, argv])),
    levels: undefined,
    requestsDown: procdAskings
      .filter(({ name }) => name === "halt" || name === "power-off" || name === "reboot")
      .map(({ signal }) => wordsOfSignal(signal)),
    reload: undefined,
    start: play(bench, first, [boot]),
    moves: (state) => movesIn(state, choice),
    after: (state, move) => happen(bench, state, move),
    key: ({ key }) => key,
    view: viewOf,
    played: (moves) =>
      wayScenario({ table, machine, roster, deviceOf: (record) => devices.get(record) ?? null }, moves),
  };
}

/** What all steps of a search share. */
interface Bench {
  readonly roster: ProcdRoster;
  /** Several entries ask for Enter on one device, which goes to the one that has waited longest. */
  readonly queues: boolean;
}

function happen(bench: Bench, way: ProcdWay, move: ProcdMove): WayStep<ProcdWay> {
  const at = wayNow;
  switch (move.kind) {
    case "signal":
      return play(bench, way, [{ kind: "signal", at, signal: move.signal }]);
    case "end": {
      const ended = way.processes.filter(endsBy(move.record, bench));
      const processes = way.processes.filter((process) => !ended.includes(process));
      return play(bench, { ...way, processes }, ended.map(overEvent));
    }
    case "enter": {
      const called = way.processes.find(({ record, asks }) => record === move.record && asks);
      const processes = way.processes.map((each) => (each === called ? { ...each, asks: false } : each));
      return { state: settled({ ...way, processes }, bench.queues), started: [] };
    }
  }
}

/** A scenario names a process by its words and its device, and reaches all that have both. */
function endsBy(
  record: number,
  { roster }: Bench,
): (process: WayProcess, _: number, all: readonly WayProcess[]) => boolean {
  return (process, _, all) => {
    if (process.record === record) return true;
    const start = all.find((each) => each.record === record)?.start;
    if (start === undefined || process.start === undefined) return false;
    const isNamedSo = roster.records[process.record]?.process === roster.records[record]?.process;
    return isNamedSo && (start.device === null || start.device === process.start.device);
  };
}

function overEvent({ pid, start }: WayProcess): ProcdEvent {
  return start === undefined
    ? { kind: "scripts-over", at: wayNow, pid }
    : { kind: "died", at: wayNow, start };
}

/** What is under way while procd works off events until it waits for something new. */
interface Play {
  init: ProcdMachineState;
  readonly queue: ProcdEvent[];
  processes: readonly WayProcess[];
  readonly started: number[];
  down: ProcdRequest | undefined;
}

/** Lets things happen, and whatever follows from them by itself: time passes until procd waits for others. */
function play(bench: Bench, way: Omit<ProcdWay, "key">, events: readonly ProcdEvent[]): WayStep<ProcdWay> {
  const run: Play = { ...way, queue: [...events], started: [] };
  while (run.down === undefined) {
    let event = run.queue.shift();
    if (event === undefined) {
      const at = procdWake(run.init);
      if (at === undefined) break;
      event = { kind: "timer", at };
    }
    const { state, effects } = stepProcd(run.init, event);
    run.init = state;
    for (const effect of effects) carryOut(bench, run, effect);
  }
  const { init, processes, down, started } = run;
  return { state: settled({ init, processes, down }, bench.queues), started };
}

function carryOut({ roster }: Bench, run: Play, effect: ProcdEffect): void {
  switch (effect.kind) {
    case "start": {
      const { pid, start } = effect;
      const record = roster.placeOf(start.entry);
      run.started.push(record);
      run.processes = [...run.processes, { pid, record, start, asks: start.asks }];
      return;
    }
    case "scripts": {
      const { pid, entry } = effect;
      const record = roster.placeOf(entry);
      run.started.push(record);
      run.processes = [...run.processes, { pid, record, start: undefined, asks: false }];
      return;
    }
    case "signal-all": {
      // Whatever gets TERM ends; what a run of scripts does then was not recorded.
      const ended = run.processes.filter(({ start }) => start !== undefined);
      run.processes = run.processes.filter(({ start }) => start === undefined);
      run.queue.push(...ended.map(overEvent));
      return;
    }
    case "request":
      run.down = effect.how;
      return;
    default:
      return;
  }
}

/** A state as questions see it. */
function viewOf({ init, processes, down }: ProcdWay): WayView {
  const running = [...new Set(processes.map(({ record }) => record))].toSorted((one, other) => one - other);
  const shared = { level: "", running, disabled: [], otherLogin: false };
  if (down !== undefined) return { ...shared, kind: "down", down };
  return { ...shared, kind: init.awaits === undefined ? "resting" : "waiting" };
}
