import { listOf } from "../../../text/message.ts";
import { nothing, suggestion } from "../../report.ts";
import type { LineRule } from "../contract.ts";
import { levelsIn, missingLevels, rangesIn } from "../levels.ts";
import { message } from "../message.ts";

export const runlevelRange: LineRule = {
  id: "runlevel-range",
  code: "IT202",
  severity: "warning",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (rlevel-garbage)"],
  docs: {
    what: "Runlevels are written as a range, such as `2-5`.",
    why: "Init does not know ranges: `2-5` is 2, a dash without meaning, and 5.\nIn 3 and 4 the entry does not run.",
    instead: "Name every runlevel: `2345`.",
    wrong: [
      {
        text: "1:2-5:respawn:/sbin/getty 38400 tty1\n",
        fixed: "1:2345:respawn:/sbin/getty 38400 tty1\n",
      },
    ],
    right: [{ text: "1:2345:respawn:/sbin/getty 38400 tty1\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["odd-levels"],
  check: (context) => {
    const field = context.runlevels;
    if (!field.includes("-")) return nothing;
    const base = context.range("runlevels").start;
    return rangesIn(field).flatMap((found) => {
      const missing = missingLevels(field, found);
      if (missing.length === 0) return [];
      const range = { start: base + found.start, end: base + found.end };
      const every = [String(found.from), ...missing, String(found.to)];
      return [
        {
          range,
          message: message("runlevel-range", {
            levelsIn: listOf(levelsIn(field), "and"),
            missing: listOf(missing, "or"),
          }),
          fixes: [suggestion(message("runlevel-range.fix"), range, [...new Set(every)].sort().join(""))],
        },
      ];
    });
  },
};
