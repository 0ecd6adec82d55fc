// The machine of BusyBox behind the common door.

import { bootCallOf } from "../../initscript/tree/boot-call.ts";
import { findAction } from "../../inittab/actions.ts";
import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { MachineDoor, PlainChoice } from "../contract.ts";
import { mannerOf } from "../run/manner.ts";
import type { RecordKey } from "../run/record-key.ts";
import type { Lane, SimulatedPlay, SimulatedRun, SimulatedWalk, Simulation } from "../run/simulation.ts";
import { recordAndTellSlices, type ToldRecording } from "../run/story.ts";
import { entryGroups } from "./groups.ts";
import { busyboxHappening, busyboxHappeningWords } from "./happening.ts";
import { entryKeys, nameOfId, terminalName } from "./keys.ts";
import { configChanges } from "./machine/builds.ts";
import type { BusyboxState } from "./machine/state.ts";
import { message } from "./message.ts";
import { busyboxOffers } from "./offers.ts";
import {
  assumptionOf,
  type BusyboxChoice,
  type BusyboxSimulationOptions,
  busyboxBuildOf,
} from "./options.ts";
import { phaseOf } from "./phases.ts";
import { busyboxMomentAt, playBusybox } from "./playback.ts";
import { busyboxLinesSaid } from "./said.ts";
import type { BusyboxScenario } from "./scenario.ts";
import { busyboxScenarioSchema } from "./scenario-schema.ts";
import { prepareRun, simulateBusybox, traceOf } from "./simulate.ts";
import { busyboxWords } from "./story.ts";
import { readBusyboxScenario } from "./validate.ts";
import { walkBusybox } from "./walk.ts";
import { bootTable, explainEntries, linesWithoutEntry } from "./why.ts";
import type { Busybox } from "./world/world.ts";

/** The machine of a build of BusyBox. */
export function busyboxInit(options: BusyboxChoice): MachineDoor<BusyboxScenario, "busybox"> {
  return {
    dialect: "busybox",
    hasRunlevels: false,
    schema: busyboxScenarioSchema,
    claims: (value) =>
      ("init" in value && typeof value.init === "string" && /^busybox\b/.test(value.init)) ||
      "ttys" in value ||
      "stubs" in value,
    open: (value) => {
      const reading = readBusyboxScenario(value);
      if (reading.kind === "wrong") return reading;
      const simulation = simulationOf(reading.scenario, options);
      return { kind: "simulation", simulation, problems: reading.problems };
    },
    lane: (record) => laneOf(keyOfRecord(record), record),
    readHappening: busyboxHappening,
    happeningWords: busyboxHappeningWords,
    otherLanes,
    choices,
    goal: () => "",
  };
}

function simulationOf(
  given: BusyboxScenario,
  options: BusyboxSimulationOptions,
): Simulation<BusyboxScenario> {
  const build = busyboxBuildOf(given, options);
  const assumption = assumptionOf(build, options);
  // A scenario that is handed on says of itself which program it is for.
  const scenario = { init: build.init, ...configChanges(build), ...given };
  return {
    init: build.init,
    title: build.title,
    ...(assumption !== undefined && { assumption }),
    scenario,
    offers: () => busyboxOffers(scenario),
    trace: () => simulateBusybox(scenario, options),
    run: () => finish(runOf(scenario, options)),
    runSlices: () => runOf(scenario, options),
    play: (limits = {}) => finish(playOf(scenario, { ...options, limits })),
    playSlices: (limits = {}) => playOf(scenario, { ...options, limits }),
    walk: (limits = {}) => walkOf(scenario, { ...options, limits }),
    withTable: (inittab) => simulationOf({ ...scenario, inittab }, options),
  };
}

function* runOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): Slices<SimulatedRun> {
  const run = prepareRun(scenario, options);
  yield;
  const told = yield* recordAndTellSlices(run, busyboxWords);
  yield;
  const { timeline, story, state, ended, stopped } = told;
  const trace = traceOf(scenario, options, told);
  const situation = { table: bootTable(scenario), lives: timeline.intervals, at: timeline.until };
  return {
    ...{ trace, timeline, story, ended, stopped },
    said: busyboxLinesSaid(trace),
    reasons: explainEntries(state, situation),
    closing: describeEnd(told),
    withoutFile: message(scenario.inittab === null ? "busybox.built-in" : "run.added"),
    previousOf: () => undefined,
  };
}

function* playOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): Slices<SimulatedPlay> {
  const playback = yield* playBusybox(scenario, options);
  const { trace, timeline, signals, story, moments, ended, stopped, state } = playback;
  const entries = lanesOf(state, scenario);
  return {
    ...{ trace, timeline, signals, story, moments, entries, ended, stopped },
    said: busyboxLinesSaid(trace),
    momentAt: (seconds) => busyboxMomentAt(playback, seconds),
    previousOf: () => undefined,
  };
}

function walkOf(scenario: BusyboxScenario, options: BusyboxSimulationOptions): SimulatedWalk {
  const walk = walkBusybox(scenario, options);
  const { stops, timeline, sceneAt, runningAt, levelAt, ended, stopped, state } = walk;
  const entries = lanesOf(state, scenario);
  return {
    stops,
    timeline,
    sceneAt,
    runningAt,
    levelAt,
    previousOf: () => undefined,
    entries,
    ended,
    stopped,
  };
}

/** The entries of init's list. */
function lanesOf({ entries }: BusyboxState, scenario: BusyboxScenario): readonly Lane[] {
  const keyOf = entryKeys(scenario);
  return entries.map(({ terminal, command, action = "" }) =>
    laneOf(keyOf({ terminal, command }), { id: terminalName(terminal), action, process: command }),
  );
}

function choices(reading: InittabReading): readonly PlainChoice[] {
  return entryGroups(reading).map(({ name, purpose, records }) => ({
    ...{ level: name, purpose, records },
    kind: "group",
    isDefault: name.includes("respawn"),
  }));
}

/** How the run came to its end, in a sentence that a table of the entries follows. */
function describeEnd({ state, timeline, ended }: ToldRecording<Busybox>): Message {
  const time = timeline.until.toFixed(2);
  if (ended !== undefined) return message("busybox.end-down", { time, how: ended.how });
  const phase = phaseOf(state);
  return phase === undefined
    ? message("busybox.end-other", { time })
    : message("busybox.end-phase", { time, phase });
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
): Lane {
  const text = `${id}:${runlevels}:${action}:${process}`;
  const manner = mannerOf(findAction(action));
  const boots = bootCallOf(process) ?? null;
  return { record, runlevels, action, process, text, manner, key: process, dropped: null, boots };
}

/** The lines that init drops, and those that a later one replaces. */
function otherLanes(reading: InittabReading): readonly Lane[] {
  const dropped = new Map(reading.dropped.map((line) => [line.line, line.text.trim()]));
  const replaced = new Map(reading.replaced.map(({ record }) => [record.line, record]));
  return linesWithoutEntry(reading).map(({ record, message: why, reason }) => {
    const twin = replaced.get(record.line);
    if (twin !== undefined) return { ...laneOf(record, twin), dropped: why };
    const text = dropped.get(record.line) ?? "";
    const said = reason.kind === "dropped" ? message("run.said", { words: reason.message }) : why;
    return { ...laneOf(record, { id: record.id, action: "", process: text }), text, dropped: said };
  });
}
