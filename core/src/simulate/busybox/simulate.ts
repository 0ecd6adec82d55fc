// A whole run of BusyBox init.

import { drive, type Machine, type Run, type RunEnd } from "../run/drive.ts";
import { breakInTrace } from "../run/limits.ts";
import { collect, type Recording } from "../run/record.ts";
import type { StreamItem } from "../run/world.ts";
import { busyboxWake, stepBusybox } from "./machine/step.ts";
import { type BusyboxSimulationOptions, busyboxBuildOf } from "./options.ts";
import { phaseOf } from "./phases.ts";
import type { BusyboxScenario } from "./scenario.ts";
import type { BusyboxTrace } from "./trace.ts";
import { carryOut, fallDue } from "./world/carry-out.ts";
import { createWorld } from "./world/create-world.ts";
import { happen } from "./world/outside.ts";
import type { Busybox, BusyboxWorld } from "./world/world.ts";

/** The machine, as the frame runs it. */
const machine: Machine<Busybox, BusyboxWorld> = {
  step: stepBusybox,
  wakeOf: busyboxWake,
  timer: (at) => ({ kind: "timer", at }),
  carryOut,
  happen,
  fallDue,
  finalOf: (world) => ({ running: runningIn(world) }),
  levelOf: phaseOf,
  measure: "phase",
  // A real process takes a little longer, so that what is due at the very end is not seen any more.
  untilIsIn: false,
};

/** A scenario made ready to run once. Odd times are clamped. */
export function prepareRun(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions = {},
): Run<Busybox, BusyboxWorld> {
  const { events = [], until } = scenario;
  const plan = { events, until, limits: options.limits ?? {} };
  return { machine, world: createWorld(scenario, options), plan };
}

/** Runs a scenario and collects what was seen. Odd times are clamped. */
export function simulateBusybox(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions = {},
): BusyboxTrace {
  return traceOf(scenario, options, collect(prepareRun(scenario, options)));
}

/** Runs a scenario and hands out what happens as it happens; keeps nothing of it. */
export function simulateBusyboxStream(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions = {},
): Generator<StreamItem<Busybox>, RunEnd<Busybox>, undefined> {
  return drive(prepareRun(scenario, options));
}

/** The trace of a run, in the format of the recorded cases: how the machine went down is one of its events. */
export function traceOf(
  scenario: BusyboxScenario,
  options: BusyboxSimulationOptions,
  { events, end: { final, stopped } }: Pick<Recording<Busybox>, "events" | "end">,
): BusyboxTrace {
  const { name } = scenario;
  const head = {
    ...(name !== undefined && { scenario: name }),
    init: busyboxBuildOf(scenario, options).init,
  };
  return { ...head, events, final, ...(stopped !== undefined && { stopped: breakInTrace(stopped) }) };
}

function runningIn(world: BusyboxWorld): readonly string[] {
  return [...world.processes.values()]
    .flatMap(({ program }) => (program === undefined || program.id === "" ? [] : [program.id]))
    .toSorted();
}
