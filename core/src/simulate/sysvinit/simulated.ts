// The machine of sysvinit behind the common door.

import type { InittabRecord } from "../../inittab/read.ts";
import { findRunlevel } from "../../inittab/runlevels.ts";
import { defaultSysvinitVersion } from "../../inittab/versions.ts";
import type { AnyScenario } from "../answer.ts";
import type { RunEnd } from "../run/drive.ts";
import { mannerOf } from "../run/manner.ts";
import type { RecordKey } from "../run/record-key.ts";
import { recordAndTell } from "../run/story.ts";
import type { StreamItem } from "../run/world.ts";
import type { PlainLane, SimulatedInit, SimulatedProgram } from "../simulated-init.ts";
import { defaultRunlevelOf, levelsOf } from "./level-records.ts";
import type { InitState } from "./machine/state.ts";
import { sysvinitOffers } from "./offers.ts";
import { momentAt, playScenario } from "./playback.ts";
import { linesSaid } from "./said.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { prepareRun, simulate, traceOf } from "./simulate.ts";
import { sysvinitWords } from "./story.ts";
import { validateScenario } from "./validate.ts";
import { explainRecords } from "./why.ts";
import type { Sysvinit } from "./world/world.ts";

/** The machine of a release of sysvinit. */
export function sysvinitInit({ version = defaultSysvinitVersion }: SimulatedProgram): SimulatedInit {
  const options = { version };
  return {
    dialect: "sysvinit",
    nameOf: () => `sysvinit-${version}`,
    titleOf: () => `sysvinit ${version}`,
    schema: scenarioSchema,
    validate: validateScenario,
    complete: (scenario) => scenario,
    trace: (scenario) => simulate(own(scenario), options),
    run: (scenario) => {
      const previous = new Map<number, string>();
      const watch = (item: StreamItem<Sysvinit>) => {
        if (item.kind !== "step") return;
        for (const effect of item.step.effects)
          if (effect.kind === "start") previous.set(effect.pid, effect.prevlevel);
      };
      const told = recordAndTell(prepareRun(own(scenario), options), sysvinitWords, { watch });
      const { timeline, state, story, end } = told;
      const trace = traceOf(own(scenario), options, told);
      return {
        trace,
        timeline,
        story,
        said: linesSaid(trace),
        ended: trace.ended,
        reasons: explainRecords(state),
        closing: describeEnd(state, end, timeline.until),
        withoutFile: "added",
        previousOf: (pid) => previous.get(pid),
      };
    },
    play: (scenario, limits = {}) => {
      const playback = playScenario(own(scenario), { ...options, limits });
      const { trace, timeline, signals, story, moments, state } = playback;
      const entries = state.entries.map(({ id, path, line, ...entry }) => laneOf({ id, path, line }, entry));
      return {
        ...{ trace, timeline, signals, story, moments, entries },
        said: linesSaid(trace),
        ended: trace.ended,
        momentAt: (seconds) => momentAt(playback, seconds),
        previousOf: (pid) => playback.started.get(pid)?.prevlevel,
      };
    },
    offers: () => sysvinitOffers,
    lane: ({ id, path, line, ...record }) => laneOf({ id, path: path ?? null, line }, record),
    otherLanes: ({ dropped }) =>
      dropped.map(({ path, line, text, message }) => ({
        record: { id: text.trim().split(":", 1)[0] ?? "", path, line },
        runlevels: "",
        action: "",
        process: text.trim(),
        text: text.trim(),
        manner: "once",
        key: "",
        dropped: message,
      })),
    choices: (reading) =>
      levelsOf(reading).map((level) => {
        const kind = findRunlevel(level.level)?.kind;
        return { ...level, kind: kind === "phase" || kind === "on-demand" ? kind : "level" };
      }),
    goal: defaultRunlevelOf,
  };
}

function laneOf(
  record: RecordKey,
  { runlevels, action, process }: Pick<InittabRecord, "runlevels" | "action" | "process">,
): PlainLane {
  const { id } = record;
  const text = `${id}:${runlevels}:${action}:${process}`;
  return { record, runlevels, action, process, text, manner: mannerOf(action), key: id, dropped: null };
}

/** How the run came to its end, in a sentence that a table of the records follows. */
function describeEnd(state: InitState, end: RunEnd<Sysvinit>, until: number): string {
  const when = `At ${until.toFixed(2)} s`;
  if (end.ended !== undefined)
    return `${when} the machine goes down (${end.ended.how}); init's records then:`;
  const level = /^[#*]$/.test(state.level) ? "in the boot phase" : `in runlevel ${state.level}`;
  return `${when} init is ${level}; its records then:`;
}

/** A scenario that has passed the validation above is one of sysvinit. */
function own(scenario: AnyScenario): Scenario {
  return scenario as Scenario;
}
