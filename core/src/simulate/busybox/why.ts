// Why the process of a BusyBox entry runs now, or why it does not.

import { findAction } from "../../inittab/actions.ts";
import { type InittabReading, readInittab } from "../../inittab/read.ts";
import type { Message } from "../../text/message.ts";
import { describeReason, type Reason, type RecordReason } from "../run/reason.ts";
import { nameOfRecord, type RecordKey } from "../run/record-key.ts";
import type { ProcessInterval } from "../run/timeline.ts";
import { entryKeys, nameOfId, terminalName } from "./keys.ts";
import type { BusyboxAction, BusyboxEntry, BusyboxState } from "./machine/state.ts";
import { isSingleUserWord } from "./machine/table.ts";
import { message } from "./message.ts";
import { phaseOf } from "./phases.ts";
import type { BusyboxScenario } from "./scenario.ts";

/** What the answer depends on beside init itself. */
export interface BusyboxSituation {
  readonly table: BootTable;
  /** What has been started so far; what runs has no end, or one that is yet to come. */
  readonly lives: readonly ProcessInterval[];
  /** Seconds since the boot, with all that is due then done. */
  readonly at: number;
}

/** What is asked of the table of the boot for every moment of a run. */
export interface BootTable {
  readonly keyOf: ReturnType<typeof entryKeys>;
  /** The lines that have become no entry. */
  readonly others: readonly RecordReason[];
}

/** The table of the boot; a single user's init does not read it. */
export function bootTable(scenario: BusyboxScenario): BootTable {
  const { inittab, bootArgs = [] } = scenario;
  const isRead = inittab !== null && !isSingleUserWord(bootArgs[0]);
  return {
    keyOf: entryKeys(scenario),
    others: isRead ? linesWithoutEntry(readInittab(inittab, { dialect: "busybox" })) : [],
  };
}

/** What makes init start an entry that is in no group of the boot. Source: spec/dialects.md, 3.5. */
const signs: Readonly<Partial<Record<BusyboxAction, Message>>> = {
  ctrlaltdel: message("busybox.sign-ctrl-alt-del"),
  shutdown: message("busybox.sign-shutdown"),
  restart: message("busybox.sign-restart"),
};

/** Why each entry of init's list runs or does not, in init's order; then the lines of the boot's table that are none. */
export function explainEntries(state: BusyboxState, situation: BusyboxSituation): readonly RecordReason[] {
  const { table, lives, at } = situation;
  const started = new Map<string, ProcessInterval>();
  for (const life of lives) if (life.start <= at) started.set(nameOfRecord(life.record), life);
  const awaited = awaitedCommand(state, lives);
  const answers = state.entries.map((entry, index) => {
    const record = table.keyOf(entry);
    const life = started.get(nameOfRecord(record));
    return answer(record, reasonOf(state, { entry, index, life, awaited, at }));
  });
  return [...answers, ...table.others];
}

/** The lines that have become no entry: those that init drops, and those that a later one replaces. */
export function linesWithoutEntry({ dropped, replaced }: InittabReading): readonly RecordReason[] {
  return [
    ...dropped.map(({ path, line, text, message: whole, words }) =>
      answer(
        { id: nameOfId(text.trim().split(":", 1)[0] ?? ""), path, line },
        { kind: "dropped", message: whole, words },
      ),
    ),
    ...replaced.map(({ record, by }) =>
      answer(
        { id: nameOfId(record.id), path: record.path ?? null, line: record.line },
        { kind: "replaced", by: by.line },
      ),
    ),
  ];
}

/** An entry at a time. */
interface EntryAt {
  readonly entry: BusyboxEntry;
  readonly index: number;
  /** The last one of its process that has begun. */
  readonly life: ProcessInterval | undefined;
  /** The command of the process that init waits for. */
  readonly awaited: string | undefined;
  readonly at: number;
}

function reasonOf(state: BusyboxState, { entry, index, life, awaited, at }: EntryAt): Reason {
  const { tasks, deaf, alive, terminals } = state;
  const { action, terminal } = entry;
  if (life !== undefined && (life.end === null || life.end > at)) {
    if (life.enter !== undefined && (life.enter === null || life.enter > at))
      return { kind: "asking", terminal: terminalName(terminal) };
    const [first] = tasks;
    return { kind: "running", waitedFor: first?.kind === "await" && first.pid === life.pid };
  }
  const respawns = action !== undefined && findAction(action)?.respawns === true;
  const hasRun = life !== undefined && !respawns;
  if (alive === "gone") return hasRun ? { kind: "ran" } : { kind: "busy", with: "gone" };
  if (action === undefined) return { kind: "vanished" };
  const missing = terminalName(terminal);
  if (terminal !== "" && !terminals.includes(missing)) return { kind: "no-terminal", terminal: missing };
  const group = tasks.find((task) => task.kind === "run" && task.actions.includes(action));
  const isToCome = group?.kind === "run" && group.from <= index;
  if (isToCome && awaited !== undefined && !isBeforeItsPhase(state, action))
    return { kind: "behind", id: awaited };
  const sign = signs[action];
  if (sign !== undefined)
    return deaf && action !== "restart" && life !== undefined ? { kind: "ran" } : { kind: "disarmed", sign };
  if (hasRun) return { kind: "ran" };
  if (deaf) return { kind: "busy", with: "shutdown" };
  switch (action) {
    case "sysinit":
    case "wait":
    case "once":
      return { kind: "phase", phase: action, over: !isToCome };
    default:
      return awaited === undefined ? { kind: "next" } : { kind: "behind", id: awaited };
  }
}

/** Whether the entries of an earlier group come first. */
function isBeforeItsPhase(state: BusyboxState, action: BusyboxAction): boolean {
  const phase = phaseOf(state);
  return (action === "wait" || action === "once") && phase !== undefined && phase !== action;
}

/** The command of the process that init waits for. */
export function awaitedCommand(
  { tasks }: BusyboxState,
  lives: readonly ProcessInterval[],
): string | undefined {
  const [first] = tasks;
  return first?.kind === "await" ? lives.find(({ pid }) => pid === first.pid)?.process : undefined;
}

function answer(record: RecordKey, reason: Reason): RecordReason {
  const runs = reason.kind === "running" || reason.kind === "asking";
  return { record, runs, reason, message: describeReason(reason) };
}
