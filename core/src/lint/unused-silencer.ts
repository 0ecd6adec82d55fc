// The rule about silencers that silence nothing. It is the frame's own: the rules of each kind of file have it, with
// examples of that kind, and `silence` judges by it after all other rules.

import type { TextRange } from "../text/range.ts";
import type { Example, Fix, Report, RuleDocs, RuleFacts } from "./contract.ts";
import { message } from "./message.ts";
import type { Silencer } from "./silencer.ts";

/** The id under which each kind of file has the rule. */
export const unusedSilencerId = "unused-silencer";

/** The facts of the rule, with the examples of one kind of file. */
export function unusedSilencerFacts<E extends Example>(
  examples: Pick<RuleDocs<E>, "wrong" | "right">,
): RuleFacts<E> {
  return {
    id: unusedSilencerId,
    code: "IT901",
    severity: "warning",
    group: "style",
    since: "0.1.0",
    sources: ["the silencing comments are this checker's own"],
    docs: {
      what: "A comment silences a rule that has nothing to say there.",
      why: "A silencer that is left behind hides the next mistake of its kind.",
      instead: "Delete the comment, or correct the name of the rule.",
      ...examples,
    },
  };
}

/** What is known of the rules that a silencer names. */
interface Verdict {
  /** The rule had something to silence there, or did not run. */
  readonly isUsed: (rule: string) => boolean;
  readonly isKnown: (rule: string) => boolean;
  /** The comment can go, and init certainly does the same. */
  readonly isFree: boolean;
}

/** What a silencer deserves; `line` is its line with the newline, and offsets count from the line's beginning. */
export function judgeSilencer(
  silencer: Silencer,
  line: string,
  { isUsed, isKnown, isFree }: Verdict,
): readonly Report[] {
  const kind = isFree ? "safe" : "suggestion";
  if (silencer.rules.length === 0)
    return [
      {
        range: silencer.range,
        message: message("unused-silencer.names-none"),
        fixes: [deletion(line, kind)],
        unnecessary: true,
      },
    ];
  const unused = silencer.rules.filter((rule) => !isUsed(rule.id));
  const every = unused.length === silencer.rules.length;
  return unused.map(({ id, range }) => ({
    range,
    message: message(isKnown(id) ? "unused-silencer.idle" : "unused-silencer.unknown", { rule: id }),
    fixes: [every ? deletion(line, kind) : withoutName(line, id, range, kind)],
    unnecessary: true,
  }));
}

function deletion(line: string, kind: Fix["kind"]): Fix {
  return {
    title: message("fix.delete-the-comment"),
    kind,
    edits: [{ start: 0, end: line.length, text: "" }],
  };
}

function withoutName(line: string, id: string, range: TextRange, kind: Fix["kind"]): Fix {
  const before = /[\s,]*$/.exec(line.slice(0, range.start))?.[0].length ?? 0;
  const isFirst = /(?:line|file)[\s,]*$/.test(line.slice(0, range.start));
  const after = isFirst ? (/^[ \t,]*/.exec(line.slice(range.end))?.[0].length ?? 0) : 0;
  return {
    title: message("unused-silencer.delete-name", { rule: id }),
    kind,
    edits: [{ start: range.start - (isFirst ? 0 : before), end: range.end + after, text: "" }],
  };
}
