// What `check` does with inittabs. Loaded with the first of them, as the rules for scripts are with the first script.

import { dialects, inittabRules, type LintOptions, lintInittab, releaseOf, scanInittab } from "@inittab/core";
import type { CheckedInittab } from "../formats/format.ts";
import type { Input } from "../input.ts";
import { readOptionsFor, type Target } from "../reading-options.ts";
import { placesOf } from "../text-place.ts";

/** Reads an input as the init that is meant would, and checks it. */
export function checkInittab(input: Input, target: Target, lintOptions: LintOptions): CheckedInittab {
  const scan = scanInittab(input.text, readOptionsFor(target, input));
  const { findings } = lintInittab(scan, lintOptions);
  return {
    kind: "inittab",
    path: input.path,
    text: input.text,
    encoding: input.encoding,
    dialect: scan.dialect,
    initVersion: releaseOf(scan),
    guess: scan.guess,
    // A rule for every dialect is about our own comments, or about a file of no init, and knows nothing of an init.
    hasRules:
      findings.length > 0 ||
      inittabRules.some(
        ({ dialects: judged }) => judged.length < dialects.length && judged.includes(scan.dialect),
      ),
    findings,
    places: placesOf(input.text),
  };
}
