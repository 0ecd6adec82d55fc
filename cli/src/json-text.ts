// JSON with places: what is wrong with a text, and where in the text a value stands.

import { type Message, mostNesting, tooDeepAt } from "@inittab/core";
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser/lib/esm/main.js";
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

/** No comments, no comma before a closing bracket: plain JSON. */
const strict = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false } as const;

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
    const errors: ParseError[] = [];
    parseTree(text, errors, strict);
    const [first] = errors;
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
  const root = parseTree(text, [], strict);
  return (path, byName) => {
    for (let length = path.length; root !== undefined && length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return places.at(startOf(node, byName && length === path.length));
    }
    return places.at(root?.offset ?? 0);
  };
}

function startOf(node: Node, byName: boolean): number {
  const name = node.parent?.type === "property" ? node.parent.children?.[0] : undefined;
  return byName && name !== undefined ? name.offset : node.offset;
}
