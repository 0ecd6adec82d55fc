// What stands at a place of a script: where a rule can be silenced, and which service is meant.

import type { Silencing } from "../features/code-actions.ts";
import { headerSpotAt } from "./header-spot.ts";
import type { ScriptDocument } from "./script-document.ts";

/** A comment inside a header would be a part of it, so there only the whole file can be silenced. */
export function silencingOf(document: ScriptDocument): Silencing {
  const { text } = document;
  const firstLine = text.indexOf("\n") + 1;
  return {
    above: (offset) => {
      const start = text.lastIndexOf("\n", offset - 1) + 1;
      return start === 0 || text.startsWith("#", start) ? undefined : start;
    },
    atTop: text.startsWith("#!") ? firstLine : 0,
  };
}

/** The service or facility under the cursor, in a header. */
export function serviceAt(text: string, offset: number): string | undefined {
  const spot = headerSpotAt(text, offset);
  if (spot?.kind !== "value" || spot.word === undefined) return undefined;
  const kind = spot.field.fact?.value;
  return kind === "names" || kind === "dependencies" ? spot.word.text : undefined;
}
