// Places of a system as an editor addresses them.

import { LineIndex } from "../documents/line-index.ts";
import type { Places } from "../documents/open-document.ts";
import type { Found } from "../features/answers.ts";
import type { TreePlace } from "./features/names.ts";
import { scriptIn } from "./lint-input.ts";
import type { System } from "./system.ts";

/** The script at the end of a path of the system, such as that of an rc link. */
export function scriptAt(system: System, path: string): readonly Found[] {
  const script = scriptIn(system, path);
  return script === undefined
    ? []
    : [{ places: placesOf(system.uriOf(script.realPath), ""), range: { start: 0, end: 0 } }];
}

/** A stretch of a file of the system. */
export function found({ uriOf }: System, { path, text, start, end }: TreePlace): Found {
  return { places: placesOf(uriOf(path), text), range: { start, end } };
}

/** The places of a file that need not be open. */
function placesOf(uri: string, text: string): Places {
  const index = new LineIndex(text);
  return { uri, offsetAt: (place) => index.offsetAt(place), placeAt: (offset) => index.placeAt(offset) };
}
