// A boot that is debugged: a simulated run as a row of positions, from each of which the machine can be looked at. What rc
// does goes between the start of its process and whatever happens next. Nothing here runs: going forward and back is
// a matter of looking at another position.

import type { RcVisit, RcVisitStep } from "../../initscript/tree/visit.ts";
import { offersLogin } from "../../inittab/login.ts";
import { listOf, type Message } from "../../text/message.ts";
import { describeRcStep, type RcCall, rcCalls } from "../rc-calls.ts";
import { nameOfRecord, type RecordKey } from "../run/record-key.ts";
import type { SimulatedWalk } from "../run/simulation.ts";
import type { Happened, Scene } from "../run/trail.ts";
import { message } from "./message.ts";

/** Something that deserves a stop though nobody has put a breakpoint there. */
export const alarmKinds = ["too-fast", "dropped", "no-login", "down", "skipped"] as const;

/** One of them. */
export type AlarmKind = (typeof alarmKinds)[number];

/** What happens at a position: in init, or in the rc that one of its processes is. */
export type Occurrence =
  | Happened
  | {
      readonly kind: "script";
      readonly step: RcVisitStep;
      /** The place of rc's call among all of them. */
      readonly call: number;
      /** Locks that this step has made, or taken away. */
      readonly made: readonly string[];
      readonly removed: readonly string[];
    };

/** One position of the run. */
export interface Position {
  /** Seconds since the boot. */
  readonly at: number;
  readonly message: Message;
  readonly occurrence: Occurrence;
  /** Of a cause 0; of what init does about it 1; of what rc does 2. */
  readonly depth: 0 | 1 | 2;
  readonly alarms: readonly AlarmKind[];
  /** The record that it is about. */
  readonly record: RecordKey | null;
  /** The place of the stop of the walk after which the machine is as it is here. */
  readonly stop: number;
  /** The locks that rc's scripts have made so far. */
  readonly locks: readonly string[];
}

/** A boot that is debugged. */
export interface Debuggee {
  /** In their order; there is at least one. */
  readonly positions: readonly Position[];
  readonly walk: SimulatedWalk;
  readonly calls: readonly RcCall[];
  /** What rc does in each of the calls; undefined if that is not known. */
  readonly visits: readonly (RcVisit | undefined)[];
}

/** Makes a run debuggable; `visits` say what rc does in each of its calls, one by one. */
export function debuggeeOf(walk: SimulatedWalk, visits: readonly (RcVisit | undefined)[] = []): Debuggee {
  const calls = rcCalls(walk);
  const withoutLogin = stopsWithoutLogin(walk);
  const positions: Position[] = [];
  let locks: readonly string[] = [];
  let next = 0;
  for (const [stop, { at, depth, message: what, happened }] of walk.stops.entries()) {
    const record = "record" in happened ? happened.record : null;
    const alarms = alarmsOf(happened, withoutLogin.has(stop));
    const here = { at, stop, record };
    positions.push({
      ...here,
      message: what,
      occurrence: happened,
      depth: depth === 0 ? 0 : 1,
      alarms,
      locks,
    });
    const call = calls[next];
    if (happened.kind !== "starts" || record === null || call === undefined) continue;
    if (nameOfRecord(record) !== nameOfRecord(call.record) || Math.abs(call.start - at) > closeBy) continue;
    const visit = visits[next];
    for (const [index, step] of (visit?.steps ?? []).entries()) {
      const after = visit?.locksAfter[index] ?? locks;
      const made = after.filter((name) => !locks.includes(name));
      const removed = locks.filter((name) => !after.includes(name));
      locks = after;
      const occurrence = { kind: "script", step, call: next, made, removed } as const;
      const skipped: readonly AlarmKind[] = step.kind === "skip" || step.broken ? ["skipped"] : [];
      positions.push({
        ...here,
        message: describeRcStep(step),
        occurrence,
        depth: 2,
        alarms: skipped,
        locks,
      });
    }
    next++;
  }
  return { positions, walk, calls, visits };
}

/** Times of the same instant differ by less; seconds. */
const closeBy = 0.000_001;

/** The machine as it is at a position. */
export function sceneOf({ positions, walk }: Debuggee, place: number): Scene {
  return walk.sceneAt(positions[place]?.stop ?? 0);
}

/** Why a position deserves a stop, in a sentence. */
export function describeAlarm(kind: AlarmKind, { occurrence, message: what }: Position): Message {
  switch (kind) {
    case "too-fast":
      return message("alarm.too-fast", { what });
    case "dropped":
      return message("alarm.dropped", { what });
    case "no-login":
      return message("alarm.no-login");
    case "down":
      return message("alarm.down", { what });
    case "skipped": {
      const remarks = occurrence.kind === "script" ? occurrence.step.remarks : [];
      const name = occurrence.kind === "script" ? occurrence.step.name : "";
      return message("alarm.skipped", { name, why: listOf(remarks, "comma") });
    }
  }
}

function alarmsOf(happened: Happened, isWithoutLogin: boolean): readonly AlarmKind[] {
  const own: readonly AlarmKind[] =
    happened.kind === "down"
      ? ["down"]
      : happened.kind === "says" && happened.alarm !== null
        ? [happened.alarm]
        : [];
  return isWithoutLogin ? [...own, "no-login"] : own;
}

/** The places of the stops after which no login is left, though there was one; one that comes back at once is not gone. */
function stopsWithoutLogin({ stops, timeline }: SimulatedWalk): ReadonlySet<number> {
  const logins = new Set(
    timeline.intervals.flatMap(({ pid, process }) => (offersLogin(process) ? [pid] : [])),
  );
  const running = new Set<number>();
  const found = new Set<number>();
  let had = false;
  for (const [place, { at, happened }] of stops.entries()) {
    if (happened.kind === "starts" && happened.pid !== null && logins.has(happened.pid))
      running.add(happened.pid);
    if (happened.kind === "ends" && happened.pid !== null) running.delete(happened.pid);
    const isLast = (stops[place + 1]?.at ?? Number.POSITIVE_INFINITY) > at;
    if (!isLast) continue;
    if (had && running.size === 0 && happened.kind !== "down") found.add(place);
    had = running.size > 0;
  }
  return found;
}
