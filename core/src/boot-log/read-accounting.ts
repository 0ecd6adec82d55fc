// What `utmpdump` and `last -x` print of utmp and wtmp. Init writes there when it runs the process of an entry and when it
// notices its end (observed: sysvinit 3.06, conformance/utmp-records); a `+` in front of the process keeps it out.

import type { Seen } from "./model.ts";
import { timeIn } from "./times.ts";

/** The types of records. Source: utmp(5). */
const types = { level: 1, boot: 2, start: 5, login: 6, user: 7, dead: 8 } as const;

const record = /^\[(\d+)\] \[(\d+)\] \[(.{4})\] \[(.*?)\] \[(.*?)\] \[(.*?)\] \[(.*?)\] \[(.*)\]\s*$/;

/** Whether a text is what utmpdump prints. */
export function isUtmpdump(text: string): boolean {
  return /^\[\d\] \[\d{5,}\] \[.{4}\] \[/m.test(text);
}

/** Whether a text is what `last -x` prints. */
export function isLast(text: string): boolean {
  return /^(?:reboot +system boot|runlevel +\(to lvl .\)|shutdown +system down) /m.test(text);
}

/** Reads what utmpdump prints. */
export function readUtmpdump(text: string): readonly Seen[] {
  return text.split("\n").flatMap((whole, index): readonly Seen[] => {
    const [, type, pid, id = "", user = "", , , , time = ""] = record.exec(whole) ?? [];
    if (type === undefined) return [];
    const place = { at: timeIn(time, true), line: index + 1 };
    switch (Number(type)) {
      case types.boot:
        return [{ ...place, kind: "boot" }];
      case types.level: {
        // The letter is the lower byte of what stands for the number of a process.
        const level = String.fromCharCode(Number(pid) % 256);
        if (user.startsWith("shutdown") || /[06]/.test(level)) return [{ ...place, kind: "down" }];
        return /[1-9S]/.test(level) ? [{ ...place, kind: "level", level }] : [];
      }
      case types.start:
        return [{ ...place, kind: "start", who: { by: "key", name: id.trim() }, pid: Number(pid) }];
      case types.dead:
        return [{ ...place, kind: "end", pid: Number(pid) }];
      default:
        return [];
    }
  });
}

/** Reads what `last -x` prints, where the newest comes first. */
export function readLast(text: string): readonly Seen[] {
  return text
    .split("\n")
    .flatMap((whole, index): readonly Seen[] => {
      const [, what = "", rest = ""] = /^(reboot|runlevel|shutdown) +(.*)$/.exec(whole) ?? [];
      const place = { at: timeIn(rest, true), line: index + 1 };
      if (what === "reboot") return [{ ...place, kind: "boot" }];
      if (what === "shutdown") return [{ ...place, kind: "down" }];
      const [, level] = /^\(to lvl (.)\)/.exec(rest) ?? [];
      if (level === undefined) return [];
      return /[06]/.test(level) ? [{ ...place, kind: "down" }] : [{ ...place, kind: "level", level }];
    })
    .toReversed();
}
