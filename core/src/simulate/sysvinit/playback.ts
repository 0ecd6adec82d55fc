// A run of sysvinit that can be looked at from any moment.

import { behaviourOf } from "../../inittab/versions.ts";
import type { Message } from "../../text/message.ts";
import type { Slices } from "../../text/slices.ts";
import { playbackLimits } from "../run/limits.ts";
import {
  lookAt,
  type Moment,
  type MomentWords,
  type Playback as PlaybackOf,
  playRun,
  roundSeconds,
  type Watching,
} from "../run/playback.ts";
import { toSeconds } from "../run/ticks.ts";
import type { StartEffect } from "./machine/effects.ts";
import { childEnvironment } from "./machine/environment.ts";
import type { InitState } from "./machine/state.ts";
import { message } from "./message.ts";
import { processOffers } from "./offers.ts";
import type { SimulationOptions } from "./options.ts";
import type { Scenario } from "./scenario.ts";
import { prepareRun, traceOf } from "./simulate.ts";
import { sysvinitWords } from "./story.ts";
import type { Trace } from "./trace.ts";
import { explainRecords } from "./why.ts";
import type { Sysvinit } from "./world/world.ts";

/** A whole run, and init after each thing that happened to it. */
export interface Playback extends PlaybackOf<Sysvinit> {
  /** As in the recorded cases. */
  readonly trace: Trace;
  /** By process id: how init started it. */
  readonly started: ReadonlyMap<number, StartEffect>;
}

/** Runs a scenario in slices and keeps what is needed to look at any moment of it. */
export function* playScenario(scenario: Scenario, asked: SimulationOptions = {}): Slices<Playback> {
  const run = prepareRun(scenario, { ...asked, limits: { ...playbackLimits, ...asked.limits } });
  yield;
  const started = new Map<number, StartEffect>();
  const watching: Watching<Sysvinit> = {
    noteSignals: (effect, _, note) => {
      if (effect.kind === "signal-group") note(effect.record, effect.signal);
    },
    isNoticed: () => true,
    watch: (item) => {
      for (const effect of item.kind === "step" ? item.step.effects : [])
        if (effect.kind === "start") started.set(effect.pid, effect);
    },
  };
  const played = yield* playRun(run, sysvinitWords, watching);
  yield;
  return { ...played, trace: traceOf(scenario, asked, played), started };
}

/** Init and its processes as they are at a time in seconds, with all that is due then done. */
export function momentAt(playback: Playback, seconds: number): Moment {
  return lookAt(playback, seconds, momentWords(playback.started));
}

/** How a moment is described; `started` says by process number how init started it. */
export function momentWords(started: ReadonlyMap<number, StartEffect>): MomentWords<Sysvinit> {
  return {
    previousOf: ({ shownPrevious }) => shownPrevious,
    describeDoing: (state, { at }) => describeDoing(state, at),
    explain: explainRecords,
    processesOf: ({ record, pid, start }) => {
      const effect = started.get(pid);
      if (effect === undefined) return [];
      const { command, environment } = effect;
      const words = "argv" in command ? command.argv : [];
      const offers = processOffers(record.id);
      return [{ pid, record, command: words, since: start, environment, offers }];
    },
    environmentOf: (state) => childEnvironment(state, behaviourOf(state.version)),
  };
}

/** What init itself is doing, in a few words. */
function describeDoing({ phase, entries, stopped }: InitState, now: number): Message {
  if (stopped) return message("run.is-stopped", { signal: "TSTP" });
  switch (phase.kind) {
    case "off":
      return message("run.does-not-run");
    case "emergency":
      return message("sysvinit.emergency");
    case "asking":
      return message("sysvinit.asks-level");
    case "spinning":
      return message("sysvinit.spins");
    case "killing": {
      const left = roundSeconds(Math.max(0, toSeconds(phase.checkAt) - now));
      return message("sysvinit.has-sent", { signal: phase.stage.toUpperCase(), left });
    }
    case "waiting": {
      const entry = entries.find((other) => other.waiting && other.running);
      return entry === undefined ? message("run.waits") : message("run.waits-for", { id: entry.id });
    }
  }
}
