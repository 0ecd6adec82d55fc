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
  | {
      readonly kind: "busy";
      readonly with: "killing" | "asking" | "emergency" | "shutdown" | "gone" | "down";
    }
  /** Nothing is in its way. */
  | { readonly kind: "next" }
  /** Something that only this machine knows. */
  | { readonly kind: "other"; readonly why: Words }
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
      return message("reason.done", { runlevels: reason.runlevels, several: reason.runlevels.length > 1 });
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
    case "other":
      return reason.why;
    case "dropped":
      return message("reason.dropped", { words: reason.words });
  }
}

/** The reason when the machine is down: nothing runs, and nothing is waited for any more. */
export function reasonWhenDown({ record, reason, ...rest }: RecordReason): RecordReason {
  if (!isOverWithTheMachine(reason)) return { record, reason, ...rest };
  const down: Reason = { kind: "busy", with: "down" };
  return { record, runs: false, reason: down, message: describeReason(down) };
}

function isOverWithTheMachine({ kind }: Reason): boolean {
  switch (kind) {
    case "running":
    case "behind":
    case "next":
    case "busy":
    case "asking":
    case "armed":
    case "disarmed":
    case "demand":
    case "disabled":
      return true;
    case "never":
    case "level":
    case "phase":
    case "ran":
    case "done":
    case "no-terminal":
    case "vanished":
    case "replaced":
    case "other":
    case "dropped":
      return false;
  }
}

function describeLevel(level: string): Message {
  if (level === "#") return message("reason.level-of-phase", { phase: "sysinit" });
  if (level === "*") return message("reason.level-of-phase", { phase: "boot" });
  return message("reason.runlevel", { level });
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
    case "down":
      return message("reason.down");
  }
}

/** Hours, minutes and seconds since the boot. */
function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
