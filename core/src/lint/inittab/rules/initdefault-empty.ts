import { defaultLevelOf } from "../../../inittab/runlevels.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const initdefaultEmpty: LineRule = {
  id: "initdefault-empty",
  code: "IT212",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "initdefault"', "observed: sysvinit 3.06 (boot-initdefault-empty)"],
  docs: {
    what: "The initdefault entry names no runlevel.",
    why: "Init does not ask: an empty field stands for all of 0 to 9, the highest of them wins, and the machine boots into runlevel 9, where nothing is started on most systems.",
    instead: "Name the runlevel: 2 on Debian, 3 or 5 elsewhere.",
    wrong: [{ text: "id::initdefault:\n", fixed: "id:3:initdefault:\n" }],
    right: [{ text: "id:3:initdefault:\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["initdefault"],
  check: (context) => {
    if (context.action?.name !== "initdefault" || context.field("runlevels") !== "") return nothing;
    const range = context.range("runlevels");
    return [
      {
        range: { start: range.start - 1, end: range.end + 1 },
        message: message("initdefault-empty", { defaultLevelOf: defaultLevelOf(context.line.runlevels) }),
        fixes: ["3", "2", "5"].map((level) =>
          suggestion(message("fix.write", { text: level }), range, level),
        ),
      },
    ];
  },
};
