import { nothing } from "../../report.ts";
import { backgroundReports } from "../background.ts";
import type { LineRule } from "../contract.ts";
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
    why: "Init waits for the shell, and the shell ends as soon as it has put the command into the background.\nSo init starts another copy every second, and no limit stops it.",
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
  needs: ["respawns", "&"],
  check: (context) =>
    context.action?.respawns === true
      ? backgroundReports(context, message("busybox-respawn-background"))
      : nothing,
};
