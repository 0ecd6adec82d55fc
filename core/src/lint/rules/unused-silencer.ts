import { dialects } from "../../inittab/dialect.ts";
import type { FileRule, Report } from "../contract.ts";
import type { Silencer } from "../silence.ts";

/** The one rule that is judged after all others: see silence.ts. */
interface SilencerRule extends FileRule {
  readonly judge: (silencer: Silencer, isUsed: (rule: string) => boolean) => readonly Report[];
}

export const unusedSilencer: SilencerRule = {
  id: "unused-silencer",
  code: "IT901",
  severity: "warning",
  group: "style",
  since: "0.1.0",
  dialects,
  sources: ["the silencing comments are this checker's own"],
  docs: {
    what: "A comment silences a rule that has nothing to say there.",
    why: "A silencer that is left behind hides the next mistake of its kind.",
    instead: "Delete the comment, or correct the name of the rule.",
    wrong: [
      { text: "# inittab-disable-next-line duplicate-id\nl2:2:wait:/etc/rc.d/rc 2\n" },
      { text: "# inittab-disable-file\nl2:2:wait:/etc/rc.d/rc 2\n" },
    ],
    right: [
      {
        text: "l2:2:wait:/etc/rc.d/rc 2\n# inittab-disable-next-line duplicate-id\nl2:3:wait:/etc/rc.d/rc 3\n",
      },
    ],
  },
  scope: "file",
  check: () => [],
  judge: (silencer, isUsed) =>
    silencer.rules.length === 0
      ? [{ range: silencer.range, message: "names no rule, so nothing is silenced" }]
      : silencer.rules
          .filter((rule) => !isUsed(rule.id))
          .map((rule) => ({
            range: rule.range,
            message: `\`${rule.id}\` finds nothing here, so nothing is silenced`,
          })),
};
