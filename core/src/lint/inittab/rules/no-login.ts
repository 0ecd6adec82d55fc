import { offersLogin } from "../../../inittab/login.ts";
import type { FileContext, FileRule } from "../contract.ts";
import { doesAnything, levelsInsteadOf, runningIn } from "../login.ts";
import { message } from "../message.ts";

export const noLogin: FileRule = {
  id: "no-login",
  code: "IT301",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 3.06 (boot-nothing-to-run)", "getty(8), login(1)"],
  docs: {
    what: "No record of the default runlevel starts a getty, a login, a display manager or anything else on a terminal.",
    why: "The machine boots and nobody can log in at its console or its serial line.\nOnly what the start scripts bring up, such as sshd or a display manager, lets somebody in; the table cannot tell.",
    instead:
      "Add a getty for the default runlevel.\nIf the machine is meant to have no console, silence the rule in the file.",
    wrong: [
      {
        text: "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\n~~:S:wait:/sbin/sulogin\n1:2:respawn:/sbin/getty 38400 tty1\nl6:6:wait:/etc/init.d/rc 6\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
        fixed:
          "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\n~~:S:wait:/sbin/sulogin\n1:2:respawn:/sbin/getty 38400 tty1\nl6:6:wait:/etc/init.d/rc 6\nca:12345:ctrlaltdel:/sbin/shutdown -r now\nc1:3:respawn:/sbin/agetty 38400 tty1 linux\n",
      },
    ],
    right: [
      {
        text: "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl3:3:wait:/etc/init.d/rc 3\n~~:S:wait:/sbin/sulogin\n1:23:respawn:/sbin/getty 38400 tty1\nl6:6:wait:/etc/init.d/rc 6\nca:12345:ctrlaltdel:/sbin/shutdown -r now\n",
      },
    ],
  },
  scope: "file",
  wholeFile: true,
  check: (file) => {
    const level = file.defaultLevel;
    const [initdefault] = file.linesOf("initdefault");
    if (level === undefined || !/[1-57-9]/.test(level) || initdefault === undefined) return [];
    if (!doesAnything(file) || letsIn(file, level)) return [];
    // Where nothing runs at all there is more to say, and another rule says it.
    if (levelsInsteadOf(file, level).length > 0) return [];
    const id = file.freeId(["1", "c1", "t1", "tty1"]);
    const getty = `${id}:${level}:respawn:/sbin/agetty 38400 tty1 linux`;
    return [
      {
        range: file.range(initdefault, "runlevels"),
        message: message("no-login", { level }),
        fixes:
          id === undefined
            ? []
            : [
                {
                  title: message("no-login.fix", { getty }),
                  kind: "suggestion",
                  edits: [file.appended(getty)],
                },
              ],
      },
    ];
  },
};

/** So many records in one level are no machine's table; nobody waits for an answer about them. */
const patience = 2000;

function letsIn(file: FileContext, level: string): boolean {
  let looked = 0;
  for (const index of runningIn(file, level))
    if (++looked > patience || offersLogin(file.field(index, "process"))) return true;
  return false;
}
