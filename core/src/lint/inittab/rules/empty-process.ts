import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const emptyProcess: LineRule = {
  id: "empty-process",
  code: "IT231",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 3.06, 3.14 (exec-empty-process, exec-empty-respawn)"],
  docs: {
    what: "An entry has nothing to run.",
    why: "Init accepts it and starts a child process that ends at once without a message.\nUnder respawn that happens eleven times, then init disables the entry for five minutes, and so on forever.",
    instead: "Write the command, use the action `off`, or delete the entry.",
    wrong: [{ text: "S0:2345:respawn:\n", fixed: "S0:2345:off:\n" }],
    right: [{ text: "S0:2345:off:\n" }, { text: "S0:2345:respawn:/sbin/getty 9600 ttyS0\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["runs", "empty"],
  check: (context) => {
    const { action, process } = context;
    if (action?.process !== "run" || !/^\+?@?[ \t]*$/.test(process)) return nothing;
    if (context.command().kind !== "nothing") return nothing;
    const colon = context.line.actionEnd;
    return [
      {
        range: { start: colon, end: Math.max(context.line.end, colon + 1) },
        message: action.respawns ? message("empty-process.respawn") : message("empty-process"),
        fixes: [suggestion(message("fix.make-action-off"), context.range("action"), "off")],
      },
    ];
  },
};
