import { defaultLevelOf, isLevel } from "../../../inittab/runlevels.ts";
import { bootPhaseLevels } from "../../../inittab/sysvinit-line.ts";
import { listOf } from "../../../text/message.ts";
import { quoted } from "../../../text/words.ts";
import { nothing, safe, suggestion } from "../../report.ts";
import type { LineContext, LineRule } from "../contract.ts";
import { isMeaningless, isUnusual, lettersIn, levelsIn, missingLevels, rangesIn } from "../levels.ts";
import { message } from "../message.ts";

export const unknownRunlevel: LineRule = {
  id: "unknown-runlevel",
  code: "IT203",
  severity: "information",
  group: "suspicious",
  since: "0.1.0",
  dialects: ["sysvinit"],
  sources: ["observed: sysvinit 2.88, 3.06, 3.14 (rlevel-garbage, rlevel-789, rlevel-abc)"],
  docs: {
    what: "A runlevels field contains a character that is not a runlevel, next to others that are.",
    why: "Init does not check the field: it keeps the character and never compares anything with it.\nThe entry runs in the runlevels that remain, which may not be all that were meant.",
    instead:
      "Write the runlevels without separators, and only `0` to `9`, `S`, and `a`, `b`, `c` for `telinit`.",
    wrong: [
      {
        text: "1:2,3:respawn:/sbin/getty 38400 tty1\n",
        fixed: "1:23:respawn:/sbin/getty 38400 tty1\n",
      },
    ],
    right: [{ text: "1:23:respawn:/sbin/getty 38400 tty1\n" }, { text: "x1:789:once:/usr/bin/startx\n" }],
  },
  scope: "line",
  lines: "records",
  needs: ["odd-levels"],
  check: (context) => {
    const field = marked(context);
    // A lower-case `s` means single-user mode in an initdefault record; alone in another one it has its own rule.
    const meansSingleUser = context.runlevels === "" || !field.includes("S");
    const stray = !isUnusual(field)
      ? []
      : [...new Set(field)].filter((mark) => isMeaningless(mark) && !(mark === "s" && meansSingleUser));
    // A field without any level is another rule's, and so is a range.
    if (stray.length === 0 || !hasLevel(field) || isRange(field)) return nothing;
    const cleaned = [...field].filter((mark) => !stray.includes(mark)).join("");
    const range = context.range("runlevels");
    const at = Math.min(...stray.map((mark) => field.indexOf(mark)));
    // A field that is exactly `S` is treated in a special way, so there the fix is not the same thing.
    const repair = cleaned === "S" ? suggestion : safe;
    return [
      {
        range: { start: range.start + at, end: range.start + at + 1 },
        message: message("unknown-runlevel", {
          stray: listOf(stray.map(quoted), "and"),
          count: stray.length,
        }),
        fixes: [repair(message("fix.write", { text: cleaned }), range, cleaned)],
      },
    ];
  },
};

function marked(context: LineContext): string {
  if (context.action?.name !== "initdefault") return context.runlevels;
  const field = context.field("runlevels");
  // Otherwise the stray character is what init takes for the level: another rule's.
  return isLevel(defaultLevelOf(field)) ? field : "";
}

function hasLevel(field: string): boolean {
  return (
    levelsIn(field).length > 0 ||
    lettersIn(field).length > 0 ||
    field.includes(bootPhaseLevels.sysinit) ||
    field.includes(bootPhaseLevels.boot)
  );
}

function isRange(field: string): boolean {
  return rangesIn(field).some((found) => missingLevels(field, found).length > 0);
}
