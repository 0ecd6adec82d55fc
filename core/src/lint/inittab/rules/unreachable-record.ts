import { quoted } from "../../../text/words.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { isMeaningless, isUnusual } from "../levels.ts";
import { message } from "../message.ts";

export const unreachableRecord: LineRule = {
  id: "unreachable-record",
  code: "IT204",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (rlevel-garbage)"],
  docs: {
    what: "A runlevels field consists only of characters that are not runlevels.",
    why: "Init keeps the entry but never runs it, without a message.",
    instead: "Name the runlevels, or use the action `off` for an entry that is meant to be idle.",
    wrong: [{ text: "7:x:respawn:/sbin/getty 38400 tty7\n", fixed: "7:x:off:/sbin/getty 38400 tty7\n" }],
    right: [{ text: "7:x:off:/sbin/getty 38400 tty7\n" }, { text: "7:7:respawn:/sbin/getty 38400 tty7\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["odd-levels"],
  check: (context) => {
    const field = context.runlevels;
    if (!isUnusual(field) || field.includes("s") || ![...field].every(isMeaningless)) return nothing;
    return [
      {
        range: context.range("runlevels"),
        message: message("unreachable-record", { field: quoted(field) }),
        fixes: [suggestion(message("fix.make-action-off"), context.range("action"), "off")],
      },
    ];
  },
};
