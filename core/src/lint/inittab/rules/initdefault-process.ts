import { nothing, safe } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const initdefaultProcess: LineRule = {
  id: "initdefault-process",
  code: "IT217",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "initdefault"', "observed: sysvinit 2.88, 3.06, 3.14 (initdefault-with-process)"],
  docs: {
    what: "The initdefault entry has a process.",
    why: "Init ignores it: the entry only names the runlevel.",
    instead: "Leave the field empty; start the program with an entry of its own.",
    wrong: [{ text: "id:3:initdefault:/etc/rc.multi\n", fixed: "id:3:initdefault:\n" }],
    right: [{ text: "id:3:initdefault:\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["initdefault"],
  check: (context) => {
    if (context.action?.name !== "initdefault" || context.process.trim() === "") return nothing;
    const { start } = context.range("process");
    const range = { start, end: start + context.process.length };
    return [
      {
        range,
        message: message("initdefault-process"),
        fixes: [safe(message("fix.delete-the-process"), range, "")],
        unnecessary: true,
      },
    ];
  },
};
