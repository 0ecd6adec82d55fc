// A boot under the debugger: the run, where the debugger stands in it, and what the user lets happen. Whatever happens
// is an event of the scenario, and the run is made anew with it; all that was before stays as it was.

import {
  type AnyScenario,
  type Debuggee,
  debuggeeOf,
  describePath,
  type Happening,
  type Means,
  type Message,
  type Position,
  rcCalls,
  type ScenarioProblem,
} from "@inittab/core";
import type { Lookup } from "./expression.ts";
import type { Boot } from "./host.ts";
import { message } from "./message.ts";
import { namesAt } from "./names.ts";

/** A run, and where the debugger stands. */
export interface Run {
  readonly boot: Boot;
  readonly scenario: AnyScenario;
  readonly debuggee: Debuggee;
  readonly means: Means;
  readonly place: number;
}

/** A run, or why there is none. */
export type RunOrWhy = { readonly run: Run } | { readonly why: Message };

/** What happens must come after all that has happened in the same instant; seconds. */
const next = 0.000_001;

/** That nothing has followed is known only when this is over; seconds. */
const afterSilence = 0.005_01;

/** So long the machine is watched at least after something was done to it; seconds. */
const watched = 30;

/** The run of a boot, at its beginning. */
export function startRun(boot: Boot): Promise<RunOrWhy> {
  return runOf(boot, boot.scenario, 0);
}

/** The same run, from here on with something that happens next. */
export async function happenNext(run: Run, happening: Happening): Promise<RunOrWhy> {
  const here = positionOf(run);
  if (here.occurrence.kind === "down") return { why: message("debug.is-down") };
  const { events = [], until } = run.scenario;
  const at = here.at + (here.occurrence.kind === "nothing" ? afterSilence : next);
  const value = {
    ...run.scenario,
    events: [...events, { ...happening, at }],
    until: Math.max(until, at + watched),
  };
  const opening = run.boot.machine.open(value);
  const wrong = opening.problems.find(({ path: [member] }) => member === "events");
  if (opening.kind === "wrong") return { why: describeProblem(wrong ?? opening.problems[0]) };
  const changed = await runOf(run.boot, opening.simulation.scenario, run.place);
  return "run" in changed && !isReached(changed.run, at) ? { why: message("debug.is-down") } : changed;
}

/** A machine that goes down in the same instant is gone before anything can happen to it. */
function isReached({ debuggee }: Run, at: number): boolean {
  return debuggee.positions.some(({ at: when, occurrence }) => occurrence.kind === "outside" && when >= at);
}

/** Where the debugger stands. */
export function positionOf({ debuggee, place }: Pick<Run, "debuggee" | "place">): Position {
  const position = debuggee.positions[place] ?? debuggee.positions[0];
  // A run begins with its boot, so that there is a position.
  if (position === undefined) throw new Error("a run without a position");
  return position;
}

/** The names that expressions know at a place of a run. */
export function namesIn({ debuggee, means }: Run, place: number): Lookup {
  return namesAt(debuggee, place, means);
}

async function runOf(boot: Boot, scenario: AnyScenario, place: number): Promise<RunOrWhy> {
  const opening = boot.machine.open(scenario);
  if (opening.kind === "wrong") return { why: describeProblem(opening.problems[0]) };
  const { simulation } = opening;
  const means = { offers: simulation.offers(), endWith: simulation.endWith };
  const walk = simulation.walk();
  const calls = rcCalls(walk, simulation.scenario);
  const debuggee = debuggeeOf(walk, calls.length === 0 ? [] : await boot.visitsOf(calls));
  return { run: { boot, scenario, debuggee, means, place } };
}

function describeProblem(problem: ScenarioProblem | undefined): Message {
  if (problem === undefined) return message("debug.no-value");
  return message("debug.wrong-scenario", { path: describePath(problem.path), what: problem.message });
}
