import { lineLimit } from "../../../inittab/versions.ts";
import { byteLength } from "../../../text/bytes.ts";
import { nothing, safe } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const finalNewlinePortability: LineRule = {
  id: "final-newline-portability",
  code: "IT403",
  severity: "hint",
  group: "portability",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (no-final-newline)"],
  docs: {
    what: "Before sysvinit 3.14: the last entry does not end with a newline.",
    why: "It works today, but sysvinit 3.14 drops the entry after an upgrade.",
    instead: "End the last line with a newline.",
    wrong: [
      {
        text: "2:23:respawn:/sbin/getty 38400 tty2",
        version: "3.06",
        fixed: "2:23:respawn:/sbin/getty 38400 tty2\n",
      },
    ],
    right: [{ text: "2:23:respawn:/sbin/getty 38400 tty2\n", version: "3.06" }],
  },
  scope: "line",
  lines: "records",
  needs: ["unended"],
  check: ({ line, text, behaviour, encoding }) => {
    if (line.kind !== "record" || behaviour.longLines !== "pieces") return nothing;
    // A full piece of a long line has no newline either.
    if (line.terminated || line.end !== text.length || byteLength(text, encoding) >= lineLimit)
      return nothing;
    return [
      {
        range: { start: line.start, end: line.end },
        message: message("final-newline-portability"),
        fixes: [safe(message("fix.add-the-newline"), { start: text.length, end: text.length }, "\n")],
      },
    ];
  },
};
