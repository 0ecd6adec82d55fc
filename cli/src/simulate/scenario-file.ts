// A scenario from a file: read, checked, and each mistake told with its line and column.

import { type Scenario, type ScenarioProblem, validateScenario } from "@inittab/core";
import { placesInJson, readJson } from "../json-text.ts";
import { isObject } from "../replay/cases.ts";

/** A scenario that can be simulated, or none; what is wrong comes along as lines `PATH:LINE:COLUMN: SEVERITY: MESSAGE`. */
export interface ScenarioReading {
  readonly scenario: Scenario | undefined;
  readonly problems: readonly string[];
}

/** Understands the text of a scenario file; an inittab given takes the place of its own. Never throws. */
export function readScenario(path: string, text: string, inittab?: string): ScenarioReading {
  const json = readJson(text);
  if ("problem" in json) {
    const { place, message } = json.problem;
    return { scenario: undefined, problems: [`${path}:${place.line}:${place.column}: error: ${message}`] };
  }
  const { value: own } = json;
  const value = inittab !== undefined && isObject(own) ? { ...own, inittab } : own;
  const found = validateScenario(value);
  if (found.length === 0) return { scenario: value as Scenario, problems: [] };
  const find = placesInJson(text);
  const tell = ({ path: where, message, severity }: ScenarioProblem) => {
    // What is wrong with these is that they are there, not what they are.
    const byName = message.includes("not known") || (where[0] === "processes" && where.length === 2);
    const { line, column } = find(where, byName);
    return `${path}:${line}:${column}: ${severity}: ${message}`;
  };
  const usable = found.every(({ severity }) => severity !== "error");
  return {
    // Validation has found nothing that would keep it from being a scenario.
    scenario: usable ? (value as Scenario) : undefined,
    problems: found.map(tell),
  };
}
