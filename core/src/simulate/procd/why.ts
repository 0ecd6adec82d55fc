// Why the process of an entry of procd runs now, or why it does not.

import { scriptsRunOf } from "../../inittab/procd-entries.ts";
import { type InittabReading, readInittab } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import { describeReason, type Reason, type RecordReason } from "../run/reason.ts";
import { nameOfRecord, type RecordKey } from "../run/record-key.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import { keyOfEntry } from "./keys.ts";
import type { PlacedEntry, ProcdMachineState } from "./machine/state.ts";
import { countsOnce, procdStates, stateOfAction, takenConsole } from "./machine/states.ts";
import { procdConsole } from "./machine/terminals.ts";
import { message } from "./message.ts";

/** What the answer depends on beside procd itself. */
export interface ProcdSituation {
  /** What has been started so far; what runs has no end, or one that is yet to come. */
  readonly lives: readonly ProcessInterval[];
  /** Seconds since the boot, with all that is due then done. */
  readonly at: number;
  /** The lines that have become no entry. */
  readonly others: readonly RecordReason[];
}

/** Why each entry runs or does not, in the order of the file; then the lines that are none. */
export function explainEntries(
  state: ProcdMachineState,
  { lives, at, others }: ProcdSituation,
): readonly RecordReason[] {
  const last = new Map<string, ProcessInterval>();
  for (const life of lives) if (life.start <= at) last.set(nameOfRecord(life.record), life);
  const shared: Shared = {
    state,
    at,
    taken: takenConsole(state.entries, state.terminals),
    firsts: new Map(state.entries.toReversed().map((entry) => [entry.action, entry.line])),
  };
  const answers = state.entries.map((entry) => {
    const record = keyOfEntry(entry);
    return answer(record, reasonOf(entry, last.get(nameOfRecord(record)), shared));
  });
  return [...answers, ...others];
}

/** The lines that procd drops. */
export function linesWithoutEntry({ dropped }: InittabReading): readonly RecordReason[] {
  return dropped.map(({ path, line, text, message: whole, words }) => {
    const record = { id: text.trim().split(":", 1)[0] ?? "", path, line };
    const dropped = answer(record, { kind: "dropped", message: whole, words });
    return whole === "" ? { ...dropped, message: message("procd.skipped") } : dropped;
  });
}

/** The same of the text of a table. */
export function otherLinesOf(inittab: string | null): readonly RecordReason[] {
  return linesWithoutEntry(readInittab(inittab ?? "", { dialect: "procd" }));
}

interface Shared {
  readonly state: ProcdMachineState;
  readonly at: number;
  readonly taken: string | undefined;
  /** The line of the first entry with each action. */
  readonly firsts: ReadonlyMap<string, number>;
}

function reasonOf(entry: PlacedEntry, life: ProcessInterval | undefined, shared: Shared): Reason {
  const { state, at } = shared;
  if (life !== undefined && (life.end === null || life.end > at)) {
    if (life.enter !== undefined && (life.enter === null || life.enter > at))
      return { kind: "asking", terminal: deviceOf(entry, state) };
    return { kind: "running", waitedFor: state.awaits === life.pid };
  }
  return countsOnce(entry.action)
    ? reasonOfScripts(entry, life, shared)
    : reasonOfProcess(entry, life, shared);
}

function reasonOfScripts(
  entry: PlacedEntry,
  life: ProcessInterval | undefined,
  { state, firsts }: Shared,
): Reason {
  const { action, line } = entry;
  const first = firsts.get(action) ?? line;
  if (first !== line) return other(message("procd.not-first", { action, line: first }));
  if (scriptsRunOf(entry) === undefined) return other(message("procd.bad-form"));
  if (life !== undefined) return { kind: "ran" };
  return isToCome(entry, state)
    ? { kind: "disarmed", sign: message("procd.sign-shutdown") }
    : { kind: "busy", with: "shutdown" };
}

function reasonOfProcess(
  entry: PlacedEntry,
  life: ProcessInterval | undefined,
  { state, taken }: Shared,
): Reason {
  const { id, action } = entry;
  const { devices } = state.terminals;
  const device = deviceOf(entry, state);
  if (action === "askfirst" && id === "") return other(message("procd.needs-device"));
  if (action === "askfirst" && id === taken && devices.has(id))
    return other(message("procd.console-taken", { device }));
  if (action !== "respawn" && action !== "respawnlate" && device !== "" && !devices.has(device))
    return { kind: "no-terminal", terminal: device };
  if (state.phase === "halt") return { kind: "busy", with: "shutdown" };
  if (life !== undefined && device === "") return other(message("procd.no-device"));
  if (life !== undefined && !devices.has(device)) return other(message("procd.no-device-named", { device }));
  if (life !== undefined) return { kind: "next" };
  return isToCome(entry, state)
    ? { kind: "disarmed", sign: message("procd.sign-running") }
    : { kind: "busy", with: "shutdown" };
}

/** Whether the state is yet to come in which an entry has its turn. */
function isToCome({ action }: PlacedEntry, { phase }: ProcdMachineState): boolean {
  if (phase === "early") return true;
  return phase !== "halt" && procdStates.indexOf(stateOfAction(action)) > procdStates.indexOf(phase);
}

/** The device of an entry; empty: none. */
function deviceOf({ id, action }: PlacedEntry, { terminals }: ProcdMachineState): string {
  if (action !== "askconsole" && action !== "askconsolelate") return id;
  const found = procdConsole(terminals);
  return found.kind === "unknown" ? "" : found.name;
}

function other(why: Message): Reason {
  return { kind: "other", why };
}

function answer(record: RecordKey, reason: Reason): RecordReason {
  const runs = reason.kind === "running" || reason.kind === "asking";
  return { record, runs, reason, message: describeReason(reason) };
}
