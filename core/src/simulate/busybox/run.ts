// A whole run of BusyBox init in one go: the trace, when each entry's process ran, the phases, and the state at the end.

import { findAction } from "../../inittab/actions.ts";
import type { RecordKey } from "../run/record-key.ts";
import { enterLevel, type LevelInterval, type ProcessInterval, type Timeline } from "../run/timeline.ts";
import { entryKeys } from "./keys.ts";
import type { SystemRequest } from "./machine/messages.ts";
import { type BusyboxState, initialBusyboxState } from "./machine/state.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { type BusyboxSimulationEnd, type BusyboxSimulationOptions, busyboxBuildOf } from "./simulate.ts";
import type { BusyboxTrace, BusyboxTraceEvent } from "./trace.ts";
import type { BusyboxStreamItem } from "./world/world.ts";

/** The phases of BusyBox init, in the order in which it goes through them. Source: spec/dialects.md, 3.3 and 3.5. */
export const busyboxPhases = ["sysinit", "wait", "once", "respawn/askfirst", "shutdown"] as const;

/** One of them. */
export type BusyboxPhase = (typeof busyboxPhases)[number];

/** How a machine goes down, in words, by what init asks of the kernel. */
export const downWords: Readonly<Record<SystemRequest, string>> = {
  halt: "halt",
  poweroff: "power off",
  reboot: "reboot",
};

/** What the kernel does when process 1 ends. */
export const panicWords = "kernel panic, since process 1 has ended";

/** Everything about a run. */
export interface BusyboxRun {
  readonly trace: BusyboxTrace;
  readonly timeline: Timeline;
  /** Init at the end. */
  readonly state: BusyboxState;
  readonly ended: { readonly t: number; readonly how: string } | undefined;
}

/** Sees every item of a run, and the key of a process' entry by its number. */
export type BusyboxWatch = (item: BusyboxStreamItem, running: ReadonlyMap<number, RecordKey>) => void;

/** Keeps what a run tells: it is to be given every item, and then how the run ended. */
export function collectBusyboxRun(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions = {},
  watch: BusyboxWatch = () => {},
): {
  readonly take: (item: BusyboxStreamItem) => void;
  readonly finish: (end: BusyboxSimulationEnd) => BusyboxRun;
} {
  const keyOf = entryKeys(scenario);
  const build = busyboxBuildOf(scenario, options);
  const events: BusyboxTraceEvent[] = [];
  const intervals: ProcessInterval[] = [];
  const levels: LevelInterval[] = [];
  const alive = new Map<number, number>();
  const running = new Map<number, RecordKey>();
  const kept = new Set<RecordKey>();
  let state = initialBusyboxState(build);
  let ended: BusyboxRun["ended"];
  const begin = (
    pid: number,
    at: number,
    entry: { readonly terminal: string; readonly command: string },
    { asks, isKept }: { readonly asks: boolean; readonly isKept: boolean },
  ) => {
    const record = keyOf(entry);
    const isAgain = isKept && kept.has(record);
    if (isKept) kept.add(record);
    alive.set(pid, intervals.length);
    running.set(pid, record);
    intervals.push({
      record,
      process: entry.command,
      pid,
      start: at,
      end: null,
      how: "running",
      code: null,
      ...(asks && { enter: null }),
      ...(isAgain && { again: true }),
    });
  };
  const change = (pid: number, changes: Partial<ProcessInterval>) => {
    const index = alive.get(pid) ?? -1;
    const interval = intervals[index];
    if (interval !== undefined) intervals[index] = { ...interval, ...changes };
  };
  const take = (item: BusyboxStreamItem) => {
    watch(item, running);
    switch (item.kind) {
      case "trace":
        events.push(item.event);
        break;
      case "step": {
        state = item.step.state;
        const phase = phaseOf(state);
        if (phase !== undefined && levels.at(-1)?.level !== phase) enterLevel(levels, phase, item.at);
        for (const effect of item.step.effects)
          if (effect.kind === "request") ended = { t: item.at, how: downWords[effect.how] };
        break;
      }
      case "began":
        begin(item.start.pid, item.at, item.start, {
          asks: item.start.asks,
          isKept: findAction(item.start.action)?.respawns === true,
        });
        break;
      case "executed": {
        const interval = intervals[alive.get(item.pid) ?? -1];
        if (interval?.enter === null) change(item.pid, { enter: item.at });
        break;
      }
      case "became":
        begin(1, item.at, item, { asks: false, isKept: false });
        break;
      case "over":
        change(item.pid, { end: item.at, how: item.how, code: item.code });
        alive.delete(item.pid);
        running.delete(item.pid);
        if (item.pid === 1) ended = { t: item.at, how: panicWords };
        break;
    }
  };
  const finish = (end: BusyboxSimulationEnd): BusyboxRun => {
    const until = ended?.t ?? end.stopped?.t ?? scenario.until;
    const name = scenario.name === undefined ? {} : { scenario: scenario.name };
    return {
      trace: { ...name, init: build.init, events, ...end },
      timeline: { intervals, levels, measure: "phase", until },
      state,
      ended,
    };
  };
  return { take, finish };
}

/** The phase that init is in; undefined before the boot and when it is gone. What a signal begins is no phase of its own. */
export function phaseOf({ tasks, deaf, alive }: BusyboxState): BusyboxPhase | undefined {
  if (alive === "gone") return undefined;
  if (deaf) return "shutdown";
  for (const phase of ["sysinit", "wait", "once"] as const)
    if (tasks.some((task) => task.kind === "run" && task.actions.includes(phase))) return phase;
  return tasks.length === 0 ? undefined : "respawn/askfirst";
}
