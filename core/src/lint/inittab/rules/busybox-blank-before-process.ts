import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const busyboxBlankBeforeProcess: LineRule = {
  id: "busybox-blank-before-process",
  code: "IT604",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (leading-space-process, missing-fields)", "spec/dialects.md, 3.1"],
  docs: {
    what: "There is a blank before the process.",
    why: "BusyBox init trims nothing: the program that it looks for is the empty word before the blank.\nIt says `can't run '': No such file or directory` and runs nothing; a respawn entry tries again every second.\nOnly a command that needs a shell still works.",
    instead: "Begin the process directly after the colon.",
    wrong: [
      {
        text: "::sysinit: /etc/init.d/rcS\n",
        dialect: "busybox",
        fixed: "::sysinit:/etc/init.d/rcS\n",
      },
      { text: "tty1::askfirst:- /bin/sh\n", dialect: "busybox", fixed: "tty1::askfirst:-/bin/sh\n" },
    ],
    right: [
      { text: "::sysinit:/etc/init.d/rcS\n", dialect: "busybox" },
      { text: "::sysinit: /bin/mount -a >/dev/null\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const blank = /^-?[ \t]+/.exec(context.process)?.[0];
    if (blank === undefined) return nothing;
    const command = context.command();
    if (command.kind !== "direct" || command.program !== "") return nothing;
    const start = command.flags.end;
    const range = inProcess(context, { start, end: blank.length });
    if (/^[ \t]*$/.test(context.process.slice(start)))
      return [{ range, message: message("busybox-blank-before-process") }];
    return [
      {
        range,
        message: message("busybox-blank-before-process.before-name"),
        fixes: [suggestion(message("fix.delete-the-blank"), range, "")],
      },
    ];
  },
};
