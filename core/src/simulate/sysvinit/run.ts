// A whole run in one go: the trace, when each record's process ran, and the state at the end.

import { defaultSysvinitVersion } from "../../inittab/versions.ts";
import type { RecordKey } from "./machine/effects.ts";
import { type InitState, initialState } from "./machine/state.ts";
import type { Scenario } from "./scenario.ts";
import { type SimulationEnd, type SimulationOptions, simulateStream } from "./simulate.ts";
import type { Trace, TraceEvent } from "./trace.ts";
import type { EndKind, StreamItem } from "./world/world.ts";

/** One life of a record's process; times in seconds. A process that waits for Enter first lives already. */
export interface ProcessInterval {
  readonly record: RecordKey;
  /** The process field that was run. */
  readonly process: string;
  readonly pid: number;
  readonly start: number;
  /** Null: it still ran at the end. */
  readonly end: number | null;
  /** `terminated`: it ended because of TERM. */
  readonly how: EndKind | "running";
  readonly code: number | null;
  /** When somebody pressed Enter for it; null: nobody has. Left out where it does not ask. */
  readonly enter?: number | null;
  /** Init has started it again. Left out where that is told by the times alone. */
  readonly again?: true;
}

/** How long init was in a level, where `#` and `*` are the boot phases, or in a phase if it has no levels. */
export interface LevelInterval {
  readonly level: string;
  readonly start: number;
  /** Null: until the end. */
  readonly end: number | null;
}

/** When each record's process ran. */
export interface Timeline {
  /** In the order of their start. */
  readonly intervals: readonly ProcessInterval[];
  readonly levels: readonly LevelInterval[];
  /** What the levels are: runlevels, or the phases of an init that has none. */
  readonly measure: "level" | "phase";
  /** The end of the run in seconds. */
  readonly until: number;
}

/** Everything about a run. */
export interface SimulationRun {
  readonly trace: Trace;
  readonly timeline: Timeline;
  /** Init at the end. */
  readonly state: InitState;
}

/** Runs a scenario once and keeps the trace, the timeline and the state at the end. */
export function runSimulation(scenario: Scenario, options: SimulationOptions = {}): SimulationRun {
  const { take, finish } = collectRun(scenario, options);
  const stream = simulateStream(scenario, options);
  let next = stream.next();
  for (; next.done !== true; next = stream.next()) take(next.value);
  return finish(next.value);
}

/** Keeps what a run tells: it is to be given every item, and then how the run ended. */
export function collectRun(
  scenario: Scenario,
  options: SimulationOptions = {},
): {
  readonly take: (item: StreamItem) => void;
  readonly finish: (end: SimulationEnd) => SimulationRun;
} {
  const version = options.version ?? defaultSysvinitVersion;
  const events: TraceEvent[] = [];
  const intervals: ProcessInterval[] = [];
  const levels: LevelInterval[] = [];
  const alive = new Map<number, number>();
  let state = initialState(version);
  const take = (item: StreamItem) => {
    switch (item.kind) {
      case "trace":
        events.push(item.event);
        break;
      case "step":
        state = item.step.state;
        if (levels.at(-1)?.level !== state.level) enterLevel(levels, state.level, item.at);
        break;
      case "began": {
        const { record, process, pid, at } = item;
        alive.set(pid, intervals.length);
        intervals.push({ record, process, pid, start: at, end: null, how: "running", code: null });
        break;
      }
      case "over": {
        const index = alive.get(item.pid) ?? -1;
        const interval = intervals[index];
        alive.delete(item.pid);
        if (interval !== undefined)
          intervals[index] = { ...interval, end: item.at, how: item.how, code: item.code };
      }
    }
  };
  const finish = (end: SimulationEnd): SimulationRun => {
    const until = end.ended?.t ?? end.stopped?.t ?? scenario.until;
    const name = scenario.name === undefined ? {} : { scenario: scenario.name };
    return {
      trace: { ...name, init: `sysvinit-${version}`, events, ...end },
      timeline: { intervals, levels, measure: "level", until },
      state,
    };
  };
  return { take, finish };
}

/** When each record's process ran. */
export function timeline(scenario: Scenario, options: SimulationOptions = {}): Timeline {
  return runSimulation(scenario, options).timeline;
}

/** Init as it is at a moment, in seconds from the boot, with all that is due then done. */
export function stateAt(scenario: Scenario, seconds: number, options: SimulationOptions = {}): InitState {
  return runSimulation({ ...scenario, until: Math.min(seconds, scenario.until) }, options).state;
}

/** Adds a level or phase to those before. What init only passes through within a step is not seen here. */
export function enterLevel(levels: LevelInterval[], level: string, at: number): void {
  const last = levels.at(-1);
  if (last !== undefined) levels[levels.length - 1] = { ...last, end: at };
  levels.push({ level, start: at, end: null });
}
