import { dialectFacts, dialects } from "../../../inittab/dialect.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const hashRecord: LineRule = {
  id: "hash-record",
  code: "IT255",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: dialects.filter((dialect) => dialectFacts[dialect].style.comment === "colon"),
  sources: [
    "the manual of AIX 4.3, inittab: a colon in front makes a comment",
    "spec/dialects.md, section 7",
  ],
  docs: {
    what: "An entry has a `#` in front, which does not start a comment on AIX.",
    why: "On AIX an entry is commented out by a colon in front; `#` starts a comment only within the command, for the shell.\nThe line is still an entry, and its id begins with `#`.",
    instead: "Put a colon in front, or remove the entry with `rmitab`.",
    wrong: [
      {
        text: "# cons:0123456789:respawn:/usr/sbin/getty /dev/console\n",
        dialect: "aix",
        fixed: ":cons:0123456789:respawn:/usr/sbin/getty /dev/console\n",
      },
    ],
    right: [
      { text: ":cons:0123456789:respawn:/usr/sbin/getty /dev/console\n", dialect: "aix" },
      { text: "rc:2:wait:/etc/rc > /dev/console # Multi-User checks\n", dialect: "aix" },
    ],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const [hash] = /^[ \t]*#+[ \t]*/.exec(context.field("id")) ?? [];
    if (hash === undefined || context.action === undefined) return nothing;
    const { start } = context.range("id");
    const range = { start, end: start + hash.length };
    return [
      {
        range,
        message: message("hash-record", { id: context.field("id") }),
        fixes: [suggestion(message("hash-record.fix"), range, ":")],
      },
    ];
  },
};
