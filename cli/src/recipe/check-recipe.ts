// What `check` does with recipes of OpenEmbedded. Loaded with the first of them.

import { type LintOptions, lintRecipe } from "@inittab/core";
import type { CheckedRecipe } from "../formats/format.ts";
import type { Input } from "../input.ts";
import { placesOf } from "../text-place.ts";

/** Checks what a recipe says of its init script. */
export function checkRecipe({ path, text, encoding }: Input, options: LintOptions): CheckedRecipe {
  const findings = lintRecipe({ text, path }, options);
  return { kind: "recipe", path, text, encoding, findings, places: placesOf(text) };
}
