import { nothing, safe, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const noFinalNewline: LineRule = {
  id: "no-final-newline",
  code: "IT112",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 3.14 (no-final-newline, spaces-only-line-then-eof)"],
  docs: {
    what: "The last line does not end with a newline, and the release of sysvinit is 3.14.",
    why: "Sysvinit 3.14 takes a line without a newline for one that is too long and drops it.\nEarlier releases read it, so a file that has worked for years loses its last entry with the upgrade.",
    instead: "End the last line with a newline.",
    wrong: [
      {
        text: "id:2:initdefault:\n2:23:respawn:/sbin/getty 38400 tty2",
        fixed: "id:2:initdefault:\n2:23:respawn:/sbin/getty 38400 tty2\n",
      },
    ],
    right: [
      { text: "id:2:initdefault:\n2:23:respawn:/sbin/getty 38400 tty2\n" },
      { text: "id:2:initdefault:\n# the end" },
    ],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, line, text } = context;
    if (fault !== "no-final-newline") return nothing;
    const end = { start: text.length, end: text.length };
    if (/^[ \t]*$/.test(text))
      return [
        {
          range: { start: 0, end: text.length },
          message: message("no-final-newline.blanks"),
          fixes: [safe(message("fix.delete-the-blanks"), { start: 0, end: text.length }, "")],
          unnecessary: true,
        },
      ];
    return [
      {
        range: { start: line.start, end: line.end },
        message: message("no-final-newline"),
        fixes: [suggestion(message("fix.add-the-newline"), end, "\n")],
      },
    ];
  },
};
