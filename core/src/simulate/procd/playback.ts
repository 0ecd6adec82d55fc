// A run of procd that can be looked at from any moment.

import type { Message } from "../../text/message.ts";
import { playbackLimits, type SimulationLimits } from "../run/limits.ts";
import {
  lookAt,
  type Moment,
  type Playback,
  playRun,
  type RunningProcess,
  roundSeconds,
  type Watching,
} from "../run/playback.ts";
import type { RecordReason } from "../run/reason.ts";
import { half } from "../run/story.ts";
import { toSeconds } from "../run/ticks.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import type { ProcdMachineState, ProcdStart } from "./machine/state.ts";
import { message } from "./message.ts";
import { enterOffer, procdProcessOffers } from "./offers.ts";
import type { ProcdScenario } from "./scenario.ts";
import { prepareRun } from "./simulate.ts";
import { procdWords } from "./story.ts";
import { explainEntries, otherLinesOf } from "./why.ts";
import type { Procd } from "./world/world.ts";

/** A whole run, and procd after each thing that happened to it. */
export interface ProcdPlayback extends Playback<Procd> {
  readonly others: readonly RecordReason[];
  /** How each process was started, by its number. */
  readonly starts: ReadonlyMap<number, ProcdStart>;
}

/** Runs a scenario and keeps what is needed to look at any moment of it. */
export function playProcd(scenario: ProcdScenario, limits: SimulationLimits = {}): ProcdPlayback {
  const starts = new Map<number, ProcdStart>();
  const run = prepareRun(scenario, { ...playbackLimits, ...limits });
  const played = playRun(run, procdWords, {
    ...watching,
    watch: (item) => {
      if (item.kind !== "step") return;
      for (const effect of item.step.effects)
        if (effect.kind === "start") starts.set(effect.pid, effect.start);
    },
  });
  return { ...played, starts, others: otherLinesOf(scenario.inittab) };
}

const watching: Watching<Procd> = {
  noteSignals: (effect, running, note) => {
    if (effect.kind === "signal-all") for (const record of running.values()) note(record, effect.signal);
  },
  isNoticed: ({ event, step }) => step.effects.length > 0 || event.kind !== "timer",
};

/** procd and its processes as they are at a time in seconds, with all that is due then done. */
export function procdMomentAt(playback: ProcdPlayback, seconds: number): Moment {
  const { others, starts } = playback;
  return lookAt(playback, seconds, {
    previousOf: () => "",
    describeDoing: (state, { at }) => describeDoing(state, at),
    explain: (state, { lives, at }) => explainEntries(state, { lives, at: at + half, others }),
    processesOf: (life, { at }) => processesOf(life, at, starts.get(life.pid)),
    // What procd puts into it was not recorded.
    environmentOf: () => [],
  });
}

/** A run of scripts is no process. */
function processesOf(
  life: ProcessInterval,
  at: number,
  start: ProcdStart | undefined,
): readonly RunningProcess[] {
  if (start === undefined) return [];
  const { pid, record, process, start: begun, enter } = life;
  const { device, argv, entry } = start;
  const asks = enter !== undefined && (enter === null || enter > at + half);
  return [
    {
      ...{ pid, record, environment: [] },
      command: asks ? argv : entry.argv,
      since: roundSeconds(asks ? begun : (enter ?? begun)),
      offers: asks ? [enterOffer(device ?? "console")] : procdProcessOffers(process, device),
    },
  ];
}

/** What procd itself is doing, in a few words. */
function describeDoing({ phase, awaits, next }: ProcdMachineState, now: number): Message {
  if (phase === "early") return message("run.does-not-run");
  if (next !== undefined) {
    const left = roundSeconds(Math.max(0, toSeconds(next.at) - now));
    return message("procd.goes-down", { left });
  }
  if (awaits !== undefined) return message("procd.waits-for-scripts");
  return phase === "running" ? message("run.waits") : message("procd.waits-in", { state: phase });
}
