import { nothing } from "../../report.ts";
import { unusedSilencerFacts } from "../../unused-silencer.ts";
import type { RecipeExample, RecipeRule } from "../contract.ts";

const rest = 'inherit update-rc.d\nINITSCRIPT_NAME = "svc"\n';

export const unusedSilencer: RecipeRule = {
  ...unusedSilencerFacts<RecipeExample>({
    wrong: [{ text: `# inittab-disable-file recipe-params-octal\n${rest}`, fixed: rest }],
    right: [
      {
        text: `# inittab-disable-file recipe-params-octal\n${rest}INITSCRIPT_PARAMS = "defaults 09"\n`,
      },
    ],
  }),
  // Silencers are judged when all other rules have spoken.
  check: () => nothing,
};
