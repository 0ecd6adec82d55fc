// A whole run of sysvinit.

import { finish, type Slices } from "../../text/slices.ts";
import { drive, type Machine, type Run, type RunEnd } from "../run/drive.ts";
import { breakInTrace } from "../run/limits.ts";
import { collect, type Recording, recordSlices } from "../run/record.ts";
import type { Timeline } from "../run/timeline.ts";
import type { StreamItem } from "../run/world.ts";
import type { InitState } from "./machine/state.ts";
import { nextWake, step } from "./machine/step.ts";
import { type SimulationOptions, sysvinitVersionOf } from "./options.ts";
import type { Scenario } from "./scenario.ts";
import { type FinalState, type Trace, tableOf } from "./trace.ts";
import { carryOut, fallDue } from "./world/carry-out.ts";
import { createWorld } from "./world/create-world.ts";
import { happen } from "./world/outside.ts";
import type { Sysvinit, SysvinitWorld } from "./world/world.ts";

/** The machine, as the frame runs it. */
const machine: Machine<Sysvinit, SysvinitWorld> = {
  step,
  wakeOf: nextWake,
  timer: (at) => ({ kind: "timer", at }),
  carryOut,
  happen,
  fallDue,
  finalOf: finalState,
  levelOf: ({ level }) => level,
  measure: "level",
  untilIsIn: true,
};

/** A scenario made ready to run once. Odd times are clamped. */
export function prepareRun(
  scenario: Scenario,
  options: SimulationOptions = {},
): Run<Sysvinit, SysvinitWorld> {
  const { events = [], until } = scenario;
  const plan = { events, until, limits: options.limits ?? {} };
  return { machine, world: createWorld(scenario, options), plan };
}

/** Runs a scenario and collects what was seen. The scenario should be valid (`validateScenario`); odd times are clamped. */
export function simulate(scenario: Scenario, options: SimulationOptions = {}): Trace {
  return traceOf(scenario, options, collect(prepareRun(scenario, options)));
}

/** Runs a scenario and hands out what happens as it happens; keeps nothing of it. */
export function simulateStream(
  scenario: Scenario,
  options: SimulationOptions = {},
): Generator<StreamItem<Sysvinit>, RunEnd<Sysvinit>, undefined> {
  return drive(prepareRun(scenario, options));
}

/** Everything about a run. */
export interface SimulationRun {
  readonly trace: Trace;
  readonly timeline: Timeline;
  /** Init at the end. */
  readonly state: InitState;
}

/** Runs a scenario once and keeps the trace, the timeline and the state at the end. */
export function runSimulation(scenario: Scenario, options: SimulationOptions = {}): SimulationRun {
  return finish(runSlices(scenario, options));
}

/** The same in slices. */
export function* runSlices(scenario: Scenario, options: SimulationOptions = {}): Slices<SimulationRun> {
  const run = prepareRun(scenario, options);
  yield;
  const recording = yield* recordSlices(run);
  const { timeline, state } = recording;
  return { trace: traceOf(scenario, options, recording), timeline, state };
}

/** When each record's process ran. */
export function timeline(scenario: Scenario, options: SimulationOptions = {}): Timeline {
  return runSimulation(scenario, options).timeline;
}

/** Init as it is at a moment, in seconds from the boot, with all that is due then done. */
export function stateAt(scenario: Scenario, seconds: number, options: SimulationOptions = {}): InitState {
  return runSimulation({ ...scenario, until: Math.min(seconds, scenario.until) }, options).state;
}

/** The trace of a run, in the format of the recorded cases. */
export function traceOf(
  scenario: Scenario,
  options: SimulationOptions,
  { events, end }: Pick<Recording<Sysvinit>, "events" | "end">,
): Trace {
  const { name } = scenario;
  const { stopped, ...rest } = end;
  return {
    ...(name !== undefined && { scenario: name }),
    init: `sysvinit-${sysvinitVersionOf(scenario, options)}`,
    events,
    ...rest,
    ...(stopped !== undefined && { stopped: breakInTrace(stopped) }),
  };
}

function finalState(world: SysvinitWorld): FinalState {
  const { init } = world;
  const booting = init.level === "#" || init.level === "*" || init.phase.kind === "emergency";
  const running = [...world.processes.values()].flatMap(({ program }) =>
    program === undefined || program.id === "" ? [] : [program.id],
  );
  return {
    running: running.toSorted(),
    alive: true,
    runlevelFile: init.runlevelFile,
    runlevel: booting ? null : init.level,
    thislevel: init.shownLevel,
    prevlevel: init.shownPrevious,
    didBoot: init.didBoot,
    // Later it says the level once more.
    ...(booting && { title: init.title }),
    table: tableOf(init),
    ...(world.scenario.utmp === true ? { utmp: world.utmp, wtmp: world.wtmp } : {}),
  };
}
