// What bootchart's collector has taken of /proc while the machine came up: `proc_ps.log` of its archive. A block for each
// sample: the time since the boot in hundredths of a second, and the line of /proc/PID/stat of each process.

import type { Seen } from "./model.ts";

/** The number of init. */
const init = 1;

/** Fields of /proc/PID/stat after the name, from 0. Source: proc(5). */
const fields = { parent: 1, start: 19 } as const;

interface Sampled {
  readonly command: string;
  readonly start: number;
  readonly line: number;
  last: number;
}

/** Whether a text is such a file. */
export function isBootchart(text: string): boolean {
  return /^\d+\n\d+ \(.*\) [A-Za-z] \d+ /.test(text);
}

/** The processes that init has started, with the times between which they were there. */
export function readBootchart(text: string): readonly Seen[] {
  const processes = new Map<number, Sampled>();
  let now = 0;
  for (const [index, whole] of text.split("\n").entries()) {
    if (/^\d+$/.test(whole)) {
      now = Number(whole) / 100;
      continue;
    }
    const [, pid, command = "", rest = ""] = /^(\d+) \((.*)\) (.*)$/.exec(whole) ?? [];
    const values = rest.split(" ");
    if (pid === undefined || Number(values[fields.parent]) !== init) continue;
    const known = processes.get(Number(pid));
    if (known === undefined)
      processes.set(Number(pid), {
        ...{ command, start: Number(values[fields.start]) / 100 || 0, line: index + 1 },
        last: now,
      });
    else known.last = now;
  }
  const boot: Seen = { kind: "boot", at: 0, line: 1 };
  const lives = [...processes].flatMap(([pid, { command, start, line, last }]): readonly Seen[] => [
    { kind: "start", at: start, line, pid, who: { by: "command", name: command } },
    ...(last < now ? [{ kind: "end" as const, at: last, line, pid }] : []),
  ]);
  return [boot, ...lives.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))];
}
