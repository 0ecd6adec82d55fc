// Why the process of a record runs or does not, for any machine: data first and a short text second.

import type { RecordKey } from "./record-key.ts";

/** Why a process runs or does not. Times in seconds from the boot. */
export type Reason =
  /** It runs; init may be waiting for it. */
  | { readonly kind: "running"; readonly waitedFor: boolean }
  /** Its action never runs anything. */
  | { readonly kind: "never"; readonly action: string }
  /** Its levels do not name the one that init is in. */
  | { readonly kind: "level"; readonly runlevels: string; readonly level: string }
  /** Only telinit with one of these letters starts it. */
  | { readonly kind: "demand"; readonly letters: string }
  /** Its phase of the boot is still to come, or over. */
  | {
      readonly kind: "phase";
      readonly phase: "sysinit" | "boot" | "wait" | "once";
      readonly over: boolean;
    }
  /** Init waits for another one first. */
  | { readonly kind: "behind"; readonly id: string }
  /** It has run, and once is enough. */
  | { readonly kind: "ran" }
  /** It waits until somebody presses Enter. */
  | { readonly kind: "asking"; readonly terminal: string }
  /** Its terminal does not exist. */
  | { readonly kind: "no-terminal"; readonly terminal: string }
  /** It is no longer in the file. */
  | { readonly kind: "vanished" }
  /** A later line with the same terminal and command has taken its place. */
  | { readonly kind: "replaced"; readonly by: number }
  /** It has run in this stay in its levels. */
  | { readonly kind: "done"; readonly runlevels: string }
  /** It was started too often, `times` in a row. */
  | { readonly kind: "disabled"; readonly until: number; readonly times: number }
  /** It waits for this to happen. */
  | { readonly kind: "disarmed"; readonly sign: string }
  | { readonly kind: "armed"; readonly runlevels: string }
  /** Init is busy with something else. */
  | { readonly kind: "busy"; readonly with: "killing" | "asking" | "emergency" | "shutdown" | "gone" }
  /** Nothing is in its way. */
  | { readonly kind: "next" }
  /** Init has not taken the line into its table. */
  | { readonly kind: "dropped"; readonly message: string };

/** The answer for one record, or for a line that init has dropped. */
export interface RecordReason {
  readonly record: RecordKey;
  readonly runs: boolean;
  readonly reason: Reason;
  readonly text: string;
}

/** A reason in a few words. */
export function describeReason(reason: Reason): string {
  switch (reason.kind) {
    case "running":
      return reason.waitedFor ? "runs, and init waits for it" : "runs";
    case "never":
      return `never runs: its action is ${reason.action}`;
    case "level":
      return `levels ${reason.runlevels} do not name ${describeLevel(reason.level)}`;
    case "demand":
      return `waits for telinit ${[...new Set(reason.letters.toLowerCase())].join(" or ")}`;
    case "phase":
      return reason.over ? `the ${reason.phase} phase is over` : `waits for the ${reason.phase} phase`;
    case "behind":
      return `waiting for \`${reason.id}\``;
    case "done":
      return `has run; not again before a level outside ${reason.runlevels} was visited`;
    case "disabled":
      return `disabled until ${describeClock(reason.until)}: respawned ${reason.times} times`;
    case "disarmed":
      return `waits for ${reason.sign}`;
    case "armed":
      return `armed, waits for a level in ${reason.runlevels}`;
    case "busy":
      return describeBusy(reason.with);
    case "next":
      return "is started next";
    case "ran":
      return "has run";
    case "asking":
      return `waits for Enter on ${reason.terminal}`;
    case "no-terminal":
      return `cannot start: /dev/${reason.terminal} does not exist`;
    case "vanished":
      return "is not in the file any more";
    case "replaced":
      return `replaced by line ${reason.by}, which has the same terminal and command`;
    case "dropped":
      return `dropped: ${reason.message.replace(/^\S+\]: /, "")}`;
  }
}

function describeLevel(level: string): string {
  return level === "#" ? "the sysinit phase" : level === "*" ? "the boot phase" : level;
}

function describeBusy(work: Extract<Reason, { kind: "busy" }>["with"]): string {
  switch (work) {
    case "killing":
      return "waits until init has killed what must go";
    case "asking":
      return "waits until init is told a level";
    case "emergency":
      return "waits for the emergency shell";
    case "shutdown":
      return "is not started any more: init is on its way down";
    case "gone":
      return "does not run: init is gone";
  }
}

/** Hours, minutes and seconds since the boot. */
function describeClock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
