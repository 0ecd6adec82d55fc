// A run of BusyBox init that can be walked through, thing by thing.

import { readInittab } from "../../inittab/read.ts";
import { playbackLimits } from "../run/limits.ts";
import { type Alarm, type InitFacts, type TrailWords, type WalkedRun, walkRun } from "../run/trail.ts";
import type { BusyboxState } from "./machine/state.ts";
import type { BusyboxSimulationOptions } from "./options.ts";
import { busyboxEnvironment, busyboxMomentWords } from "./playback.ts";
import { busyboxLinesSaid } from "./said.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { prepareRun } from "./simulate.ts";
import { busyboxWords } from "./story.ts";
import { bootTable, linesWithoutEntry } from "./why.ts";
import type { Busybox } from "./world/world.ts";

/** A walked run, whose moments can be looked at. */
export interface BusyboxWalk extends Omit<WalkedRun<Busybox>, "sceneAt"> {
  readonly sceneAt: (place: number) => ReturnType<WalkedRun<Busybox>["sceneAt"]>;
}

/** Runs a scenario and keeps a stop for each thing that happens. */
export function walkBusybox(scenario: BusyboxScenario, asked: BusyboxSimulationOptions = {}): BusyboxWalk {
  const run = prepareRun(scenario, { ...asked, limits: { ...playbackLimits, ...asked.limits } });
  const walked = walkRun(run, { story: busyboxWords, alarmsOf: alarmReader(), saidOf, factsOf });
  const environment = busyboxEnvironment(walked.state, scenario);
  const words = busyboxMomentWords({ table: bootTable(scenario), environment });
  return { ...walked, sceneAt: (place) => walked.sceneAt(place, words) };
}

const saidOf: TrailWords<Busybox>["saidOf"] = (seen) => busyboxLinesSaid({ events: [seen] })[0];

/** Finds what init says of bad lines; each table is read once. */
function alarmReader(): TrailWords<Busybox>["alarmsOf"] {
  let known: string | null = null;
  let bad: ReadonlySet<string> = new Set();
  return ({ step }) => {
    const said = step.effects.flatMap((effect) => (effect.kind === "say" ? [effect.text] : []));
    const { inittab } = step.state;
    if (said.length > 0 && inittab !== known) {
      known = inittab;
      bad = inittab === null ? new Set() : complaintsAbout(inittab);
    }
    return said.filter((text) => bad.has(text)).map((text): Alarm => ({ kind: "dropped", said: text }));
  };
}

function complaintsAbout(table: string): ReadonlySet<string> {
  const lines = linesWithoutEntry(readInittab(table, { dialect: "busybox" }));
  return new Set(lines.flatMap(({ reason }) => (reason.kind === "dropped" ? [reason.message] : [])));
}

function factsOf({ pending, inittab, ...state }: BusyboxState): InitFacts {
  const [task] = state.tasks;
  return {
    pending,
    files: inittab === null ? {} : { "/etc/inittab": inittab },
    more: {
      task: task?.kind ?? null,
      stopped: state.stoppedAt !== undefined,
      deaf: state.deaf,
      terminals: state.terminals.join(" "),
    },
  };
}
