// What bootchart's collector has taken of the processes while the machine came up: `proc_ps.log` of its archive, or, where
// the kernel keeps an account of tasks, `taskstats.log` of bootchart2. A block for each sample: the time since the boot in
// hundredths of a second, and a line for each process: that of /proc/PID/stat, or number, parent, name and three times.

import type { Seen } from "./model.ts";

/** The number of init. */
const init = 1;

/** Fields of /proc/PID/stat after the name, from 0. Source: proc(5). */
const fields = { parent: 1, start: 19 } as const;

/** In the second form a process is written when its times have changed only. Source: bootchart2's collector. */
const ofTasks = /^(\d+) (\d+) (.+) \d+ \d+ \d+$/;

const ofStat = /^(\d+) \((.*)\) ([A-Za-z] \d+ .*)$/;

/** What the kernel calls a process while a shell, which init asked to run a command, has not made way for it. */
const shells: ReadonlySet<string> = new Set(["sh", "ash", "bash", "dash"]);

interface Sampled {
  /** In the order in which they were seen: a process has init's name until it is replaced by its program. */
  readonly names: Set<string>;
  readonly start: number;
  readonly line: number;
  last: number;
}

/** Whether a text is such a file. */
export function isBootchart(text: string): boolean {
  return /^\d+\n\d+ \(.*\) [A-Za-z] \d+ /.test(text) || isTasks(text);
}

function isTasks(text: string): boolean {
  return /^(?:\d+\n+)+\d+ \d+ [^(\n].* \d+ \d+ \d+\n/.test(text);
}

/** The processes that init has started, with the times between which they were there. */
export function readBootchart(text: string): readonly Seen[] {
  const endsShow = !isTasks(text);
  const processes = new Map<number, Sampled>();
  let now = 0;
  let ofInit: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    if (/^\d+$/.test(line)) {
      now = Number(line) / 100;
      continue;
    }
    const { pid, parent, name, start = now } = processIn(line) ?? {};
    if (pid === init) ofInit = name;
    if (pid === undefined || name === undefined || parent !== init) continue;
    const known = processes.get(pid);
    if (known === undefined)
      processes.set(pid, { names: new Set([name]), start, line: index + 1, last: now });
    else {
      known.names.add(name);
      known.last = now;
    }
  }
  const boot: Seen = { kind: "boot", at: 0, line: 1 };
  const lives = [...processes].flatMap(([pid, { names, start, line, last }]): readonly Seen[] => [
    { kind: "start", at: start, line, pid, who: { by: "command", ...named([...names], ofInit) } },
    ...(endsShow && last < now ? [{ kind: "end" as const, at: last, line, pid }] : []),
  ]);
  return [boot, ...lives.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))];
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly start?: number;
}

function processIn(line: string): Process | undefined {
  const [, pid, name, rest] = ofStat.exec(line) ?? [];
  if (name !== undefined) {
    const values = rest?.split(" ") ?? [];
    const start = Number(values[fields.start]) / 100 || 0;
    return { pid: Number(pid), parent: Number(values[fields.parent]), name, start };
  }
  const [, task, parent, called] = ofTasks.exec(line) ?? [];
  return called === undefined ? undefined : { pid: Number(task), parent: Number(parent), name: called };
}

/** What a process is called: its first program, whatever it was before that and made way for later. */
function named(
  names: readonly string[],
  ofInit: string | undefined,
): { readonly name: string; readonly others?: readonly string[] } {
  const rank = (name: string) => (name === ofInit ? 2 : shells.has(name) ? 1 : 0);
  const [name = "", ...others] = names.toSorted((one, other) => rank(one) - rank(other));
  return { name, ...(others.length > 0 && { others }) };
}
