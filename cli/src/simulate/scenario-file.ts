// A scenario from a file: read, checked, and each mistake told with its line and column.

import type { AnyScenario, Localizer, MessageValue, ScenarioProblem, SimulatedInit } from "@inittab/core";
import { isObject, type JsonReading, placesInJson } from "../json-text.ts";

/** A scenario that can be simulated, or none, and what is wrong. */
export interface ScenarioReading {
  readonly scenario: AnyScenario | undefined;
  readonly problems: readonly PlacedProblem[];
}

/** Something that is wrong with a scenario file, and where. */
export interface PlacedProblem {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: ScenarioProblem["severity"];
  readonly message: MessageValue;
}

/** A problem as compilers print it: `PATH:LINE:COLUMN: SEVERITY: MESSAGE`. */
export function problemLine(problem: PlacedProblem, { words }: Localizer): string {
  const { path, line, column, severity, message } = problem;
  return `${path}:${line}:${column}: ${severity}: ${words(message)}`;
}

/** A scenario file: its text, and what was read of it. */
export interface ScenarioFile {
  readonly path: string;
  readonly text: string;
  readonly json: JsonReading;
}

/** Understands a scenario file of an init; an inittab given takes the place of its own. Never throws. */
export function readScenario(
  { path, text, json }: ScenarioFile,
  machine: SimulatedInit,
  inittab?: string,
): ScenarioReading {
  if ("problem" in json) {
    const { place, message } = json.problem;
    const { line, column } = place;
    return { scenario: undefined, problems: [{ path, line, column, severity: "error", message }] };
  }
  const { value: own } = json;
  const value = inittab !== undefined && isObject(own) ? { ...own, inittab } : own;
  const opening = machine.open(value);
  const scenario = opening.kind === "simulation" ? opening.simulation.scenario : undefined;
  if (opening.problems.length === 0) return { scenario, problems: [] };
  const find = placesInJson(text);
  const placed = ({ path: where, message, severity, about }: ScenarioProblem): PlacedProblem => {
    // What is wrong with these is that they are there, not what they are.
    const byName = about === "name" || (where[0] === "processes" && where.length === 2);
    const { line, column } = find(where, byName);
    return { path, line, column, severity, message };
  };
  return { scenario, problems: opening.problems.map(placed) };
}
