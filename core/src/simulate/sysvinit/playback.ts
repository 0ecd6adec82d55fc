// A run that can be looked at from any moment: what a view, a debugger or an editor's decorations show. Only the newest
// question costs a run; every moment of it is looked up.

import { behaviourOf, defaultSysvinitVersion } from "../../inittab/versions.ts";
import { playbackLimits, playbackStoryLimit } from "../run/limits.ts";
import type { Moment, SentSignal } from "../run/playback.ts";
import type { StoryLine } from "../run/story.ts";
import { toSeconds } from "../run/ticks.ts";
import type { Timeline } from "../run/timeline.ts";
import type { StartEffect } from "./machine/effects.ts";
import { childEnvironment } from "./machine/environment.ts";
import { type InitState, initialState } from "./machine/state.ts";
import { processOffers } from "./offers.ts";
import type { Scenario } from "./scenario.ts";
import type { SimulationOptions } from "./simulate.ts";
import { runAndTell } from "./story.ts";
import type { Trace } from "./trace.ts";
import { explainRecords } from "./why.ts";
import type { StreamItem } from "./world/world.ts";

/** A whole run, and init after each thing that happened to it. */
export interface Playback {
  /** As in the recorded cases. */
  readonly trace: Trace;
  readonly timeline: Timeline;
  readonly signals: readonly SentSignal[];
  /** What happens, to be read; the beginning of it if it is very long. */
  readonly story: readonly StoryLine[];
  /** The moments at which something happens, rising; seconds. */
  readonly moments: readonly number[];
  readonly steps: readonly { readonly at: number; readonly state: InitState }[];
  /** By process id: how init started it. */
  readonly started: ReadonlyMap<number, StartEffect>;
}

/** Runs a scenario and keeps what is needed to look at any moment of it. */
export function playScenario(scenario: Scenario, asked: SimulationOptions = {}): Playback {
  const options = { ...asked, limits: { ...playbackLimits, ...asked.limits } };
  const steps: { at: number; state: InitState }[] = [];
  const signals: SentSignal[] = [];
  const started = new Map<number, StartEffect>();
  const moments = new Set<number>();
  const watch = (item: StreamItem) => {
    moments.add(item.kind === "trace" ? item.event.t : round(item.at));
    if (item.kind !== "step") return;
    const { at, step } = item;
    if (steps.at(-1)?.at === at) steps.pop();
    steps.push({ at, state: step.state });
    for (const effect of step.effects)
      if (effect.kind === "start") started.set(effect.pid, effect);
      else if (effect.kind === "signal-group")
        signals.push({ record: effect.record, at, signal: effect.signal });
  };
  const { trace, timeline, story } = runAndTell(scenario, options, { watch, mostLines: playbackStoryLimit });
  for (const { at } of scenario.events ?? []) if (at <= timeline.until) moments.add(round(at));
  const rising = [...moments].toSorted((one, other) => one - other);
  return { trace, timeline, signals, story, moments: rising, steps, started };
}

/** Init and its processes as they are at a time in seconds, with all that is due then done. */
export function momentAt(playback: Playback, seconds: number): Moment {
  const { timeline, trace } = playback;
  const at = Math.min(Math.max(seconds, 0), timeline.until);
  const state = stateIn(playback, at);
  const isOff = trace.ended !== undefined && at >= trace.ended.t;
  const processes = timeline.intervals.flatMap(({ record, pid, start, end }) => {
    const effect = playback.started.get(pid);
    if (isOff || effect === undefined || start > at + half || (end !== null && end <= at + half)) return [];
    const { command, environment } = effect;
    const words = "argv" in command ? command.argv : [];
    return [{ pid, record, command: words, since: start, environment, offers: processOffers(record.id) }];
  });
  return {
    at,
    level: state.level,
    previous: state.shownPrevious,
    doing: isOff ? `the machine is down: ${trace.ended?.how}` : describeDoing(state, at),
    reasons: explainRecords(state),
    processes,
    environment: childEnvironment(state, behaviourOf(state.version)),
  };
}

/** Moments are rounded to a hundredth of a second, as the trace's times are. */
const half = 0.005_001;

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

function stateIn({ steps }: Playback, seconds: number): InitState {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.at ?? 0) <= seconds + half) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.state ?? initialState(steps[0]?.state.version ?? defaultSysvinitVersion);
}

/** What init itself is doing, in a few words. */
function describeDoing({ phase, entries, stopped }: InitState, now: number): string {
  if (stopped) return "is stopped by TSTP";
  switch (phase.kind) {
    case "off":
      return "does not run";
    case "emergency":
      return "waits for the emergency shell";
    case "asking":
      return "asks for a runlevel on the console";
    case "spinning":
      return "goes round its loop without sleeping and uses up a processor";
    case "killing": {
      const left = Math.max(0, toSeconds(phase.checkAt) - now);
      return `has sent ${phase.stage.toUpperCase()} and looks again in ${round(left)} s`;
    }
    case "waiting": {
      const entry = entries.find((other) => other.waiting && other.running);
      return entry === undefined ? "waits for something to happen" : `waits for \`${entry.id}\` to end`;
    }
  }
}
