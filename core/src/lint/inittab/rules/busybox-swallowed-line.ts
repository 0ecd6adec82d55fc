import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const busyboxSwallowedLine: LineRule = {
  id: "busybox-swallowed-line",
  code: "IT606",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox"],
  sources: ["observed: BusyBox 1.35.0 (backslash-continuation)", "spec/dialects.md, 3.1"],
  docs: {
    what: "A comment ends in a backslash, and the next line is an entry.",
    why: "The backslash joins the next line before BusyBox init looks for comments: the entry is part of the comment and never runs.",
    instead: "Delete the backslash.",
    wrong: [
      {
        text: "# consoles: tty1 \\\ntty1::askfirst:-/bin/sh\n",
        dialect: "busybox",
        fixed: "# consoles: tty1\ntty1::askfirst:-/bin/sh\n",
      },
    ],
    right: [
      { text: "# consoles: tty1\ntty1::askfirst:-/bin/sh\n", dialect: "busybox" },
      { text: "#  /\\_/\\\n# ( o.o )  \\\n#  > ^ <\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "others",
  needs: ["joined"],
  check: ({ line, text }) => {
    if (line.kind !== "comment" || line.count < 2) return nothing;
    const parts = text.split("\n");
    const swallowed = parts.slice(1).findIndex((part) => !/^(?:[ \t\r]*|#.*)\\?$/.test(part));
    if (swallowed < 0) return nothing;
    const end = parts.slice(0, swallowed + 1).join("\n").length;
    const blank = /[ \t]*$/.exec(text.slice(0, end - 1))?.[0].length ?? 0;
    const range = { start: end - 1, end };
    return [
      {
        range,
        message: message("busybox-swallowed-line"),
        fixes: [suggestion(message("fix.delete-the-backslash"), { start: end - 1 - blank, end }, "")],
      },
    ];
  },
};
