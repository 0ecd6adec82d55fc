// Why a record's process runs now, or why it does not. Answers are data first and a short sentence second.

import { findAction } from "../../inittab/actions.ts";
import { type DroppedLine, type InittabReading, readInittab } from "../../inittab/read.ts";
import { findRunlevel } from "../../inittab/runlevels.ts";
import { respawnLimit, respawnPause } from "../../inittab/versions.ts";
import type { Message } from "../../text/message.ts";
import { describeReason, type Reason, type RecordReason } from "../run/reason.ts";
import type { RecordKey } from "../run/record-key.ts";
import { initPaths } from "./machine/paths.ts";
import { tabFilesOf } from "./machine/reading.ts";
import { isArmed, mayRun } from "./machine/starting.ts";
import type { Entry, InitState } from "./machine/state.ts";
import { message } from "./message.ts";

/** What arms an entry. Source: spec/sysvinit.md, section 9. */
const signs: Readonly<Record<string, Message>> = {
  ctrlaltdel: message("sysvinit.ctrlaltdel"),
  kbrequest: message("sysvinit.kbrequest"),
  powerwait: message("sysvinit.power-fails"),
  powerfail: message("sysvinit.power-fails"),
  powerokwait: message("sysvinit.power-back"),
  powerfailnow: message("sysvinit.power-low"),
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
  if (isArmed(entry.action) && entry.executed) return { kind: "disarmed", sign: signOf(entry.action) };
  if (phase.kind === "asking" && entry.runlevels !== "#") return { kind: "busy", with: "asking" };
  if (!mayRun(entry, level)) return reasonOfLevel(state, entry);
  if (entry.failing)
    return { kind: "disabled", until: (entry.windowStart ?? 0) + respawnPause + 1, times: respawnLimit };
  if (!action.respawns && entry.executed) return { kind: "done", runlevels: entry.runlevels };
  if (phase.kind === "killing") return { kind: "busy", with: "killing" };
  return before === undefined ? { kind: "next" } : { kind: "behind", id: before.id };
}

function signOf(action: string): Message {
  return signs[action] ?? message("sysvinit.other-sign", { action });
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
  const { message: whole, words } = line;
  return answer({ id, path: line.path, line: line.line }, { kind: "dropped", message: whole, words });
}

function answer(record: RecordKey, reason: Reason): RecordReason {
  return { record, runs: reason.kind === "running", reason, message: describeReason(reason) };
}
