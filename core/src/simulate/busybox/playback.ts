// A run of BusyBox init that can be looked at from any moment.

import { commandLine } from "../../inittab/command.ts";
import { playbackLimits, playbackStoryLimit } from "../run/limits.ts";
import type { Offer } from "../run/offers.ts";
import type { Moment, RunningProcess, SentSignal } from "../run/playback.ts";
import type { StoryLine } from "../run/story.ts";
import { toSeconds } from "../run/ticks.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import { type BusyboxState, initialBusyboxState } from "./machine/state.ts";
import { busyboxProcessOffers, enterOffer } from "./offers.ts";
import { type BusyboxRun, type BusyboxWatch, phaseOf } from "./run.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { type BusyboxSimulationOptions, busyboxBuildOf } from "./simulate.ts";
import { runAndTellBusybox } from "./story.ts";
import { awaitedCommand, type BootTable, bootTable, explainEntries } from "./why.ts";
import { childVariables } from "./world/processes.ts";

/** A whole run, and init after each thing that happened to it. */
export interface BusyboxPlayback extends BusyboxRun {
  readonly scenario: BusyboxScenario;
  readonly table: BootTable;
  readonly signals: readonly SentSignal[];
  /** What happens, to be read; the beginning of it if it is very long. */
  readonly story: readonly StoryLine[];
  /** The moments at which something happens, rising; seconds. */
  readonly moments: readonly number[];
  readonly steps: readonly { readonly at: number; readonly state: BusyboxState }[];
}

/** Runs a scenario and keeps what is needed to look at any moment of it. */
export function playBusybox(
  scenario: BusyboxScenario,
  asked: BusyboxSimulationOptions = {},
): BusyboxPlayback {
  const options = { ...asked, limits: { ...playbackLimits, ...asked.limits } };
  const steps: { at: number; state: BusyboxState }[] = [];
  const signals: SentSignal[] = [];
  const moments = new Set<number>();
  const watch: BusyboxWatch = (item, running) => {
    if (item.kind === "step") {
      const { at, step } = item;
      if (steps.at(-1)?.at === at) steps.pop();
      steps.push({ at, state: step.state });
      for (const effect of step.effects) {
        if (effect.kind === "signal") {
          const record = running.get(effect.pid);
          if (record !== undefined) signals.push({ record, at, signal: effect.signal });
        } else if (effect.kind === "signal-all")
          for (const record of running.values()) signals.push({ record, at, signal: effect.signal });
      }
      // Most steps are a second of waiting that nobody sees.
      if (step.effects.length === 0 && item.event.kind === "timer") return;
    }
    moments.add(item.kind === "trace" ? item.event.t : round(item.at));
  };
  const { story, ...run } = runAndTellBusybox(scenario, options, { watch, mostLines: playbackStoryLimit });
  for (const { at } of scenario.events ?? []) if (at <= run.timeline.until) moments.add(round(at));
  const rising = [...moments].toSorted((one, other) => one - other);
  return {
    ...run,
    scenario: { ...scenario, init: busyboxBuildOf(scenario, options).init },
    table: bootTable(scenario),
    signals,
    story,
    moments: rising,
    steps,
  };
}

/** Init and its processes as they are at a time in seconds, with all that is due then done. */
export function busyboxMomentAt(playback: BusyboxPlayback, seconds: number): Moment {
  const { timeline, ended, scenario } = playback;
  const at = Math.min(Math.max(seconds, 0), timeline.until);
  const state = stateIn(playback, at);
  const lives = timeline.intervals.filter(({ start }) => start <= at + half);
  const isDown = ended !== undefined && at + half >= ended.t;
  const running = isDown ? [] : lives.filter(({ end }) => end === null || end > at + half);
  const [runlevel] = scenario.bootArgs ?? [];
  const environment = [
    ...Object.entries(childVariables).map(([name, value]) => `${name}=${value}`),
    ...(runlevel === undefined ? [] : [`RUNLEVEL=${runlevel}`]),
  ];
  return {
    at,
    level: phaseAt(playback, at),
    previous: "",
    doing: isDown ? `the machine is down: ${ended.how}` : describeDoing(state, running, at),
    reasons: explainEntries(state, { table: playback.table, lives, at: at + half }),
    processes: running.map((life) => processOf(life, at, environment)),
    environment,
  };
}

function processOf(life: ProcessInterval, at: number, environment: readonly string[]): RunningProcess {
  const { pid, record, process, start, enter } = life;
  const line = commandLine(process, { dialect: "busybox" });
  const asks = enter !== undefined && (enter === null || enter > at + half);
  const offers: readonly Offer[] = asks
    ? [enterOffer(record.id)]
    : pid === 1
      ? []
      : busyboxProcessOffers(process, record.id);
  const since = enter === undefined || asks ? start : (enter ?? start);
  return {
    ...{ pid, record, environment, offers },
    command: "argv" in line ? line.argv : [],
    since: round(since),
  };
}

/** Moments are rounded to a hundredth of a second, as the trace's times are. */
const half = 0.005_001;

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

function stateIn({ steps, state }: BusyboxPlayback, seconds: number): BusyboxState {
  const at = steps.findLastIndex((step) => step.at <= seconds + half);
  return steps[at]?.state ?? initialBusyboxState(state.build);
}

/** The phase at a time; where init is gone already, its last one. */
function phaseAt({ timeline }: BusyboxPlayback, seconds: number): string {
  return timeline.levels.findLast(({ start }) => start <= seconds + half)?.level ?? "";
}

/** What init itself is doing, in a few words. */
function describeDoing(state: BusyboxState, running: readonly ProcessInterval[], now: number): string {
  const [task] = state.tasks;
  if (state.stoppedAt !== undefined) return "is stopped by TSTP";
  const other = running.find(({ pid }) => pid === 1);
  if (other !== undefined) return `has become ${other.process}`;
  switch (task?.kind) {
    case undefined:
      return "does not run";
    case "await": {
      const command = awaitedCommand(state, running);
      return command === undefined ? "waits for a process to end" : `waits for \`${command}\` to end`;
    }
    case "pause": {
      const left = round(Math.max(0, toSeconds(task.until ?? 0) - now));
      return phaseOf(state) === "shutdown" ? `goes on in ${left} s` : `looks again in ${left} s`;
    }
    default:
      return "waits for something to happen";
  }
}
