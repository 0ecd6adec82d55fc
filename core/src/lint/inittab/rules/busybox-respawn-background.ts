import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const busyboxRespawnBackground: LineRule = {
  id: "busybox-respawn-background",
  code: "IT603",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["busybox", "toybox"],
  sources: ["observed: BusyBox 1.35.0 (background-ampersand)", "spec/dialects.md, 3.3"],
  docs: {
    what: "The command of a respawn or askfirst entry ends in `&`.",
    why: "Init waits for the shell, and the shell ends as soon as it has put the command into the background.\nSo init starts one copy more every second, without end, and there is no limit that would stop it.",
    instead: "Leave out the `&`: init does not wait for a respawn entry anyway.",
    wrong: [
      {
        text: "::respawn:/sbin/syslogd -n &\n",
        dialect: "busybox",
        fixed: "::respawn:/sbin/syslogd -n\n",
      },
    ],
    right: [
      { text: "::respawn:/sbin/syslogd -n\n", dialect: "busybox" },
      { text: "::once:/sbin/syslogd -n &\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "records",
  check: (context) => {
    const { action, process } = context;
    if (action?.respawns !== true || !process.includes("&")) return nothing;
    const reading = context.shell();
    if (reading?.background === undefined || reading.error !== undefined) return nothing;
    const { start, end } = reading.background;
    const blank = /[ \t]*$/.exec(process.slice(0, start))?.[0].length ?? 0;
    return [
      {
        range: inProcess(context, reading.background),
        message: message("busybox-respawn-background"),
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
