// Scenarios that a real init can be held to: nothing whose result is luck.

import {
  type Effect,
  runSimulation,
  type SimulationOptions,
  type SysvinitVersion,
  simulate,
  simulateStream,
  type Trace,
} from "@inittab/core";
import type { RandomSource } from "../live/random.ts";
import { compareTraces } from "./compare.ts";
import { sketchScenario, type TestScenario } from "./sketch.ts";

/** No process is told to go sooner than this after its start, since a program takes a moment to listen; seconds. */
const settled = 0.25;

/** A random scenario whose result does not hang on milliseconds, checked with the core. */
export function generateScenario(random: RandomSource, version: SysvinitVersion): TestScenario {
  for (let tries = 0; tries < 200; tries++) {
    const scenario = sketchScenario(random);
    if (isSteady(scenario, version)) return scenario;
  }
  throw new Error("no steady scenario was found");
}

/** Whether the result stays the same when everything takes a little longer. */
export function isSteady(scenario: TestScenario, version: SysvinitVersion): boolean {
  const options: SimulationOptions = { version, programs: "recorded" };
  const { state } = runSimulation(scenario, options);
  // What init hands over then is not what it had at the end.
  if (state.phase.kind === "killing" || "#*".includes(state.level)) return false;
  const hopeless = ({ kind }: Effect): boolean =>
    kind === "busy-loop" || (kind === "ask" && scenario.tty !== true);
  for (const item of simulateStream(scenario, options))
    if (item.kind === "step" && item.step.effects.some(hopeless)) return false;
  const trace = simulate(scenario, options);
  if (trace.stopped !== undefined || trace.events.length > 120 || endsInHaste(trace, scenario)) return false;
  return [0.015, 0.04, 0.08].every((longer) => {
    const other = simulate(slower(scenario, longer), options);
    return compareTraces(timeless(trace), timeless(other)).length === 0;
  });
}

/** A signal or an end from outside soon after the start meets a program that does not yet listen. */
function endsInHaste(trace: Trace, scenario: TestScenario): boolean {
  const started = new Map<string, number>();
  const kills = scenario.events.flatMap((event) => ("kill" in event ? [event] : []));
  for (const event of trace.events) {
    if (event.event === "start") {
      started.set(event.id, event.t);
      if (kills.some(({ at, kill }) => kill === event.id && at >= event.t - 0.05 && at < event.t + settled))
        return true;
    } else if (event.event === "signal" || event.event === "killed") {
      const since = event.t - (started.get(event.id) ?? Number.NEGATIVE_INFINITY);
      if (since < settled) return true;
    }
  }
  return false;
}

function slower(scenario: TestScenario, longer: number): TestScenario {
  const processes = Object.fromEntries(
    Object.entries(scenario.processes).map(([id, one]) => [
      id,
      {
        ...one,
        ...(typeof one.runs === "number" && { runs: one.runs * 1.005 + longer }),
        ...(one.termDelay !== undefined && { termDelay: one.termDelay + longer }),
      },
    ]),
  );
  return { ...scenario, processes };
}

function timeless(trace: Trace): Trace {
  return { ...trace, events: trace.events.map((event) => ({ ...event, t: 0 })) };
}
