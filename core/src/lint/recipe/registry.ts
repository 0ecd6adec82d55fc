// Every rule about recipes, in the order of their codes.

import type { RecipeRule } from "./contract.ts";
import { recipeInheritMissing } from "./rules/recipe-inherit-missing.ts";
import { recipeNameMissing } from "./rules/recipe-name-missing.ts";
import { recipeNameUnshipped } from "./rules/recipe-name-unshipped.ts";
import { recipeParamsLevel } from "./rules/recipe-params-level.ts";
import { recipeParamsNumber } from "./rules/recipe-params-number.ts";
import { recipeParamsOctal } from "./rules/recipe-params-octal.ts";
import { recipeParamsRefused } from "./rules/recipe-params-refused.ts";
import { unusedSilencer } from "./rules/unused-silencer.ts";

/** All rules about recipes. */
export const recipeRules: readonly RecipeRule[] = [
  unusedSilencer,
  recipeParamsRefused,
  recipeParamsOctal,
  recipeParamsLevel,
  recipeParamsNumber,
  recipeNameMissing,
  recipeInheritMissing,
  recipeNameUnshipped,
];
