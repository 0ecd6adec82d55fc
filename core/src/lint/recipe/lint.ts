// Runs the rules about recipes.

import { readRecipe } from "../../initscript/openembedded/recipe.ts";
import type { Finding } from "../contract.ts";
import { type LintOptions, severityOf } from "../options.ts";
import { byPlace, toFinding } from "../report.ts";
import { type PlacedSilencer, silence } from "../silence.ts";
import { parseSilencer } from "../silencer.ts";
import type { RecipeInput } from "./contract.ts";
import { recipeRules } from "./registry.ts";

/** What the checker says of a recipe, in the order of the text. Never fails. */
export function lintRecipe({ text, path }: RecipeInput, options: LintOptions = {}): readonly Finding[] {
  const recipe = readRecipe(text, path);
  const asked = recipeRules.filter((rule) => severityOf(rule, options) !== "off");
  const findings = asked.flatMap((rule) =>
    rule.check({ text, recipe }).map((report) => toFinding(rule, report, options)),
  );
  const starts = startsOf(text);
  const textOf = (index: number): string => text.slice(starts[index] ?? text.length, starts[index + 1]);
  const silencers = starts.flatMap((_, index): readonly PlacedSilencer[] => {
    const silencer = parseSilencer(textOf(index));
    return silencer === undefined ? [] : [{ index, silencer }];
  });
  return silence(findings, {
    lines: {
      indexAt: (offset) => starts.findLastIndex((start) => start <= offset),
      targetOf: (index) => index + 1,
      startOf: (index) => starts[index] ?? text.length,
      textOf,
      isFree: () => true,
    },
    silencers,
    rules: recipeRules,
    wasAsked: (rule) => asked.includes(rule),
    options,
  }).toSorted(byPlace);
}

function startsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
