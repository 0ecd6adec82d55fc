import { printedNumber } from "../../../initscript/openembedded/shell-numbers.ts";
import { quoted } from "../../../text/words.ts";
import { suggestion } from "../../report.ts";
import type { RecipeRule } from "../contract.ts";
import { message } from "../message.ts";
import { paramsIn } from "../params.ts";

export const recipeParamsOctal: RecipeRule = {
  id: "recipe-params-octal",
  code: "IT921",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  sources: ["observed: update-rc.d 0.8 and 0.7 of OpenEmbedded under three shells"],
  docs: {
    what: "A number after `defaults` has a leading zero and is another number in octal.",
    why: "update-rc.d prints it with `printf %02d`, which reads a leading zero as octal: `08` and `09` become `00`, `010` becomes `08`, and the script starts before all others.\nThe status is 0, so the image is built all the same.\nAfter `start` and `stop` the program calculates first, and `09` is what it seems to be.",
    instead: "Leave the zero out; the link gets two digits in any case.",
    wrong: [
      {
        text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 09"\n',
        fixed: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 9"\n',
      },
    ],
    right: [
      { text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "defaults 07"\n' },
      { text: 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\nINITSCRIPT_PARAMS = "start 09 5 ."\n' },
    ],
  },
  check: (context) =>
    paramsIn(context).flatMap(({ numbers }) =>
      numbers.slice(0, 2).flatMap((range) => {
        const { text } = range;
        if (!/^0\d+$/.test(text)) return [];
        const plain = String(Number(text));
        const { text: made, complaint } = printedNumber(text, "dash");
        if (made === plain.padStart(2, "0")) return [];
        const values = { word: quoted(text), made, complains: complaint === undefined ? "no" : "yes" };
        return [
          {
            range,
            message: message("recipe-params-octal", values),
            fixes: [suggestion(message("fix.write", { text: plain }), range, plain)],
          },
        ];
      }),
    ),
};
