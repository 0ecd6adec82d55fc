import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const waitBackground: LineRule = {
  id: "wait-background",
  code: "IT238",
  severity: "hint",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (exec-shell, boot-order-of-phases)"],
  docs: {
    what: "The command of a record that init waits for ends in `&`.",
    why: "Init waits only for the shell, which ends at once: the records behind it start while the command is still running.\nSome small systems do this on purpose, to have a login early.",
    instead: "Leave out the `&`, or use `once` or `boot`, which say that nobody waits.",
    wrong: [{ text: "l3:3:wait:/etc/rc.d/rc 3 &\n", fixed: "l3:3:wait:/etc/rc.d/rc 3\n" }],
    right: [{ text: "l3:3:wait:/etc/rc.d/rc 3\n" }, { text: "l3:3:once:/etc/rc.d/rc 3 &\n" }],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const { action, process } = context;
    if (action?.waits !== true || !process.includes("&")) return nothing;
    const reading = context.shell();
    if (reading?.background === undefined || reading.error !== undefined) return nothing;
    const { start, end } = reading.background;
    const blank = /[ \t]*$/.exec(process.slice(0, start))?.[0].length ?? 0;
    return [
      {
        range: inProcess(context, reading.background),
        message: message("wait-background", { action: action.name }),
        fixes: [
          suggestion(
            message("fix.delete-the-ampersand"),
            inProcess(context, { start: start - blank, end }),
            "",
          ),
        ],
      },
    ];
  },
};
