import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const procdIndentedComment: LineRule = {
  id: "procd-indented-comment",
  code: "IT126",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["procd"],
  sources: ["recorded case comment of procd"],
  docs: {
    what: "A comment that does not begin in the first column contains an entry.",
    why: "For procd only a `#` in the first column starts a comment.\nElsewhere the `#` is skipped like everything else before the fields, and the entry counts.",
    instead: "Move the `#` to the first column.",
    wrong: [
      {
        text: " #tty1::askfirst:/bin/ash --login\n",
        dialect: "procd",
        fixed: "#tty1::askfirst:/bin/ash --login\n",
      },
    ],
    right: [{ text: "#tty1::askfirst:/bin/ash --login\n", dialect: "procd" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const [, blanks = ""] = /^(\s+)#/.exec(context.text.slice(0, context.line.start)) ?? [];
    if (blanks === "") return nothing;
    const range = { start: 0, end: blanks.length };
    return [
      {
        range: { start: 0, end: context.line.end },
        message: message("procd-indented-comment"),
        fixes: [suggestion(message("procd-indented-comment.fix"), range, "")],
      },
    ];
  },
};
