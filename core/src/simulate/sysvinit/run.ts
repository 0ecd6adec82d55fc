// A whole run in one go: the trace, when each record's process ran, and the state at the end.

import { defaultSysvinitVersion } from "../../inittab/versions.ts";
import { enterLevel, type LevelInterval, type ProcessInterval, type Timeline } from "../run/timeline.ts";
import { type InitState, initialState } from "./machine/state.ts";
import type { Scenario } from "./scenario.ts";
import { type SimulationEnd, type SimulationOptions, simulateStream } from "./simulate.ts";
import type { Trace, TraceEvent } from "./trace.ts";
import type { StreamItem } from "./world/world.ts";

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
