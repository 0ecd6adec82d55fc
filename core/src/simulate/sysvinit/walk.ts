// A run of sysvinit that can be walked through, thing by thing.

import { playbackLimits } from "../run/limits.ts";
import type { Alarm, InitFacts, TrailWords } from "../run/trail.ts";
import { type WalkedRun, walkRun } from "../run/trail.ts";
import type { StreamItem } from "../run/world.ts";
import type { Effect, StartEffect } from "./machine/effects.ts";
import type { InitState } from "./machine/state.ts";
import type { SimulationOptions } from "./options.ts";
import { momentWords } from "./playback.ts";
import { linesSaid } from "./said.ts";
import type { Scenario } from "./scenario.ts";
import { prepareRun } from "./simulate.ts";
import { sysvinitWords } from "./story.ts";
import type { Sysvinit } from "./world/world.ts";

/** A walked run, and how init started each process, by its number. */
export interface SysvinitWalk extends Omit<WalkedRun<Sysvinit>, "sceneAt"> {
  readonly started: ReadonlyMap<number, StartEffect>;
  readonly sceneAt: (place: number) => ReturnType<WalkedRun<Sysvinit>["sceneAt"]>;
}

/** Runs a scenario and keeps a stop for each thing that happens. */
export function walkScenario(scenario: Scenario, asked: SimulationOptions = {}): SysvinitWalk {
  const run = prepareRun(scenario, { ...asked, limits: { ...playbackLimits, ...asked.limits } });
  const started = new Map<number, StartEffect>();
  const walked = walkRun(run, {
    ...trailWords,
    watch: (item) => {
      for (const effect of item.kind === "step" ? item.step.effects : [])
        if (effect.kind === "start") started.set(effect.pid, effect);
    },
  });
  const words = momentWords(started);
  return { ...walked, started, sceneAt: (place) => walked.sceneAt(place, words) };
}

const trailWords: Omit<TrailWords<Sysvinit>, "watch"> = {
  story: sysvinitWords,
  alarmsOf: ({ step }: Extract<StreamItem<Sysvinit>, { kind: "step" }>) => step.effects.flatMap(alarmIn),
  saidOf: (seen) => linesSaid({ events: [seen] })[0],
  factsOf,
};

/** What is said with no name of its own is the reader's complaint about a line, which init then drops. */
function alarmIn(effect: Effect): readonly Alarm[] {
  if (effect.kind !== "say") return [];
  const { message, text: said } = effect;
  if (message === null) return [{ kind: "dropped", said }];
  return message === "respawning" ? [{ kind: "too-fast", said }] : [];
}

function factsOf({ pending, files, variables, ...state }: InitState): InitFacts {
  return {
    pending,
    files,
    more: {
      phase: state.phase.kind,
      stopped: state.stopped,
      waitTime: state.waitTime,
      pipe: state.pipe,
      title: state.title,
      runlevelFile: state.runlevelFile,
      variables: variables.filter((variable) => variable !== null).join(" "),
    },
  };
}
