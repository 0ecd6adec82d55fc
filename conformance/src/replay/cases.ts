// The cases in a JSON text: one, an array of them, or an array of `{case, expect}` pairs, of which only the case is read.

import { isObject, type JsonObject, readJson } from "@inittab/cli/json-text";
import type { Localizer } from "@inittab/core";

/** A case as it was read; nothing is known of its members yet. */
export interface NamedCase {
  readonly name: string;
  readonly value: JsonObject;
}

/** Finds the cases, and says what is wrong with the rest. Never throws. */
export function casesIn(
  text: string,
  { words }: Localizer,
): { readonly cases: readonly NamedCase[]; readonly problem?: string } {
  const reading = readJson(text);
  if ("problem" in reading) {
    const { place, message } = reading.problem;
    return { cases: [], problem: `no JSON: ${words(message)} (line ${place.line}, column ${place.column})` };
  }
  const json = reading.value;
  const values = Array.isArray(json) ? json : [json];
  const cases: NamedCase[] = [];
  for (const [index, value] of values.entries()) {
    const pair = isObject(value) && isObject(value["case"]) ? value["case"] : value;
    if (!isObject(pair)) return { cases, problem: `value ${index + 1} is no case but ${typeOf(pair)}` };
    cases.push({ name: nameOf(pair, index), value: pair });
  }
  return { cases };
}

function nameOf(value: JsonObject, index: number): string {
  // In a case about one script, the name is the script's.
  const name = value["id"] ?? value["name"];
  return typeof name === "string" ? name : `case ${index + 1}`;
}

function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
