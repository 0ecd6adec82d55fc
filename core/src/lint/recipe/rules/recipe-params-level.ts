import type { RecipeWord } from "../../../initscript/openembedded/recipe.ts";
import type { Report } from "../../contract.ts";
import { suggestion } from "../../report.ts";
import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";
import { isAction, type ParamsPart, paramsIn } from "../params.ts";

export const recipeParamsLevel: RecipeRule = {
  id: "recipe-params-level",
  code: "IT922",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: update-rc.d 0.8 of OpenEmbedded", "spec/embedded.md, section 2.5"],
  docs: {
    what: "A word that `INITSCRIPT_PARAMS` gives as a runlevel is not a runlevel.",
    why: "OpenEmbedded's update-rc.d takes any word for a runlevel, makes a folder of that name and ends with status 0.\n`2345` makes `/etc/rc2345.d`, and a forgotten dot between two parts makes `/etc/rcstop.d`, with start links where stop links were meant.",
    instead: "Separate the runlevels, and end each part with a dot of its own.",
    wrong: [
      {
        text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2345 ."\n',
        fixed: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2 3 4 5 ."\n',
      },
      {
        text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2 3 stop 80 0 6 ."\n',
        fixed:
          'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2 3 . stop 80 0 6 ."\n',
      },
    ],
    right: [
      {
        text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 20 2 3 . stop 80 0 6 ."\n',
      },
    ],
  },
  check: (context) =>
    paramsIn(context).flatMap(({ parts }) =>
      // Without its dot the program makes nothing at all, which another rule tells.
      parts.every(({ dot }) => dot !== undefined) ? parts.flatMap(strangeLevels) : [],
    ),
};

function strangeLevels({ levels }: ParamsPart): readonly Report[] {
  const forgotten = levels.findIndex(isAction);
  const before = forgotten < 0 ? levels : levels.slice(0, forgotten);
  const next = levels[forgotten];
  return [
    ...before.filter(({ text }) => !/^[0-9S]$/.test(text)).map(strangeLevel),
    ...(next === undefined
      ? []
      : [
          {
            range: next,
            message: message("recipe-params-level.part", { word: next.text }),
            fixes: [
              suggestion(
                message("recipe-params-level.part.fix"),
                { start: next.start, end: next.start },
                ". ",
              ),
            ],
          },
        ]),
  ];
}

function strangeLevel(range: RecipeWord): Report {
  const { text: word } = range;
  if (word === "s")
    return {
      range,
      message: message("recipe-params-level.none", { word }),
      fixes: [suggestion(message("fix.write", { text: "S" }), range, "S")],
    };
  if (!/^[0-9S,]{2,}$/.test(word)) return { range, message: message("recipe-params-level.none", { word }) };
  const apart = word.replaceAll(",", "").split("").join(" ");
  return {
    range,
    message: message("recipe-params-level.joined", { word }),
    fixes: [suggestion(message("recipe-params-level.joined.fix"), range, apart)],
  };
}
