// JSON with places: what is wrong with a text, and where in the text a value stands.

import { type Message, mostNesting, tooDeepAt } from "@inittab/core";
import { firstJsonError, stretchesInJson } from "@inittab/host/json-places";
import { printParseErrorCode } from "jsonc-parser/lib/esm/main.js";
import { message } from "./message.ts";
import { type Place, placesOf } from "./text-place.ts";

/** Any JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether this is an object and neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value, or what keeps the text from being JSON. */
export type JsonReading = { readonly value: unknown } | { readonly problem: JsonProblem };

/** What is wrong, and where. */
interface JsonProblem {
  readonly place: Place;
  readonly message: Message;
}

/** Reads JSON. Never throws. */
export function readJson(text: string): JsonReading {
  const deep = tooDeepAt(text);
  if (deep !== undefined)
    return {
      problem: { place: placesOf(text).at(deep), message: message("input.deep", { most: mostNesting }) },
    };
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, "")) };
  } catch (error) {
    // Node's parser is fast but its words and places differ from release to release.
    const first = firstJsonError(text);
    const said =
      first === undefined
        ? message("input.system", { message: error instanceof Error ? error.message : String(error) })
        : message("input.json", { problem: printParseErrorCode(first.error) });
    return { problem: { place: placesOf(text).at(first?.offset ?? 0), message: said } };
  }
}

/** Finds the value with a path in a JSON text; `byName`: the name of the member instead of its value. */
type PlaceFinder = (path: readonly (string | number)[], byName: boolean) => Place;

/** Parses a text that was read once, for all places that will be asked for. */
export function placesInJson(text: string): PlaceFinder {
  const places = placesOf(text);
  const find = stretchesInJson(text);
  return (path, byName) => places.at(find(path, byName).start);
}
