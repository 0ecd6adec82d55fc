import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { inProcess } from "../in-process.ts";
import { message } from "../message.ts";
import { afterItsEnd } from "../restarts.ts";

export const respawnScript: LineRule = {
  id: "respawn-script",
  code: "IT247",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit", "busybox", "toybox"],
  sources: ["LSB, Init Script Actions: start", "observed: sysvinit 3.06 (respawn-too-fast)"],
  docs: {
    what: "A respawn entry calls an init script, rcS or rc.",
    why: "A script starts its service and ends, so init calls it again at once and never stops doing so.",
    instead: "Use `once` or `wait`, or let `respawn` start the program itself, in the foreground.",
    wrong: [
      {
        text: "fo:2345:respawn:/etc/init.d/foo start\n",
        fixed: "fo:2345:once:/etc/init.d/foo start\n",
      },
      { text: "::respawn:/etc/init.d/rcS\n", dialect: "busybox", fixed: "::once:/etc/init.d/rcS\n" },
    ],
    right: [
      { text: "fo:2345:once:/etc/init.d/foo start\n" },
      { text: "::sysinit:/etc/init.d/rcS\n", dialect: "busybox" },
      { text: "x:4:respawn:/etc/rc.d/rc.4\n" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["respawns", "script"],
  check: (context) => {
    // All that is looked for has these letters; of thousands of records hardly any has.
    if (context.action?.respawns !== true || !/rc|init\.d|service/.test(context.process)) return nothing;
    const found = script.exec(context.process);
    if (found === null) return nothing;
    const [, flags = "", path = ""] = found;
    const place = { start: flags.length, end: flags.length + path.length };
    return [
      {
        range: inProcess(context, place),
        message: message("respawn-script", { path, outcome: afterItsEnd(context) }),
        fixes: [suggestion(message("respawn-script.fix"), context.range("action"), "once")],
      },
    ];
  },
};

/** A script of a folder of init scripts with a word that starts it, a program that calls one, or one that starts all of them. */
const script =
  /^([+@-]*)(\/(?:[^\s/]+\/)*(?:init\.d|rc\.d)\/[^\s;&|]+(?=[ \t]+(?:start|restart|boot)[ \t]*(?:[<>&\d].*)?$)|\/(?:[^\s/]+\/)*(?:service|rc-service|invoke-rc\.d)(?=[ \t]+[\w.@+-]+[ \t]+(?:start|restart)[ \t]*(?:[<>&\d].*)?$)|\/(?:[^\s/]+\/)*(?:rcS|init\.d\/rc|rc\.d\/rc|openrc)(?=[ \t]|$))(?![^"']*["'`$;|])/;
