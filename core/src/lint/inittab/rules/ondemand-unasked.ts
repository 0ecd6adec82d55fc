import { listOf } from "../../../text/message.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { lettersIn } from "../levels.ts";
import { message } from "../message.ts";

export const ondemandUnasked: LineRule = {
  id: "ondemand-unasked",
  code: "IT221",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ['inittab(5), "ondemand"', "observed: sysvinit 3.06 (demand-basic, demand-digit-level)"],
  docs: {
    what: "An ondemand entry names ordinary runlevels, or none of `a`, `b` and `c`.",
    why: "To init, ondemand is the same as respawn: with a runlevel in its field the process starts on entering that runlevel, whether anyone calls it or not.\nOnly the letters `a`, `b` and `c` wait for `telinit a`, `telinit b` or `telinit c`.",
    instead: "Name only `a`, `b` or `c`, or use respawn.",
    wrong: [
      { text: "od:23:ondemand:/usr/sbin/faxd\n", fixed: "od:23:respawn:/usr/sbin/faxd\n" },
      { text: "od:a3:ondemand:/usr/sbin/faxd\n", fixed: "od:a:ondemand:/usr/sbin/faxd\n" },
    ],
    right: [{ text: "od:a:ondemand:/usr/sbin/faxd\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["ondemand"],
  check: (context) => {
    if (context.action?.name !== "ondemand") return nothing;
    const levels = [...new Set(context.line.runlevels)].filter((mark) => /[0-9S]/.test(mark));
    const letters = lettersIn(context.line.runlevels);
    if (levels.length === 0) return nothing;
    const range = context.range("runlevels");
    const only = letters.join("");
    const where =
      context.field("runlevels") === "" ? message("ondemand-unasked.any-digit") : listOf(levels, "or");
    const respawn = suggestion(message("fix.make-action-respawn"), context.range("action"), "respawn");
    return [
      {
        range: range.start === range.end ? context.range("action") : range,
        message: message("ondemand-unasked", { where }),
        fixes: [
          ...(only === "" ? [] : [suggestion(message("ondemand-unasked.name-only", { only }), range, only)]),
          respawn,
          ...(only === "" ? [suggestion(message("ondemand-unasked.wait-for-call"), range, "a")] : []),
        ],
      },
    ];
  },
};
