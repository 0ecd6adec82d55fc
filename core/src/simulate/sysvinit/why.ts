// Why a record's process runs now, or why it does not. Answers are data first and a short text second.

import { findAction } from "../../inittab/actions.ts";
import { type DroppedLine, type InittabReading, readInittab } from "../../inittab/read.ts";
import { findRunlevel } from "../../inittab/runlevels.ts";
import { respawnLimit, respawnPause } from "../../inittab/versions.ts";
import type { RecordKey } from "./machine/effects.ts";
import { initPaths } from "./machine/paths.ts";
import { tabFilesOf } from "./machine/reading.ts";
import { isArmed, mayRun } from "./machine/starting.ts";
import type { Entry, InitState } from "./machine/state.ts";

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
  | { readonly kind: "disabled"; readonly until: number }
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

/** What arms an entry. Source: spec/sysvinit.md, section 9. */
const signs: Readonly<Record<string, string>> = {
  ctrlaltdel: "Ctrl-Alt-Del (INT)",
  kbrequest: "the keyboard request (WINCH)",
  powerwait: "a failing power line (PWR)",
  powerfail: "a failing power line (PWR)",
  powerokwait: "the power to come back (PWR)",
  powerfailnow: "a nearly empty battery (PWR)",
};

/** Why each record of init's list runs or does not, in init's order; then the lines that were dropped. */
export function explainRecords(state: InitState): readonly RecordReason[] {
  if (state.phase.kind === "off") return [];
  const { records, dropped } = readingOf(state);
  let last: Entry | undefined;
  let passed = 0;
  /** The last entry in front of an index for which init waits; asked with rising indices. */
  const waitsBefore = (index: number) => {
    for (; passed < index; passed++)
      if (state.entries[passed]?.waiting === true) last = state.entries[passed];
    return last;
  };
  const answers =
    state.phase.kind === "emergency"
      ? // Init has not read its table yet.
        records.map(({ id, path, line }) =>
          answer({ id, path: path ?? null, line }, { kind: "busy", with: "emergency" }),
        )
      : state.entries.map((entry, index) =>
          answer(
            { id: entry.id, path: entry.path, line: entry.line },
            reasonOf(state, entry, waitsBefore(index)),
          ),
        );
  return [...answers, ...dropped.map(explainDropped)];
}

/** Why a record runs or does not; `before` is the last one in front of it for which init waits. */
function reasonOf(state: InitState, entry: Entry, before: Entry | undefined): Reason {
  const { level, phase } = state;
  if (entry.running) return { kind: "running", waitedFor: entry.waiting };
  const action = findAction(entry.action);
  if (action === undefined || action.process === "ignored") return { kind: "never", action: entry.action };
  if (isArmed(entry.action) && entry.executed)
    return { kind: "disarmed", sign: signs[entry.action] ?? entry.action };
  if (phase.kind === "asking" && entry.runlevels !== "#") return { kind: "busy", with: "asking" };
  if (!mayRun(entry, level)) return reasonOfLevel(state, entry);
  if (entry.failing) return { kind: "disabled", until: (entry.windowStart ?? 0) + respawnPause + 1 };
  if (!action.respawns && entry.executed) return { kind: "done", runlevels: entry.runlevels };
  if (phase.kind === "killing") return { kind: "busy", with: "killing" };
  return before === undefined ? { kind: "next" } : { kind: "behind", id: before.id };
}

function reasonOfLevel(state: InitState, entry: Entry): Reason {
  const { runlevels } = entry;
  const { level } = state;
  if (isArmed(entry.action)) return { kind: "armed", runlevels };
  if (runlevels === "#") return { kind: "phase", phase: "sysinit", over: true };
  if (runlevels === "*") return { kind: "phase", phase: "boot", over: level !== "#" && state.didBoot };
  const kinds = [...runlevels].map((character) => findRunlevel(character)?.kind);
  if (kinds.every((kind) => kind === "on-demand")) return { kind: "demand", letters: runlevels };
  return { kind: "level", runlevels, level };
}

/** What init makes of its files as they are now; the lines it drops have not changed unless the files have. */
function readingOf(state: InitState): InittabReading {
  return readInittab(state.files[initPaths.inittab], {
    dialect: "sysvinit",
    version: state.version,
    inittabD: tabFilesOf(state),
  });
}

function explainDropped(line: DroppedLine): RecordReason {
  const id = line.text.trim().split(":", 1)[0] ?? "";
  return answer({ id, path: line.path, line: line.line }, { kind: "dropped", message: line.message });
}

function answer(record: RecordKey, reason: Reason): RecordReason {
  return { record, runs: reason.kind === "running", reason, text: describeReason(reason) };
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
      return `disabled until ${describeClock(reason.until)}: respawned ${respawnLimit} times`;
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
