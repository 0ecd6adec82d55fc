// The machine of sysvinit behind the common door.

import { bootCallOf } from "../../initscript/tree/boot-call.ts";
import { findAction } from "../../inittab/actions.ts";
import type { InittabReading, InittabRecord } from "../../inittab/read.ts";
import { findRunlevel } from "../../inittab/runlevels.ts";
import type { Message } from "../../text/message.ts";
import { finish, type Slices } from "../../text/slices.ts";
import type { MachineDoor, PlainChoice } from "../contract.ts";
import { mannerOf } from "../run/manner.ts";
import type { Offers } from "../run/offers.ts";
import type { RecordKey } from "../run/record-key.ts";
import type { Lane, SimulatedPlay, SimulatedRun, SimulatedWalk, Simulation } from "../run/simulation.ts";
import { recordAndTellSlices, type ToldEnd } from "../run/story.ts";
import type { StreamItem } from "../run/world.ts";
import { compareLevels } from "./compare-levels.ts";
import { sysvinitHappening, sysvinitHappeningWords } from "./happening.ts";
import { defaultRunlevelOf, levelsOf } from "./level-records.ts";
import type { InitState } from "./machine/state.ts";
import { message } from "./message.ts";
import { endOfProcess, sysvinitOffers } from "./offers.ts";
import { type SimulationOptions, sysvinitVersionOf } from "./options.ts";
import { momentAt, playScenario } from "./playback.ts";
import { linesSaid } from "./said.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { prepareRun, simulate, traceOf } from "./simulate.ts";
import { sysvinitWords } from "./story.ts";
import { storyWithExtras } from "./story-extras.ts";
import { readScenario } from "./validate.ts";
import { walkScenario } from "./walk.ts";
import { explainRecords } from "./why.ts";
import type { Sysvinit } from "./world/world.ts";

/** The machine of a release of sysvinit. */
export function sysvinitInit(
  options: Pick<SimulationOptions, "version" | "usualVersion">,
): MachineDoor<Scenario, "sysvinit"> {
  return {
    dialect: "sysvinit",
    hasRunlevels: true,
    schema: scenarioSchema,
    claims: (value) => "init" in value && typeof value.init === "string" && /^sysvinit\b/.test(value.init),
    open: (value) => {
      const reading = readScenario(value);
      if (reading.kind === "wrong") return reading;
      const simulation = simulationOf(reading.scenario, options);
      return { kind: "simulation", simulation, problems: reading.problems };
    },
    lane: ({ id, path, line, ...record }) => laneOf({ id, path: path ?? null, line }, record),
    readHappening: sysvinitHappening,
    happeningWords: sysvinitHappeningWords,
    otherLanes,
    choices,
    goal: defaultRunlevelOf,
    compareLevels: (table, levels) => compareLevels(table, levels, options),
  };
}

function simulationOf(
  scenario: Scenario,
  options: Pick<SimulationOptions, "version" | "usualVersion">,
): Simulation<Scenario> {
  const version = sysvinitVersionOf(scenario, options);
  let offers: Offers | undefined;
  return {
    init: `sysvinit-${version}`,
    title: message("sysvinit.title", { version }),
    scenario,
    offers: () => {
      offers ??= sysvinitOffers(scenario);
      return offers;
    },
    endWith: endOfProcess,
    trace: () => simulate(scenario, options),
    run: () => finish(runOf(scenario, options)),
    runSlices: () => runOf(scenario, options),
    play: (limits = {}) => finish(playOf(scenario, { ...options, limits })),
    playSlices: (limits = {}) => playOf(scenario, { ...options, limits }),
    walk: (limits = {}) => walkOf(scenario, { ...options, limits }),
    withTable: (inittab) => simulationOf({ ...scenario, inittab }, options),
  };
}

function* runOf(scenario: Scenario, options: SimulationOptions): Slices<SimulatedRun> {
  const previous = new Map<number, string>();
  const watch = (item: StreamItem<Sysvinit>) => {
    if (item.kind !== "step") return;
    for (const effect of item.step.effects)
      if (effect.kind === "start") previous.set(effect.pid, effect.prevlevel);
  };
  const run = prepareRun(scenario, options);
  yield;
  const told = yield* recordAndTellSlices(run, sysvinitWords, { watch });
  yield;
  const { timeline, state, story, ended, stopped } = told;
  const trace = traceOf(scenario, options, told);
  // Whoever wants them in the trace wants to read them.
  const extras = scenario.show?.includes("env") === true || scenario.utmp === true;
  return {
    ...{ trace, timeline, ended, stopped },
    story: extras ? storyWithExtras(story, trace, timeline.until) : story,
    said: linesSaid(trace),
    reasons: explainRecords(state),
    closing: describeEnd(state, ended, timeline.until),
    withoutFile: message("run.added"),
    previousOf: (pid) => previous.get(pid),
  };
}

function* playOf(scenario: Scenario, options: SimulationOptions): Slices<SimulatedPlay> {
  const playback = yield* playScenario(scenario, options);
  const { trace, timeline, signals, story, moments, state, ended, stopped } = playback;
  const entries = state.entries.map(({ id, path, line, ...entry }) => laneOf({ id, path, line }, entry));
  return {
    ...{ trace, timeline, signals, story, moments, entries, ended, stopped },
    said: linesSaid(trace),
    momentAt: (seconds) => momentAt(playback, seconds),
    previousOf: (pid) => playback.started.get(pid)?.prevlevel,
  };
}

function walkOf(scenario: Scenario, options: SimulationOptions): SimulatedWalk {
  const { stops, timeline, sceneAt, runningAt, levelAt, started, state, ...walk } = walkScenario(
    scenario,
    options,
  );
  const entries = state.entries.map(({ id, path, line, ...entry }) => laneOf({ id, path, line }, entry));
  const { ended, stopped } = walk;
  const previousOf = (pid: number) => started.get(pid)?.prevlevel;
  return { stops, timeline, sceneAt, runningAt, levelAt, previousOf, entries, ended, stopped };
}

function laneOf(
  record: RecordKey,
  { runlevels, action, process }: Pick<InittabRecord, "runlevels" | "action" | "process">,
): Lane {
  const { id } = record;
  const text = `${id}:${runlevels}:${action}:${process}`;
  const manner = mannerOf(findAction(action));
  const boots = bootCallOf(process) ?? null;
  return { record, runlevels, action, process, text, manner, key: id, dropped: null, boots };
}

/** The lines that init drops. */
function otherLanes({ dropped }: InittabReading): readonly Lane[] {
  return dropped.map(({ path, line, text, message: words }) => {
    const process = text.trim();
    const record = { id: process.split(":", 1)[0] ?? "", path, line };
    const field = { runlevels: "", action: "", process, text: process };
    return {
      record,
      ...field,
      manner: "once",
      key: "",
      dropped: message("run.said", { words }),
      boots: bootCallOf(process) ?? null,
    };
  });
}

function choices(reading: InittabReading): readonly PlainChoice[] {
  return levelsOf(reading).map((level) => {
    const kind = findRunlevel(level.level)?.kind;
    return { ...level, kind: kind === "phase" || kind === "on-demand" ? kind : "level" };
  });
}

/** How the run came to its end, in a sentence that a table of the records follows. */
function describeEnd({ level }: InitState, ended: ToldEnd["ended"], until: number): Message {
  const time = until.toFixed(2);
  if (ended !== undefined) return message("sysvinit.end-down", { time, how: ended.how });
  return /^[#*]$/.test(level)
    ? message("sysvinit.end-phase", { time })
    : message("sysvinit.end-level", { time, level });
}
