import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { message } from "../message.ts";

export const lowerCaseS: LineRule = {
  id: "lower-case-s",
  code: "IT201",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: [
    "observed: sysvinit 2.88, 3.06, 3.14 (rlevel-lower-s, level-single-lower-case-entry)",
    "init(8) and inittab(5) say otherwise",
  ],
  docs: {
    what: "A runlevels field has a lower-case `s` and no `S`.",
    why: "`telinit s` and the boot word `s` mean single-user mode, but in a runlevels field only `S` does: init converts the letter but then overwrites the converted copy.\nThe entry never runs in single-user mode.",
    instead: "Write `S`.",
    wrong: [{ text: "su:s:wait:/sbin/sulogin\n", fixed: "su:S:wait:/sbin/sulogin\n" }],
    right: [{ text: "su:S:wait:/sbin/sulogin\n" }, { text: "su::sysinit:/etc/rc.s\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["odd-levels"],
  check: (context) => {
    const field = context.runlevels;
    const at = field.indexOf("s");
    if (at < 0 || field.includes("S")) return nothing;
    const start = context.range("runlevels").start + at;
    const range = { start, end: start + 1 };
    return [
      {
        range,
        message: message("lower-case-s"),
        fixes: [suggestion(message("lower-case-s.fix"), range, "S")],
      },
    ];
  },
};
