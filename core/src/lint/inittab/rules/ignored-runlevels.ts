import { quoted } from "../../../text/words.ts";
import { nothing, safe } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const ignoredRunlevels: LineRule = {
  id: "ignored-runlevels",
  code: "IT205",
  severity: "hint",
  group: "style",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    'inittab(5), "sysinit", "boot", "bootwait"',
    "observed: sysvinit 2.88, 3.06, 3.14 (rlevel-ignored-actions, sysinit-long-rlevel)",
  ],
  docs: {
    what: "An entry that runs during boot names runlevels.",
    why: "Init runs sysinit, boot and bootwait entries at each boot, whatever their runlevels field says.\nA reader may believe that they depend on the runlevel.",
    instead: "Leave the field empty.",
    wrong: [{ text: "si:S:sysinit:/etc/rc.d/rc.S\n", fixed: "si::sysinit:/etc/rc.d/rc.S\n" }],
    right: [{ text: "si::sysinit:/etc/rc.d/rc.S\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["any-level", "levels"],
  check: (context) => {
    if (context.action?.runlevels !== "ignored") return nothing;
    const field = context.field("runlevels");
    if (field === "") return nothing;
    const range = context.range("runlevels");
    return [
      {
        range,
        message: message("ignored-runlevels", { field: quoted(field), name: context.action.name }),
        fixes: [safe(message("fix.delete-the-runlevels"), range, "")],
        unnecessary: true,
      },
    ];
  },
};
