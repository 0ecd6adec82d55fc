// Where a debugged boot is to stop. A trap is data; whether it catches a position is a pure question, so that going
// forward and back finds the same places.

import { findAction } from "../../inittab/actions.ts";
import type { RecordKey } from "../run/record-key.ts";
import type { AlarmKind, Debuggee, Occurrence, Position } from "./debuggee.ts";

/** What of a record's process a trap waits for. */
export const recordMoments = ["starts", "ends", "any"] as const;

/** One of them; `any` is a signal as well. */
export type RecordMoment = (typeof recordMoments)[number];

/** Something that a debugged boot stops at. */
export type Trap =
  /** The process of the record in this line of a file starts, ends, or gets a signal. */
  | {
      readonly kind: "record";
      readonly path: string;
      readonly line: number;
      readonly moment: RecordMoment;
    }
  /** rc calls the script at this address with one of these arguments, or passes over it; null: any argument. */
  | { readonly kind: "script"; readonly uri: string; readonly names: readonly string[] | null }
  /** The process of a record with this action starts. */
  | { readonly kind: "action"; readonly action: string }
  /** Init or one of its children says something in which these words are, whatever their case. */
  | { readonly kind: "said"; readonly words: string }
  /** A value changes. */
  | { readonly kind: "change"; readonly of: WatchedValue }
  | { readonly kind: "alarm"; readonly alarm: AlarmKind };

/** A value whose changes can be waited for. */
export type WatchedValue =
  | { readonly kind: "level" }
  /** Whether a record's process runs. */
  | { readonly kind: "record"; readonly id: string }
  /** A lock appears or goes; null: any lock. */
  | { readonly kind: "lock"; readonly name: string | null };

/** What a function breakpoint stands for: an action of records, or words that are said. */
export function trapByName(name: string): Trap {
  const words = name.trim();
  return findAction(words) === undefined ? { kind: "said", words } : { kind: "action", action: words };
}

/** The places of all positions that a trap catches, rising. */
export function caughtBy(trap: Trap, debuggee: Debuggee): readonly number[] {
  return debuggee.positions.flatMap((position, place) => (catches(trap, debuggee, position) ? [place] : []));
}

function catches(trap: Trap, { walk }: Debuggee, position: Position): boolean {
  const { occurrence, record } = position;
  switch (trap.kind) {
    case "record":
      return (
        record?.line === trap.line && record.path === trap.path && isMoment(occurrence.kind, trap.moment)
      );
    case "script": {
      if (occurrence.kind !== "script" || occurrence.step.uri !== trap.uri) return false;
      const { argument } = occurrence.step;
      return trap.names === null || argument === null || trap.names.includes(argument);
    }
    case "action": {
      if (occurrence.kind !== "starts" || record === null) return false;
      const entry = walk.entries.find((lane) => isSameRecord(lane.record, record));
      return entry?.action === trap.action;
    }
    case "said":
      return (
        occurrence.kind === "says" &&
        trap.words !== "" &&
        occurrence.said.toLowerCase().includes(trap.words.toLowerCase())
      );
    case "change":
      return isChange(trap.of, occurrence, record);
    case "alarm":
      return position.alarms.includes(trap.alarm);
  }
}

function isMoment(kind: Occurrence["kind"], moment: RecordMoment): boolean {
  if (moment === "any") return kind === "starts" || kind === "ends" || kind === "gets";
  return kind === moment;
}

function isChange(of: WatchedValue, occurrence: Occurrence, record: RecordKey | null): boolean {
  switch (of.kind) {
    case "level":
      return occurrence.kind === "level";
    case "record":
      return record?.id === of.id && (occurrence.kind === "starts" || occurrence.kind === "ends");
    case "lock": {
      if (occurrence.kind !== "script") return false;
      const changed = [...occurrence.made, ...occurrence.removed];
      return of.name === null ? changed.length > 0 : changed.includes(of.name);
    }
  }
}

function isSameRecord(one: RecordKey, other: RecordKey): boolean {
  return one.line === other.line && one.path === other.path && one.id === other.id;
}
