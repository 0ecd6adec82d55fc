import { byteLength } from "../../../text/bytes.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { initsWords } from "../fault.ts";
import { message } from "../message.ts";

const longCommand = `/usr/local/sbin/watch-the-line --device /dev/ttyS0 --speed 115200 --log /var/log/line.log --on-error restart --keep-for 30days --quiet`;

export const processTooLong: LineRule = {
  id: "process-too-long",
  code: "IT106",
  severity: "error",
  group: "error",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "process"',
    "observed: sysvinit 2.88, 3.06 (process-127, process-128, process-128-trailing-blanks); 3.14 has no such limit",
  ],
  docs: {
    what: "Before sysvinit 3.14: a process has more than 127 bytes.",
    why: "Init drops the whole entry.\nBlanks at the end of the line count too.",
    instead: "Put the command into a script and let the entry call that.",
    wrong: [{ text: `wl:2345:respawn:${longCommand}\n`, version: "3.06" }],
    right: [{ text: "wl:2345:respawn:/usr/local/sbin/watch-line\n", version: "3.06" }],
  },
  scope: "line",
  lines: "others",
  needs: ["dropped"],
  check: (context) => {
    const { fault, behaviour, encoding } = context;
    if (fault !== "process-too-long") return nothing;
    const process = context.field("process");
    const range = context.range("process");
    const trimmed = process.trimEnd();
    const fits = byteLength(trimmed, encoding) <= behaviour.processLimit;
    const end = { start: range.start + trimmed.length, end: range.end };
    return [
      {
        range,
        message: message("process-too-long", {
          byteLength: byteLength(process, encoding),
          processLimit: behaviour.processLimit,
          initsWords: initsWords(fault, behaviour),
        }),
        fixes: fits ? [suggestion(message("fix.delete-the-blanks-at-the-end"), end, "")] : [],
      },
    ];
  },
};
