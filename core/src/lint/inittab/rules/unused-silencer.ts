import { dialects } from "../../../inittab/dialect.ts";
import { nothing } from "../../report.ts";
import { unusedSilencerFacts } from "../../unused-silencer.ts";
import type { FileRule, InittabExample } from "../contract.ts";

export const unusedSilencer: FileRule = {
  ...unusedSilencerFacts<InittabExample>({
    wrong: [
      {
        text: "# inittab-disable-next-line duplicate-id\nl2:2:wait:/etc/rc.d/rc 2\n",
        fixed: "l2:2:wait:/etc/rc.d/rc 2\n",
      },
      { text: "# inittab-disable-file\nl2:2:wait:/etc/rc.d/rc 2\n", fixed: "l2:2:wait:/etc/rc.d/rc 2\n" },
    ],
    right: [
      {
        text: "l2:2:wait:/etc/rc.d/rc 2\n# inittab-disable-next-line duplicate-id\nl2:3:wait:/etc/rc.d/rc 3\n",
      },
    ],
  }),
  scope: "file",
  dialects,
  // Silencers are judged when all other rules have spoken.
  check: () => nothing,
};
