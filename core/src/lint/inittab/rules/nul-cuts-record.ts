import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const nulCutsRecord: LineRule = {
  id: "nul-cuts-record",
  code: "IT239",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06"],
  docs: {
    what: "Before sysvinit 3.14: a process contains a NUL byte.",
    why: "Init sees nothing after it and runs what comes before it.\nSysvinit 3.14 drops the line and the next one with it.",
    instead: "Delete the byte; an editor or a file transfer put it there.",
    wrong: [
      {
        text: "l2:2:wait:/etc/rc 2\0 now\n",
        version: "3.06",
        fixed: "l2:2:wait:/etc/rc 2 now\n",
        escaped: true,
      },
    ],
    right: [{ text: "l2:2:wait:/etc/rc 2 now\n", version: "3.06" }],
  },
  scope: "line",
  lines: "records",
  needs: ["unseen"],
  check: (context) => {
    if (context.line.kind !== "record") return nothing;
    const at = context.text.indexOf("\0");
    if (at < 0) return nothing;
    const range = { start: at, end: at + 1 };
    return [
      {
        range,
        message: message("nul-cuts-record"),
        fixes: [suggestion(message("fix.delete-the-nul-byte"), range, "")],
      },
    ];
  },
};
