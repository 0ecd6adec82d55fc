import { dialects } from "../../../inittab/dialect.ts";
import type { FileRule, Fix, Report } from "../../contract.ts";
import type { Silencer } from "../../silence.ts";

/** What the checker knows about the rules that a silencer names. */
interface Verdict {
  readonly isUsed: (rule: string) => boolean;
  readonly isKnown: (rule: string) => boolean;
}

/** The one rule that is judged after all others: see silence.ts. */
interface SilencerRule extends FileRule {
  readonly judge: (silencer: Silencer, line: string, verdict: Verdict) => readonly Report[];
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
  },
  scope: "file",
  check: () => [],
  judge: (silencer, line, { isUsed, isKnown }) => {
    if (silencer.rules.length === 0)
      return [
        {
          range: silencer.range,
          message: "names no rule, so nothing is silenced",
          fixes: [deletion(line)],
          unnecessary: true,
        },
      ];
    const unused = silencer.rules.filter((rule) => !isUsed(rule.id));
    const every = unused.length === silencer.rules.length;
    return unused.map(({ id, range }) => ({
      range,
      message: isKnown(id)
        ? `\`${id}\` finds nothing here, so nothing is silenced`
        : `no rule is called \`${id}\`, so nothing is silenced`,
      fixes: [every ? deletion(line) : withoutName(line, id, range)],
      unnecessary: true,
    }));
  },
};

function deletion(line: string): Fix {
  return {
    title: "Delete the comment",
    kind: "safe",
    edits: [{ start: 0, end: line.length, text: "" }],
  };
}

function withoutName(line: string, id: string, range: { readonly start: number; readonly end: number }): Fix {
  const before = /[\s,]*$/.exec(line.slice(0, range.start))?.[0].length ?? 0;
  const isFirst = /(?:line|file)[\s,]*$/.test(line.slice(0, range.start));
  const after = isFirst ? (/^[ \t,]*/.exec(line.slice(range.end))?.[0].length ?? 0) : 0;
  return {
    title: `Delete \`${id}\` from the comment`,
    kind: "safe",
    edits: [{ start: range.start - (isFirst ? 0 : before), end: range.end + after, text: "" }],
  };
}
