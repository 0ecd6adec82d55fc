// Why the process of a record runs or does not, for any machine: data first and a short sentence second.

import { listOf, type Message } from "../../text/message.ts";
import { message } from "./message.ts";
import type { RecordKey } from "./record-key.ts";

/** Why a process runs or does not. Times in seconds from the boot. `Words`: a sentence, or its words in a language. */
export type Reason<Words = Message> =
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
  | { readonly kind: "disarmed"; readonly sign: Words }
  | { readonly kind: "armed"; readonly runlevels: string }
  /** Init is busy with something else. */
  | { readonly kind: "busy"; readonly with: "killing" | "asking" | "emergency" | "shutdown" | "gone" }
  /** Nothing is in its way. */
  | { readonly kind: "next" }
  /** Init has not taken the line into its table; what it says, and the same without the place that it names first. */
  | { readonly kind: "dropped"; readonly message: string; readonly words: string };

/** The answer for one record, or for a line that init has dropped. */
export interface RecordReason<Words = Message> {
  readonly record: RecordKey;
  readonly runs: boolean;
  readonly reason: Reason<Words>;
  readonly message: Words;
}

/** A reason in a few words. */
export function describeReason(reason: Reason): Message {
  switch (reason.kind) {
    case "running":
      return message("reason.running", { waited: reason.waitedFor });
    case "never":
      return message("reason.never", { action: reason.action });
    case "level":
      return message("reason.level", { runlevels: reason.runlevels, level: describeLevel(reason.level) });
    case "demand":
      return message("reason.demand", { letters: listOf([...new Set(reason.letters.toLowerCase())], "or") });
    case "phase":
      return message("reason.phase", { phase: reason.phase, over: reason.over });
    case "behind":
      return message("reason.behind", { id: reason.id });
    case "done":
      return message("reason.done", { runlevels: reason.runlevels });
    case "disabled":
      return message("reason.disabled", { clock: clockOf(reason.until), times: reason.times });
    case "disarmed":
      return message("reason.disarmed", { sign: reason.sign });
    case "armed":
      return message("reason.armed", { runlevels: reason.runlevels });
    case "busy":
      return describeBusy(reason.with);
    case "next":
      return message("reason.next");
    case "ran":
      return message("reason.ran");
    case "asking":
      return message("reason.asking", { terminal: reason.terminal });
    case "no-terminal":
      return message("reason.no-terminal", { terminal: reason.terminal });
    case "vanished":
      return message("reason.vanished");
    case "replaced":
      return message("reason.replaced", { line: reason.by });
    case "dropped":
      return message("reason.dropped", { words: reason.words });
  }
}

function describeLevel(level: string): Message | string {
  const phase = phaseOfBoot(level);
  return phase === undefined ? level : message("reason.level-of-phase", { phase });
}

/** The phase of the boot that stands where a level does; undefined for a level. */
export function phaseOfBoot(level: string): "sysinit" | "boot" | undefined {
  if (level === "#") return "sysinit";
  return level === "*" ? "boot" : undefined;
}

function describeBusy(work: Extract<Reason, { kind: "busy" }>["with"]): Message {
  switch (work) {
    case "killing":
      return message("reason.killing");
    case "asking":
      return message("reason.asking-level");
    case "emergency":
      return message("reason.emergency");
    case "shutdown":
      return message("reason.shutdown");
    case "gone":
      return message("reason.gone");
  }
}

/** Hours, minutes and seconds since the boot. */
function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
