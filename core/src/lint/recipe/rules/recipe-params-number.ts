import type { RecipeWord } from "../../../initscript/openembedded/recipe.ts";
import { quoted } from "../../../text/words.ts";
import type { Report } from "../../contract.ts";
import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";
import { paramsIn } from "../params.ts";

export const recipeParamsNumber: RecipeRule = {
  id: "recipe-params-number",
  code: "IT923",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: update-rc.d 0.8 of OpenEmbedded under three shells"],
  docs: {
    what: "The number in `INITSCRIPT_PARAMS` does not have one or two digits.",
    why: "With `100` the links are called `S100svc`: update-rc.d does not find them again, and rc runs them between `S10` and `S11`.\nA word that is not a number becomes `00`, which runs before all others; the status is 0.",
    instead: "Write a number from 0 to 99.",
    wrong: [
      { text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 100"\n' },
      { text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start S20 5 ."\n' },
    ],
    right: [{ text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 99 10"\n' }],
  },
  check: (context) =>
    paramsIn(context).flatMap(({ numbers, parts }) => [
      ...numbers.slice(0, 2).flatMap((word) => judged(word, "00")),
      ...parts.flatMap(({ number, dot }) =>
        number === undefined || dot === undefined ? [] : judged(number, "00"),
      ),
    ]),
};

function judged(range: RecipeWord, made: string): readonly Report[] {
  const { text } = range;
  if (!/^\d+$/.test(text))
    return [{ range, message: message("recipe-params-number.none", { word: quoted(text), made }) }];
  // A leading zero is the business of another rule.
  return /^[1-9]\d{2,}$/.test(text)
    ? [{ range, message: message("recipe-params-number.long", { word: quoted(text) }) }]
    : [];
}
