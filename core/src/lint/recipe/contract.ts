// What a rule about a recipe of OpenEmbedded is: it sees what the recipe says to its class update-rc.d.

import type { RecipeReading } from "../../initscript/openembedded/recipe.ts";
import type { Example, Report, RuleFacts } from "../contract.ts";

/** A recipe to be checked. */
export interface RecipeInput {
  readonly text: string;
  /** The path or address, as far as it is known: a `.bbappend` or an `.inc` is a part of a recipe. */
  readonly path?: string | undefined;
}

/** A recipe, as rules see it. */
export interface RecipeContext {
  readonly text: string;
  readonly recipe: RecipeReading;
}

/** A recipe that a rule's page shows, and that the tests run; it is called `example.bb`. */
export interface RecipeExample extends Example {}

/** A rule about a recipe. */
export interface RecipeRule extends RuleFacts<RecipeExample> {
  readonly check: (context: RecipeContext) => readonly Report[];
}
