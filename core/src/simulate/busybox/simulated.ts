// The machine of BusyBox behind the common door.

import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import type { AnyScenario } from "../answer.ts";
import { mannerOf } from "../run/manner.ts";
import type { Recording } from "../run/record.ts";
import type { RecordKey } from "../run/record-key.ts";
import { recordAndTell } from "../run/story.ts";
import type { PlainLane, SimulatedInit, SimulatedProgram } from "../simulated-init.ts";
import { entryGroups } from "./groups.ts";
import { entryKeys, nameOfId, terminalName } from "./keys.ts";
import { busyboxOffers } from "./offers.ts";
import { busyboxBuildOf } from "./options.ts";
import { phaseOf } from "./phases.ts";
import { busyboxMomentAt, playBusybox } from "./playback.ts";
import { busyboxLinesSaid } from "./said.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { busyboxScenarioSchema, validateBusyboxScenario } from "./scenario-schema.ts";
import { prepareRun, simulateBusybox, traceOf } from "./simulate.ts";
import { busyboxWords } from "./story.ts";
import { bootTable, explainEntries, linesWithoutEntry } from "./why.ts";
import type { Busybox } from "./world/world.ts";

/** The machine of a build of BusyBox. */
export function busyboxInit({ build }: SimulatedProgram): SimulatedInit {
  const options = build === undefined ? {} : { build };
  return {
    dialect: "busybox",
    nameOf: (scenario) => busyboxBuildOf(own(scenario), options).init,
    titleOf: (scenario) => busyboxBuildOf(own(scenario), options).title,
    schema: busyboxScenarioSchema,
    validate: validateBusyboxScenario,
    complete: (scenario) => ({ init: busyboxBuildOf(own(scenario), options).init, ...own(scenario) }),
    trace: (scenario) => simulateBusybox(own(scenario), options),
    run: (asked) => {
      const scenario = own(asked);
      const run = recordAndTell(prepareRun(scenario, options), busyboxWords);
      const { timeline, story } = run;
      const trace = traceOf(scenario, options, run);
      return {
        ...{ trace, timeline, ended: run.end.ended, story },
        said: busyboxLinesSaid(trace),
        reasons: explainEntries(run.state, {
          table: bootTable(scenario),
          lives: timeline.intervals,
          at: timeline.until,
        }),
        closing: describeEnd(run),
        withoutFile: scenario.inittab === null ? "built in" : "added",
        previousOf: () => undefined,
      };
    },
    play: (scenario, limits = {}) => {
      const playback = playBusybox(own(scenario), { ...options, limits });
      const { trace, timeline, signals, story, moments, end, state } = playback;
      const keyOf = entryKeys(own(scenario));
      const entries = state.entries.map(({ terminal, command, action = "" }) =>
        laneOf(keyOf({ terminal, command }), { id: terminalName(terminal), action, process: command }),
      );
      return {
        ...{ trace, timeline, signals, story, moments, ended: end.ended, entries },
        said: busyboxLinesSaid(trace),
        momentAt: (seconds) => busyboxMomentAt(playback, seconds),
        previousOf: () => undefined,
      };
    },
    offers: (scenario) => busyboxOffers(own(scenario)),
    lane: (record) => laneOf(keyOfRecord(record), record),
    otherLanes,
    choices: (reading) =>
      entryGroups(reading).map(({ name, purpose, records }) => ({
        ...{ level: name, purpose, records },
        kind: "group",
        isDefault: name.includes("respawn"),
      })),
    goal: () => "",
  };
}

/** How the run came to its end, in a sentence that a table of the entries follows. */
function describeEnd({ state, timeline, end: { ended } }: Recording<Busybox>): string {
  const when = `At ${timeline.until.toFixed(2)} s`;
  if (ended !== undefined) return `${when} the machine goes down (${ended.how}); init's entries then:`;
  const phase = phaseOf(state);
  if (phase === undefined) return `${when} process 1 is another program; the entries of init:`;
  return `${when} init is in the ${phase} phase; its entries then:`;
}

/** The key of an entry of the boot's table. */
function keyOfRecord({ id, path, line }: InittabRecord): RecordKey {
  return { id: nameOfId(id), path: path ?? null, line };
}

function laneOf(
  record: RecordKey,
  {
    id,
    runlevels = "",
    action,
    process,
  }: Pick<InittabRecord, "id" | "action" | "process"> & {
    readonly runlevels?: string;
  },
): PlainLane {
  const text = `${id}:${runlevels}:${action}:${process}`;
  return { record, runlevels, action, process, text, manner: mannerOf(action), key: process, dropped: null };
}

/** The lines that init drops, and those that a later one replaces. */
function otherLanes(reading: InittabReading): readonly PlainLane[] {
  const dropped = new Map(reading.dropped.map((line) => [line.line, line.text.trim()]));
  const replaced = new Map(reading.replaced.map(({ record }) => [record.line, record]));
  return linesWithoutEntry(reading).map(({ record, text: why, reason }) => {
    const twin = replaced.get(record.line);
    if (twin !== undefined) return { ...laneOf(record, twin), dropped: why };
    const text = dropped.get(record.line) ?? "";
    const message = reason.kind === "dropped" ? reason.message : why;
    return { ...laneOf(record, { id: record.id, action: "", process: text }), text, dropped: message };
  });
}

/** A scenario that has passed the validation above is one of BusyBox. */
function own(scenario: AnyScenario): BusyboxScenario {
  return scenario as BusyboxScenario;
}
