import { quoted } from "../../../text/words.ts";
import { nothing, safe } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const busyboxRunlevels: LineRule = {
  id: "busybox-runlevels",
  code: "IT609",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  dialects: ["busybox", "toybox", "procd"],
  sources: ["observed: BusyBox 1.35.0 (runlevels-ignored)", "spec/dialects.md, 3.2 and 5"],
  docs: {
    what: "The second field names runlevels.",
    why: "This init has no runlevels: the field may contain anything and changes nothing.\nA reader may believe that the entry depends on a runlevel.",
    instead: "Leave the field empty.",
    wrong: [
      {
        text: "::sysinit:/etc/init.d/rcS\ntty1:2345:respawn:/sbin/getty 38400 tty1\n",
        dialect: "busybox",
        fixed: "::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty 38400 tty1\n",
      },
    ],
    right: [
      { text: "::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty 38400 tty1\n", dialect: "busybox" },
    ],
  },
  scope: "line",
  lines: "records",
  needs: ["levels"],
  check: (context) => {
    const field = context.field("runlevels");
    if (field === "") return nothing;
    const range = context.range("runlevels");
    return [
      {
        range,
        message: message("busybox-runlevels", { field: quoted(field) }),
        fixes: [safe(message("fix.delete-the-runlevels"), range, "")],
        unnecessary: true,
      },
    ];
  },
};
