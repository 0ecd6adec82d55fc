// The machine of procd behind the common door.

import { bootCallOf } from "../../initscript/tree/boot-call.ts";
import { findAction } from "../../inittab/actions.ts";
import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { MachineDoor } from "../contract.ts";
import type { SimulationLimits } from "../run/limits.ts";
import { mannerOf } from "../run/manner.ts";
import type { RecordKey } from "../run/record-key.ts";
import type { Lane, SimulatedPlay, SimulatedRun, SimulatedWalk, Simulation } from "../run/simulation.ts";
import { recordAndTellSlices, type ToldRecording } from "../run/story.ts";
import { entryGroups } from "./groups.ts";
import { procdHappening, procdHappeningWords } from "./happening.ts";
import { commandOf, keyOfEntry } from "./keys.ts";
import type { ProcdMachineState } from "./machine/state.ts";
import { message } from "./message.ts";
import { procdOffers } from "./offers.ts";
import { playProcd, procdMomentAt } from "./playback.ts";
import { procdLinesSaid } from "./said.ts";
import type { ProcdScenario } from "./scenario.ts";
import { procdInitName, procdScenarioSchema } from "./scenario-schema.ts";
import { prepareRun, simulateProcd, traceOf } from "./simulate.ts";
import { procdWords } from "./story.ts";
import { readProcdScenario } from "./validate.ts";
import { walkProcd } from "./walk.ts";
import { explainEntries, linesWithoutEntry, otherLinesOf } from "./why.ts";
import type { Procd } from "./world/world.ts";

/** The machine of procd. */
export function procdInit(): MachineDoor<ProcdScenario, "procd"> {
  return {
    dialect: "procd",
    hasRunlevels: false,
    schema: procdScenarioSchema,
    claims: (value) => ("init" in value && value.init === procdInitName) || "consoles" in value,
    open: (value) => {
      const reading = readProcdScenario(value);
      if (reading.kind === "wrong") return reading;
      const simulation = simulationOf(reading.scenario);
      return { kind: "simulation", simulation, problems: reading.problems };
    },
    readHappening: procdHappening,
    happeningWords: procdHappeningWords,
    lane: (record) => laneOf(keyOfEntry(record), record),
    otherLanes,
    choices: entryGroups,
    goal: () => "",
  };
}

function simulationOf(given: ProcdScenario): Simulation<ProcdScenario> {
  // A scenario that is handed on says of itself which program it is for.
  const scenario = { init: procdInitName, ...given };
  return {
    init: procdInitName,
    title: message("procd.title"),
    scenario,
    offers: () => procdOffers(scenario),
    trace: () => simulateProcd(scenario),
    run: () => finish(runOf(scenario)),
    runSlices: () => runOf(scenario),
    play: (limits = {}) => finish(playOf(scenario, limits)),
    playSlices: (limits = {}) => playOf(scenario, limits),
    walk: (limits = {}) => walkOf(scenario, limits),
    withTable: (inittab) => simulationOf({ ...scenario, inittab }),
  };
}

function* runOf(scenario: ProcdScenario): Slices<SimulatedRun> {
  const told = yield* recordAndTellSlices(prepareRun(scenario), procdWords);
  const { timeline, story, state, ended, stopped } = told;
  const trace = traceOf(scenario, told);
  const others = otherLinesOf(scenario.inittab);
  return {
    ...{ trace, timeline, story, ended, stopped },
    said: procdLinesSaid(trace),
    reasons: explainEntries(state, { lives: timeline.intervals, at: timeline.until, others }),
    closing: describeEnd(told),
    withoutFile: message("run.added"),
    previousOf: () => undefined,
  };
}

function* playOf(scenario: ProcdScenario, limits: SimulationLimits): Slices<SimulatedPlay> {
  const playback = yield* playProcd(scenario, limits);
  const { timeline, signals, story, moments, ended, stopped, state } = playback;
  const trace = traceOf(scenario, playback);
  const entries = lanesOf(state);
  return {
    ...{ trace, timeline, signals, story, moments, entries, ended, stopped },
    said: procdLinesSaid(trace),
    momentAt: (seconds) => procdMomentAt(playback, seconds),
    previousOf: () => undefined,
  };
}

function walkOf(scenario: ProcdScenario, limits: SimulationLimits): SimulatedWalk {
  const walk = walkProcd(scenario, limits);
  const { stops, timeline, sceneAt, runningAt, levelAt, ended, stopped } = walk;
  const entries = lanesOf(walk.state);
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

/** The entries of procd's list. */
function lanesOf({ entries }: ProcdMachineState): readonly Lane[] {
  return entries.map((entry) => laneOf(keyOfEntry(entry), { ...entry, process: entry.argv.join(" ") }));
}

/** How the run came to its end, in a sentence that a table of the entries follows. */
function describeEnd({ state, timeline, ended }: ToldRecording<Procd>): Message {
  const time = timeline.until.toFixed(2);
  if (ended !== undefined) return message("procd.end-down", { time, how: ended.how });
  return message("procd.end-phase", { time, state: state.phase });
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
  // Only procd's own run of scripts calls any, whatever else a process may be named.
  const boots = manner === "waits" ? (bootCallOf(process) ?? null) : null;
  return { record, runlevels, action, process, text, manner, key: commandOf(process), dropped: null, boots };
}

/** The lines that procd drops. */
function otherLanes(reading: InittabReading): readonly Lane[] {
  const texts = new Map(reading.dropped.map(({ line, text }) => [line, text.trim()]));
  return linesWithoutEntry(reading).map(({ record, message: why, reason }) => {
    const text = texts.get(record.line) ?? "";
    const words = reason.kind === "dropped" ? reason.message : "";
    const said = words === "" ? why : message("run.said", { words });
    return { ...laneOf(record, { id: record.id, action: "", process: text }), text, dropped: said };
  });
}
