import type { StartedProgram } from "../../../inittab/started.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";

export const gettyAction: LineRule = {
  id: "getty-action",
  code: "IT244",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: ['inittab(5), "once", "wait"; getty(8)'],
  docs: {
    what: "A getty has an action that starts it only once, or `login` is started by `once`.",
    why: "A getty becomes the login and then the user's shell, and ends with the logout.\nUnder `once` the terminal is dead from then on.\nUnder `wait`, `bootwait` and `sysinit`, init also waits for that end: nothing after the entry starts before somebody has logged in and out.",
    instead: "Use `respawn`.",
    wrong: [
      {
        text: "1:2345:once:/sbin/getty 38400 tty1\n",
        fixed: "1:2345:respawn:/sbin/getty 38400 tty1\n",
      },
      {
        text: "tty2::wait:/sbin/getty 38400 tty2\n",
        dialect: "busybox",
        fixed: "tty2::respawn:/sbin/getty 38400 tty2\n",
      },
    ],
    right: [
      { text: "1:2345:respawn:/sbin/getty 38400 tty1\n" },
      { text: "~~:S:wait:/sbin/sulogin\n" },
      { text: "1:2345:off:/sbin/getty 38400 tty1\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["known"],
  check: (context) => {
    const { action, line } = context;
    if (action === undefined || action.respawns || !starting.has(action.trigger)) return nothing;
    const started = context.started();
    // ngetty is a daemon that serves several terminals; a getty of a chain of commands may be meant as it is.
    if (started?.program === undefined || started.name === "ngetty" || !started.single) return nothing;
    const isLogin = line.action === "once" && asksForName(started) && !isSingleUser(line.runlevels);
    if (started.program.kind !== "getty" && !isLogin) return nothing;
    // What runs instead of login may be meant to run once.
    if (started.ampersand || started.words.some(({ text }) => otherProgram.test(text))) return nothing;
    const range = context.range("action");
    return [
      {
        range: action.waits ? range : inProcess(context, started.word),
        message: message("getty-action", { action: line.action, program: started.name, waits: action.waits }),
        fixes: [suggestion(message("fix.make-it-respawn"), range, "respawn")],
      },
    ];
  },
};

/** login without a name: one that is given may be for a session that is meant to run once. */
function asksForName({ name, words }: StartedProgram): boolean {
  return name === "login" && words.every(({ text }) => /^-p?$/.test(text));
}

/** In single-user mode one login is what is wanted. */
function isSingleUser(runlevels: string): boolean {
  return /^[1Ss]+$/.test(runlevels);
}

/** The options by which a getty runs another program than login, or asks for no name. */
const otherProgram = /^(?:-[A-Za-z0-9]*[ln]|--login-program|--loginprog|--skip-login)/;

/** What starts processes on the way up; a getty at a key or at a power failure is for one occasion. */
const starting: ReadonlySet<string> = new Set(["runlevel", "boot"]);
