// A run of procd that can be walked through, thing by thing.

import { playbackLimits, type SimulationLimits } from "../run/limits.ts";
import { type Alarm, type InitFacts, type TrailWords, type WalkedRun, walkRun } from "../run/trail.ts";
import type { ProcdMachineState, ProcdStart } from "./machine/state.ts";
import { procdMomentWords } from "./playback.ts";
import { procdLinesSaid } from "./said.ts";
import type { ProcdScenario } from "./scenario.ts";
import { prepareRun } from "./simulate.ts";
import { procdWords } from "./story.ts";
import { otherLinesOf } from "./why.ts";
import type { Procd } from "./world/world.ts";

/** A walked run, whose moments can be looked at. */
export interface ProcdWalk extends Omit<WalkedRun<Procd>, "sceneAt"> {
  readonly sceneAt: (place: number) => ReturnType<WalkedRun<Procd>["sceneAt"]>;
}

/** Runs a scenario and keeps a stop for each thing that happens. */
export function walkProcd(scenario: ProcdScenario, limits: SimulationLimits = {}): ProcdWalk {
  const { inittab } = scenario;
  const others = otherLinesOf(inittab);
  const complaints = new Set(
    others.flatMap(({ reason }) => (reason.kind === "dropped" ? [reason.message] : [])),
  );
  const starts = new Map<number, ProcdStart>();
  const walked = walkRun(prepareRun(scenario, { ...playbackLimits, ...limits }), {
    story: procdWords,
    watch: (item) => {
      for (const effect of item.kind === "step" ? item.step.effects : [])
        if (effect.kind === "start") starts.set(effect.pid, effect.start);
    },
    alarmsOf: ({ step }) =>
      step.effects.flatMap((effect): readonly Alarm[] =>
        effect.kind === "say" && complaints.has(effect.text) ? [{ kind: "dropped", said: effect.text }] : [],
      ),
    saidOf,
    // procd reads its table once, so that it is the same at all times.
    factsOf: (state) => factsOf(state, inittab),
  });
  const words = procdMomentWords({ others, starts });
  return { ...walked, sceneAt: (place) => walked.sceneAt(place, words) };
}

const saidOf: TrailWords<Procd>["saidOf"] = (seen) => procdLinesSaid({ events: [seen] })[0];

function factsOf({ phase, boots, asked, restarts }: ProcdMachineState, inittab: string | null): InitFacts {
  return {
    pending: [],
    files: inittab === null ? {} : { "/etc/inittab": inittab },
    more: { phase, boots, asked: asked ?? null, restarts: restarts.length },
  };
}
