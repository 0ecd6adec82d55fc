// OpenRC's own log, /var/log/rc.log, which it keeps where rc.conf has `rc_logger="YES"`: when it began and ended to work on
// each runlevel. Observed: OpenRC 0.45.2, in test-fixtures/boot-logs; a log of sysinit is written a second time by boot.

import type { Seen } from "./model.ts";
import { timeIn } from "./times.ts";

const mark = /^rc (\S+) logging (started|stopped) at (.*)$/;

/** The level that begins a boot, and that which ends it. */
const first = "sysinit";
const down = "shutdown";

/** Whether a text is such a log. */
export function isRcLog(text: string): boolean {
  return /^\s*rc \S+ logging started at /.test(text);
}

/** The levels that OpenRC worked on. */
export function readRcLog(text: string): readonly Seen[] {
  const seen: Seen[] = [];
  let begun: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, name = "", what, when = ""] = mark.exec(line.trimEnd()) ?? [];
    if (what === undefined) continue;
    const place = { at: timeIn(when), line: index + 1 };
    const who = { by: "runlevel", name } as const;
    if (what === "stopped") seen.push({ ...place, kind: "end", who });
    else if (name === down) seen.push({ ...place, kind: "down" });
    else if (name !== first) seen.push({ ...place, kind: "start", who });
    else if (when !== begun) {
      begun = when;
      seen.push({ ...place, kind: "boot" }, { ...place, kind: "start", who });
    }
  }
  return seen;
}
