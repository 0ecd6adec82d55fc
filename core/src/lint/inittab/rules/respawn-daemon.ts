import { fateOfStarted } from "../../../inittab/started.ts";
import { foregroundOptions } from "../../../programs/called.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";
import { afterItsEnd } from "../restarts.ts";

export const respawnDaemon: LineRule = {
  id: "respawn-daemon",
  code: "IT246",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox", "procd"],
  sources: [
    "the manual page of each program, in core's table of programs",
    "observed: syslogd, klogd, httpd and udhcpd of BusyBox 1.35.0; sysvinit 3.06 (respawn-too-fast)",
  ],
  docs: {
    what: "A respawn entry starts a program that goes into the background.",
    why: "The process that init has started leaves a child behind and ends, so init starts it again at once.\nThe new copies find the port or the PID file taken, or run in addition to the first.\nSysvinit gives up after ten starts, for five minutes; BusyBox continues every second.",
    instead:
      "Give it the option that keeps it in the foreground, or start it with `once`, in which case nothing restarts it.",
    wrong: [
      {
        text: "sh:2345:respawn:/usr/sbin/sshd\n",
        fixed: "sh:2345:respawn:/usr/sbin/sshd -D\n",
      },
      { text: "::respawn:/sbin/syslogd\n", dialect: "busybox", fixed: "::respawn:/sbin/syslogd -n\n" },
      { text: "wl:2345:respawn:/sbin/wpa_supplicant -B -i wlan0 -c /etc/wpa.conf\n" },
    ],
    right: [
      { text: "sh:2345:respawn:/usr/sbin/sshd -D\n" },
      { text: "::respawn:/sbin/syslogd -n\n", dialect: "busybox" },
      { text: "sh:2345:once:/usr/sbin/sshd\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["respawns", "known"],
  check: (context) => {
    if (context.action?.respawns !== true) return nothing;
    const started = context.started();
    if (started?.program === undefined || fateOfStarted(started) !== "background") return nothing;
    const [option] = foregroundOptions(started.program);
    const { end } = inProcess(context, started.word);
    return [
      {
        range: inProcess(context, started.word),
        message: message("respawn-daemon", { program: started.name, outcome: afterItsEnd(context) }),
        fixes:
          option === undefined
            ? []
            : [suggestion(message("respawn-daemon.fix", { option }), { start: end, end }, ` ${option}`)],
      },
    ];
  },
};
