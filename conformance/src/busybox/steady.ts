// Scenarios that the real BusyBox can be held to: nothing whose result is luck.

import {
  type BusyboxScenario,
  type BusyboxTrace,
  simulateBusybox,
  simulateBusyboxStream,
} from "@inittab/core";
import type { RandomSource } from "../live/random.ts";
import { differences } from "./agreement.ts";
import { asInJail } from "./build.ts";
import { sketchReading, sketchScenario, type TestScenario } from "./sketch.ts";

/** No process gets a signal sooner than this after its start, since a program takes a moment to listen; seconds. */
const settled = 0.3;

/** How much everything may be shaken without another result; seconds. */
const shaking = 0.07;

/** A random scenario whose result does not hang on milliseconds, checked with the core. */
export function generateScenario(random: RandomSource): TestScenario {
  for (let tries = 0; tries < 500; tries++) {
    const scenario = random.chance(0.2) ? sketchReading(random) : sketchScenario(random);
    if (isSteady(scenario)) return scenario;
  }
  throw new Error("no steady scenario was found");
}

/** Whether the result stays the same when everything is a little sooner or later. */
export function isSteady(scenario: TestScenario): boolean {
  const trace = simulateBusybox(scenario, asInJail);
  if (trace.stopped !== undefined || trace.events.length > 150 || endsInHaste(trace, scenario)) return false;
  if (hangsOnMicroseconds(scenario) || isTypedAtNobody(trace, scenario)) return false;
  let seed = 7;
  const shake = (): number => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed / 0x7fffffff - 0.5) * 2 * shaking;
  };
  return Array.from({ length: 12 }).every(() => {
    const other = simulateBusybox(shaken(scenario, shake), asInJail);
    return differences(timeless(trace), timeless(other), trace).length === 0;
  });
}

function timeless(trace: BusyboxTrace): BusyboxTrace {
  return { ...trace, events: trace.events.map((event) => ({ ...event, t: 0 })) };
}

function shaken(scenario: TestScenario, shake: () => number): BusyboxScenario {
  const processes = Object.fromEntries(
    Object.entries(scenario.processes).map(([key, { runs = null, ...settings }]) => [
      key,
      { ...settings, runs: runs === null ? null : Math.max(0.05, runs + shake()) },
    ]),
  );
  const events = scenario.events.map((event) => ({ ...event, at: event.at + shake() }));
  return {
    ...scenario,
    processes,
    events: events.toSorted((one, other) => one.at - other.at),
    until: scenario.until + shake(),
  };
}

/** Whether somebody types when process 1 is gone, or starts a shell that greets and asks. */
function isTypedAtNobody({ events }: BusyboxTrace, scenario: TestScenario): boolean {
  const successor = events.find((event) => event.event === "start" && event.pid1 === true);
  const isEnd = (event: (typeof events)[number]): boolean =>
    event.event === "init-exit" ||
    ((event.event === "exit" || event.event === "killed") &&
      successor?.event === "start" &&
      event.id === successor.id);
  const typed = scenario.events.some((event) => "console" in event || "tty" in event);
  if (typed && events.some(isEnd)) return true;
  const shell = events.some(
    (event) =>
      event.event === "log" && event.text.startsWith("starting pid") && event.text.endsWith("'-/bin/sh'"),
  );
  return shell && scenario.stubs?.includes("/bin/sh") !== true;
}

/** Whether a child dies so soon after init has looked that init may see it in that look or only in the next one. */
function hangsOnMicroseconds(scenario: TestScenario): boolean {
  for (const item of simulateBusyboxStream(scenario, asInJail)) {
    if (item.kind !== "step") continue;
    const { event, step } = item;
    if (step.effects.filter(({ kind }) => kind === "signal").length > 1) return true;
    const [task] = step.state.tasks;
    if (
      event.kind === "died" &&
      task?.kind === "pause" &&
      task.until !== undefined &&
      event.at - (task.until - task.span) < 100_000
    )
      return true;
  }
  return false;
}

/** Whether a process gets a signal before it listens, or something happens while the last lines are written. */
function endsInHaste({ events }: BusyboxTrace, { until }: TestScenario): boolean {
  const started = new Map<string, number>();
  for (const event of events) {
    if (event.event === "start") started.set(event.id, event.t);
    if (event.event !== "signal" && event.event !== "killed") continue;
    const since = started.get(event.id);
    if (since !== undefined && event.t - since < settled) return true;
  }
  return events.some(({ t }) => until - t < settled);
}
