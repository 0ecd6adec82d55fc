// The working copy of one step. Inside a step the copy is written to; what goes out is a state that nobody touches again.

import { fillMessage, type RuntimeMessageName, runtimeMessages } from "../../../inittab/messages.ts";
import { behaviourOf, messageLimit, type SysvinitBehaviour } from "../../../inittab/versions.ts";
import { byteLength, fromByteString, toByteString } from "../../../text/bytes.ts";
import type { RecordKey } from "../../run/record-key.ts";
import type { Ticks } from "../../run/ticks.ts";
import type { Effect } from "./effects.ts";
import { copyOf, replaceEntry } from "./roster.ts";
import type { Entry, InitSignal, InitState } from "./state.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One stretch of init's work, seen from outside: where it has got to, and what it has done since the last one. */
export interface MicroStep {
  readonly label: MicroLabel;
  readonly state: InitState;
  readonly effects: readonly Effect[];
}

/** The stretches, in the words of spec/sysvinit.md, section 3. */
export type MicroLabel =
  | "event"
  | "transition"
  | "request"
  | "disabled entries"
  | "signals"
  | "reading"
  | "killing"
  | "starting";

/** The state under construction. */
export interface Work {
  readonly state: Mutable<InitState>;
  readonly before: InitState;
  readonly behaviour: SysvinitBehaviour;
  readonly now: Ticks;
  readonly effects: Effect[];
  /** The list of entries while it belongs to this step alone and may be written to. */
  ownEntries: Entry[] | undefined;
  /** Something has changed since this was last set to false. */
  changed: boolean;
  readonly micro: MicroStep[] | undefined;
  /** How many effects the micro-steps so far have told. */
  told: number;
}

/** Begins a step from a state. */
export function beginWork(state: InitState, now: Ticks, watched: boolean): Work {
  return {
    state: { ...state, now },
    before: state,
    behaviour: behaviourOf(state.version),
    now,
    effects: [],
    ownEntries: undefined,
    changed: false,
    micro: watched ? [] : undefined,
    told: 0,
  };
}

/** Ends a stretch; only told to those who watch, and only when it did something. */
export function endStretch(work: Work, label: MicroLabel): void {
  if (work.micro === undefined) return;
  const effects = work.effects.slice(work.told);
  const before = work.micro.at(-1)?.state;
  if (effects.length === 0 && before !== undefined && sameFields(before, work.state)) return;
  work.told = work.effects.length;
  work.ownEntries = undefined;
  work.micro.push({ label, state: { ...work.state }, effects });
}

function sameFields<State extends object>(one: State, other: State): boolean {
  for (const key in one) if (one[key] !== other[key]) return false;
  return true;
}

/** Adds an effect. */
export function emit(work: Work, effect: Effect): void {
  work.effects.push(effect);
  work.changed = true;
}

/** Says one of the messages of the running init. */
export function say(
  work: Work,
  message: RuntimeMessageName,
  values: Readonly<Record<string, string | number>> = {},
): void {
  const text = cutMessage(fillMessage(message, values));
  emit(work, { kind: "say", text, to: runtimeMessages[message].to, message });
}

/** Says what the reader has to say of a line. */
export function sayOfTable(work: Work, text: string): void {
  emit(work, { kind: "say", text: cutMessage(text), to: "both", message: null });
}

/** Cuts a message where init's buffer ends. */
export function cutMessage(text: string): string {
  if (text.length * 3 <= messageLimit || byteLength(text) <= messageLimit) return text;
  return fromByteString(toByteString(text).slice(0, messageLimit));
}

/** Changes fields of one entry. */
export function setEntry(work: Work, index: number, change: Partial<Entry>): void {
  const entry = work.state.entries[index];
  if (entry === undefined) return;
  const own = work.ownEntries ?? copyOf(work.state.entries);
  work.state.entries = own;
  work.ownEntries = own;
  replaceEntry(own, index, { ...entry, ...change });
  work.changed = true;
}

/** Changes every entry that the change is given for. */
export function setEntries(work: Work, change: (entry: Entry) => Partial<Entry> | undefined): void {
  const { entries } = work.state;
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index];
    const wanted = entry && change(entry);
    if (wanted !== undefined) setEntry(work, index, wanted);
  }
}

/** Adds a signal to those that wait to be handled. */
export function addPending(work: Work, signal: InitSignal): void {
  if (!work.state.pending.includes(signal)) work.state.pending = [...work.state.pending, signal];
  work.changed = true;
}

/** Takes a signal off; tells whether it was there. */
export function takePending(work: Work, ...signals: readonly InitSignal[]): boolean {
  const { pending } = work.state;
  if (!pending.some((signal) => signals.includes(signal))) return false;
  work.state.pending = pending.filter((signal) => !signals.includes(signal));
  work.changed = true;
  return true;
}

/** Writes the runlevel file, where the release has one. */
export function writeRunlevel(work: Work, level: string): void {
  if (!work.behaviour.writesRunlevelFile || work.state.runlevelFile === level) return;
  work.state.runlevelFile = level;
  emit(work, { kind: "write-runlevel", level });
}

/** Sets the process title that ps shows. */
export function setTitle(work: Work): void {
  work.state.title = `init [${work.state.level}]`;
  emit(work, { kind: "title", title: work.state.title });
}

/** Which record an entry is. */
export function keyOf(entry: Entry): RecordKey {
  return { id: entry.id, path: entry.path, line: entry.line };
}
