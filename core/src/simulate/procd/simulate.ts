// A whole run of procd.

import type { Machine, Run } from "../run/drive.ts";
import { breakInTrace, type SimulationLimits } from "../run/limits.ts";
import { collect, type Recording } from "../run/record.ts";
import { procdWake, stepProcd } from "./machine/step.ts";
import type { ProcdScenario } from "./scenario.ts";
import { procdInitName } from "./scenario-schema.ts";
import type { ProcdTrace } from "./trace.ts";
import { carryOut, fallDue, happen } from "./world/carry-out.ts";
import { createWorld } from "./world/create-world.ts";
import type { Procd, ProcdWorld } from "./world/world.ts";

/** The machine, as the frame runs it. */
const machine: Machine<Procd, ProcdWorld> = {
  step: stepProcd,
  wakeOf: procdWake,
  timer: (at) => ({ kind: "timer", at }),
  carryOut,
  happen,
  fallDue,
  finalOf: ({ processes }) => ({
    running: [...processes.values()]
      .flatMap(({ start, key }) => (start === undefined ? [] : [key]))
      .toSorted(),
  }),
  levelOf: ({ phase }) => (phase === "early" ? undefined : phase),
  measure: "phase",
  untilIsIn: false,
};

/** A scenario made ready to run once. Odd times are clamped. */
export function prepareRun(scenario: ProcdScenario, limits: SimulationLimits = {}): Run<Procd, ProcdWorld> {
  const { events = [], until } = scenario;
  return { machine, world: createWorld(scenario), plan: { events, until, limits } };
}

/** Runs a scenario and collects what was seen. Odd times are clamped. */
export function simulateProcd(scenario: ProcdScenario, limits: SimulationLimits = {}): ProcdTrace {
  return traceOf(scenario, collect(prepareRun(scenario, limits)));
}

/** The trace of a run: how the machine went down is one of its events. */
export function traceOf(
  { name }: ProcdScenario,
  { events, end: { final, stopped } }: Pick<Recording<Procd>, "events" | "end">,
): ProcdTrace {
  return {
    ...(name !== undefined && { scenario: name }),
    init: procdInitName,
    events,
    final,
    ...(stopped !== undefined && { stopped: breakInTrace(stopped) }),
  };
}
