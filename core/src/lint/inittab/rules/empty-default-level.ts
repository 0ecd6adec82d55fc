import { suggestion } from "../../report.ts";
import type { FileRule } from "../contract.ts";
import { isAmongDropped } from "../dropped.ts";
import { levelsInsteadOf } from "../login.ts";
import { message } from "../message.ts";

export const emptyDefaultLevel: FileRule = {
  id: "empty-default-level",
  code: "IT306",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 3.06 (boot-nothing-to-run)"],
  docs: {
    what: "No entry runs in the default runlevel, but some run in others.",
    why: "Init enters the runlevel, says `no more processes left in this runlevel` and waits: there is no login, no service, and on most machines no way out but the power switch.",
    instead: "Name a runlevel that the entries use, or add the default one to their runlevels.",
    wrong: [
      {
        text: "id:4:initdefault:\nsi::sysinit:/etc/rc.d/rc.S\nl3:3:wait:/etc/rc.d/rc.M\nl6:6:wait:/etc/rc.d/rc.6\n~~:S:wait:/sbin/sulogin\n1:3:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
        fixed:
          "id:3:initdefault:\nsi::sysinit:/etc/rc.d/rc.S\nl3:3:wait:/etc/rc.d/rc.M\nl6:6:wait:/etc/rc.d/rc.6\n~~:S:wait:/sbin/sulogin\n1:3:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
    right: [
      {
        text: "id:3:initdefault:\nsi::sysinit:/etc/rc.d/rc.S\nl3:3:wait:/etc/rc.d/rc.M\nl6:6:wait:/etc/rc.d/rc.6\n~~:S:wait:/sbin/sulogin\n1:3:respawn:/sbin/getty 38400 tty1\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    const level = file.defaultLevel;
    const [initdefault] = file.linesOf("initdefault");
    if (level === undefined || level === "S" || initdefault === undefined) return [];
    const others = levelsInsteadOf(file, level);
    if (others.length === 0 || isAmongDropped(file, (text) => runsIn(text, level))) return [];
    const range = file.range(initdefault, "runlevels");
    return [
      {
        range,
        message: message("empty-default-level", { level }),
        fixes: others.map((other) => suggestion(message("fix.write", { text: other }), range, other)),
      },
    ];
  },
};

/** Whether the levels of a line, such as they are, have this one. */
function runsIn(text: string, level: string): boolean {
  const [, runlevels = ""] = text.split(":");
  return runlevels.includes(level);
}
