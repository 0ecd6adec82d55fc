import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";

export const recipeNameMissing: RecipeRule = {
  id: "recipe-name-missing",
  code: "IT924",
  severity: "error",
  group: "error",
  since: "0.1.0",
  sources: ["the class update-rc.d of openembedded-core, August 2026", "spec/embedded.md, section 2.6"],
  docs: {
    what: "A recipe inherits update-rc.d but names no init script.",
    why: 'BitBake stops at it: "... inherits update-rc.d but doesn\'t set INITSCRIPT_NAME".',
    instead: "Set `INITSCRIPT_NAME`, or `INITSCRIPT_PACKAGES` and a name for each of them.",
    wrong: [{ text: 'inherit autotools update-rc.d\nINITSCRIPT_PARAMS = "defaults 20"\n' }],
    right: [{ text: 'inherit autotools update-rc.d\nINITSCRIPT_NAME = "svc"\n' }],
  },
  check: ({ recipe: { inherits, isPart, assignments } }) =>
    inherits === undefined || isPart || assignments.some(({ variable }) => naming.has(variable))
      ? []
      : [{ range: inherits, message: message("recipe-name-missing") }],
};

const naming: ReadonlySet<string> = new Set(["INITSCRIPT_NAME", "INITSCRIPT_PACKAGES"]);
