import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";

export const recipeInheritMissing: RecipeRule = {
  id: "recipe-inherit-missing",
  code: "IT925",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["spec/embedded.md, section 2.6"],
  docs: {
    what: "A recipe sets `INITSCRIPT_…` but inherits no class that could read it.",
    why: "Only the class update-rc.d reads these variables; without it no links are made, and the service is not started.",
    instead: "Add `inherit update-rc.d`.",
    wrong: [
      {
        text: 'SUMMARY = "x"\nINITSCRIPT_NAME = "svc"\n',
        fixed: 'SUMMARY = "x"\ninherit update-rc.d\nINITSCRIPT_NAME = "svc"\n',
      },
    ],
    right: [{ text: 'SUMMARY = "x"\ninherit update-rc.d\nINITSCRIPT_NAME = "svc"\n' }],
  },
  check: ({ text, recipe: { inherits, isPart, assignments } }) => {
    const [first] = assignments;
    // Another class may inherit it in its turn.
    if (first === undefined || inherits !== undefined || isPart || /^[ \t]*inherit\b/m.test(text)) return [];
    const lineStart = text.lastIndexOf("\n", first.name.start - 1) + 1;
    return [
      {
        range: first.name,
        message: message("recipe-inherit-missing", { variable: { code: first.variable } }),
        fixes: [
          {
            title: message("recipe-inherit-missing.fix"),
            kind: "suggestion",
            edits: [{ start: lineStart, end: lineStart, text: "inherit update-rc.d\n" }],
          },
        ],
      },
    ];
  },
};
