import type { TextRange } from "../../../text/range.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
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
    const found = calledScript(context);
    if (found === undefined) return nothing;
    const { path, place } = found;
    return [
      {
        range: inProcess(context, place),
        message: message("respawn-script", { path, outcome: afterItsEnd(context) }),
        fixes: [suggestion(message("respawn-script.fix"), context.range("action"), "once")],
      },
    ];
  },
};

/** The script, and where it stands: as the process, or as what a shell is called with. */
function calledScript(
  context: LineContext,
): { readonly path: string; readonly place: TextRange } | undefined {
  const [head = ""] = /^[+@-]*(?:(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh[ \t]+)?/.exec(context.process) ?? [];
  const [, flags = "", path] = script.exec(context.process.slice(head.length)) ?? [];
  if (path !== undefined) {
    const start = head.length + flags.length;
    return { path, place: { start, end: start + path.length } };
  }
  const started = context.started();
  if (started === undefined || !started.single || started.through.length === 0) return undefined;
  const inside = [started.word, ...started.words].map(({ text }) => text).join(" ");
  const [, , called] = script.exec(inside) ?? [];
  return called === undefined ? undefined : { path: called, place: started.word };
}

/** A script of a folder of init scripts with a word that starts it, a program that calls one, or one that starts all of them. */
const script =
  /^([+@-]*)(\/(?:[^\s/]+\/)*(?:init\.d|rc\.d)\/[^\s;&|]+(?=[ \t]+(?:start|restart|boot)[ \t]*(?:[<>&\d].*)?$)|(?:\/(?:[^\s/]+\/)*)?(?:service|rc-service|invoke-rc\.d)(?=[ \t]+[\w.@+-]+[ \t]+(?:start|restart)[ \t]*(?:[<>&\d].*)?$)|\/(?:[^\s/]+\/)*(?:rcS|init\.d\/rc|rc\.d\/rc|openrc)(?=[ \t]|$))(?![^"']*["'`$;|])/;
