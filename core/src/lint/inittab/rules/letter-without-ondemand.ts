import { alternatives } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { isUnusual, lettersIn, levelsIn } from "../levels.ts";
import { message } from "../message.ts";

export const letterWithoutOndemand: LineRule = {
  id: "letter-without-ondemand",
  code: "IT222",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "ondemand"', "observed: sysvinit 3.06 (demand-actions, demand-basic)"],
  docs: {
    what: "An entry names `a`, `b` or `c` in its runlevels, but its action is not one that is usually called that way.",
    why: "`telinit a` calls every entry with the letter, whatever its action: a respawn entry then keeps running in all later runlevels until single-user mode, and a wait entry of an ordinary runlevel runs once more.\nA `once` or `wait` entry with letters alone is the usual way to have something run on call and is not reported.",
    instead:
      "Use ondemand for a process that is to be kept running on call, and no letter where no call is meant.",
    wrong: [
      { text: "fx:a:respawn:/usr/sbin/faxd\n", fixed: "fx:a:ondemand:/usr/sbin/faxd\n" },
      { text: "l2:2b:wait:/etc/rc.d/rc 2\n" },
    ],
    right: [{ text: "fx:a:ondemand:/usr/sbin/faxd\n" }, { text: "x:a:once:/etc/X11/startDM.sh\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["odd-levels"],
  check: (context) => {
    const field = context.runlevels;
    const { action } = context;
    if (!isUnusual(field) || action === undefined || action.name === "ondemand") return nothing;
    const letters = lettersIn(field);
    if (letters.length === 0) return nothing;
    const mixed = levelsIn(field).length > 0;
    if (!mixed && !action.respawns && action.trigger === "runlevel") return nothing;
    const calls = alternatives(
      letters.map((letter) => `\`telinit ${letter.toLowerCase()}\``),
      "and",
    );
    return [
      {
        range: context.range("runlevels"),
        message: message("letter-without-ondemand", { calls, action: action.name }),
        fixes:
          action.respawns && !mixed
            ? [suggestion(message("fix.make-action-ondemand"), context.range("action"), "ondemand")]
            : [],
      },
    ];
  },
};
