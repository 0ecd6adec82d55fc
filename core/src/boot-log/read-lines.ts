// Logs of a console, of the kernel, of bootlogd and of syslog: what init says there of what it does.

import { stripLine } from "../program-messages/log-line.ts";
import type { Seen } from "./model.ts";
import { timeIn } from "./times.ts";

type Shown = Seen extends infer One ? (One extends Seen ? Omit<One, "at" | "line"> : never) : never;

/** What init says, without what stands in front; observed: sysvinit 3.06, BusyBox 1.35.0. */
const sayings: readonly (readonly [RegExp, (values: readonly string[]) => Shown])[] = [
  [/^(?:INIT: )?version \S+ booting$/, () => ({ kind: "boot" })],
  [/^init started: BusyBox v/, () => ({ kind: "boot" })],
  [/^Run \S+ as init process$/, () => ({ kind: "boot" })],
  [/^(?:INIT: )?Entering runlevel: ([0-9S])$/, ([level = ""]) => ({ kind: "level", level })],
  [/^(?:INIT: )?Switching to runlevel: ([0-9S])$/, () => ({ kind: "down" })],
  [
    /^(?:INIT: )?Id "(.*)" respawning too fast: disabled for \d+ minutes$/,
    ([name = ""]) => ({ kind: "disabled", who: { by: "key", name } }),
  ],
  [/^The system is going down NOW!$/, () => ({ kind: "down" })],
  [
    /^starting pid (\d+), tty '[^']*': '(.*)'$/,
    ([pid, name = ""]) => ({ kind: "start", who: { by: "process", name }, pid: Number(pid) }),
  ],
  [
    /^process '.*' \(pid (\d+)\) exited\. Scheduling for restart\.$/,
    ([pid]) => ({ kind: "end", pid: Number(pid) }),
  ],
];

/** What programs that watch a serial line put in front, and `dmesg -T`: a time in brackets, or two. */
const stamp = /^\[[ \d][\d .:T,+-]{5,40}\]\s?|^\[[A-Z][a-z]{2} [^\]]{10,30}\]\s/;

/** The programs in whose name such lines are logged. */
const speakers: ReadonlySet<string> = new Set(["init", "kernel", "busybox"]);

/** What the lines of a log show. */
interface LogLines {
  readonly found: readonly Seen[];
  /** Init speaks there without its name, which syslog would have put in front. */
  readonly hidesTerminals: boolean;
}

/** Reads the lines; what init does not say is passed over. */
export function readLogLines(text: string): LogLines {
  let hidesTerminals = false;
  const found: Seen[] = [];
  let at: number | undefined;
  // A message on the console begins with a carriage return, which may stand after a line without an end.
  for (const [index, whole] of text.split("\n").entries())
    for (const piece of whole.split("\r")) {
      if (piece.trim() === "") continue;
      at = timeIn(piece) ?? at;
      const { shown, isNamed } = shownBy(piece);
      if (shown?.kind === "start" && !isNamed) hidesTerminals = true;
      if (shown !== undefined && !isRepeated(found.at(-1), shown))
        found.push({ ...shown, at, line: index + 1 });
    }
  return { found, hidesTerminals };
}

function shownBy(line: string): { readonly shown: Shown | undefined; readonly isNamed: boolean } {
  const { candidates, tags } = stripLine(line.replace(stamp, ""), (name) => speakers.has(name));
  const isNamed = tags.length > 0;
  for (const candidate of candidates.toReversed())
    for (const [pattern, shown] of sayings) {
      const [whole, ...values] = pattern.exec(candidate) ?? [];
      if (whole !== undefined) return { shown: shown(values), isNamed };
    }
  return { shown: undefined, isNamed };
}

/** The kernel and init each tell of the beginning. */
function isRepeated(before: Seen | undefined, { kind }: Shown): boolean {
  return kind === "boot" && before?.kind === "boot";
}
