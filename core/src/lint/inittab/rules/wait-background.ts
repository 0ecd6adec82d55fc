import { nothing } from "../../report.ts";
import { backgroundReports } from "../background.ts";
import type { LineRule } from "../contract.ts";
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
    what: "The command of an entry that init waits for ends in `&`.",
    why: "Init waits only for the shell, which ends at once: the entries after it start while the command is still running.\nSome small systems do this on purpose, to have a login early.",
    instead: "Leave out the `&`, or use `once` or `boot`, which show that init does not wait.",
    wrong: [{ text: "l3:3:wait:/etc/rc.d/rc 3 &\n", fixed: "l3:3:wait:/etc/rc.d/rc 3\n" }],
    right: [{ text: "l3:3:wait:/etc/rc.d/rc 3\n" }, { text: "l3:3:once:/etc/rc.d/rc 3 &\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["waits", "&"],
  check: (context) =>
    context.action?.waits === true
      ? backgroundReports(context, message("wait-background", { action: context.action.name }))
      : nothing,
};
