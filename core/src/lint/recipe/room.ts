// The room of the rules about recipes, and how their pages speak.

import { escaped, type RoomWords, withEndOfFile } from "../page.ts";
import { type RuleRoom, ruleRoom } from "../room.ts";
import type { RecipeExample, RecipeRule } from "./contract.ts";
import { message } from "./message.ts";
import { recipeRules } from "./registry.ts";

const words: RoomWords<RecipeRule, RecipeExample> = {
  groups: {
    error: message("recipe-rules.error"),
    suspicious: message("recipe-rules.suspicious"),
    portability: message("recipe-rules.portability"),
  },
  codes: [message("recipe-rules.code-92x")],
  appliesTo: () => message("recipe-rules.all"),
  remarks: () => [],
  around: () => ({ above: [], below: [] }),
  shown: (text, _example, localizer) => withEndOfFile(escaped(text), localizer),
  unit: message("recipe-rules.unit"),
  language: "bitbake",
};

/** The room of the rules about recipes. */
export const recipeRoom: RuleRoom = ruleRoom(recipeRules, words);
