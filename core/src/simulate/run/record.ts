// Keeps what a run tells: everything that was seen, when each record's process ran, the levels or phases, and the state
// of init at the end.

import { finish, type Slices, spend } from "../../text/slices.ts";
import { drive, type Machine, type Run, type RunEnd } from "./drive.ts";
import type { RecordKey } from "./record-key.ts";
import { enterLevel, type LevelInterval, type ProcessInterval, type Timeline } from "./timeline.ts";
import type { MachineTypes, Seen, StreamItem, World } from "./world.ts";

/** Everything about a run that is over. */
export interface Recording<K extends MachineTypes> {
  readonly events: readonly Seen<K>[];
  readonly timeline: Timeline;
  /** Init at the end. */
  readonly state: K["state"];
  readonly end: RunEnd<K>;
}

/** Keeps a run that somebody else drives: it is to be given every item, and then how the run ended. */
export interface Recorder<K extends MachineTypes> {
  readonly take: (item: StreamItem<K>) => void;
  readonly finish: (end: RunEnd<K>) => Recording<K>;
  /** The record of every process that runs now, by its number, in the order of their start. */
  readonly running: ReadonlyMap<number, RecordKey>;
}

/** Runs a machine once and keeps what was seen, and nothing else. */
export function collect<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
): { readonly events: readonly Seen<K>[]; readonly end: RunEnd<K> } {
  const events: Seen<K>[] = [];
  const stream = drive(run);
  for (let next = stream.next(); ; next = stream.next()) {
    if (next.done === true) return { events, end: next.value };
    if (next.value.kind === "trace") events.push(next.value.event);
  }
}

/** Runs a machine once and keeps everything about it. */
export function record<K extends MachineTypes, W extends World<K>>(run: Run<K, W>): Recording<K> {
  return finish(recordSlices(run));
}

/** The same in slices. */
export function* recordSlices<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
): Slices<Recording<K>> {
  const recorder = newRecorder(run);
  const meter = { spent: 0 };
  const stream = drive(run);
  for (let next = stream.next(); ; next = stream.next()) {
    if (next.done === true) return recorder.finish(next.value);
    recorder.take(next.value);
    if (spend(meter, itemCost + recorder.running.size)) yield;
  }
}

/** To carry out a step takes at least about as long as looking at so many things in a list; it looks at all processes. */
export const itemCost = 10;

/** A recorder for a run that has not begun. */
export function newRecorder<K extends MachineTypes, W extends World<K>>({
  machine,
  world,
  plan,
}: Run<K, W>): Recorder<K> {
  const { measure } = machine;
  const events: Seen<K>[] = [];
  const lives = newLives();
  const levels: LevelInterval[] = [];
  let state = world.init;
  const take = (item: StreamItem<K>) => {
    switch (item.kind) {
      case "trace":
        events.push(item.event);
        break;
      case "step":
        state = item.step.state;
        noteLevel(levels, machine.levelOf(state), item.at);
        break;
      default:
        lives.take(item);
    }
  };
  const close = (end: RunEnd<K>): Recording<K> => {
    const until = end.ended?.t ?? end.stopped?.t ?? plan.until;
    return { events, timeline: { intervals: lives.intervals, levels, measure, until }, state, end };
  };
  return { take, finish: close, running: lives.running };
}

function noteLevel(
  levels: LevelInterval[],
  level: ReturnType<Machine<MachineTypes, World<MachineTypes>>["levelOf"]>,
  at: number,
): void {
  if (level !== undefined && levels.at(-1)?.level !== level) enterLevel(levels, level, at);
}

/** What a run tells of a process. */
type LifeItem = Extract<StreamItem<MachineTypes>, { kind: "began" | "executed" | "over" }>;

/** The lives of the processes that init starts. */
function newLives(): {
  readonly intervals: readonly ProcessInterval[];
  readonly running: ReadonlyMap<number, RecordKey>;
  readonly take: (item: LifeItem) => void;
} {
  const intervals: ProcessInterval[] = [];
  /** Where the life of a running process stands. */
  const places = new Map<number, number>();
  const running = new Map<number, RecordKey>();
  const kept = new Set<RecordKey>();
  const change = (pid: number, changes: Partial<ProcessInterval>) => {
    const place = places.get(pid) ?? -1;
    const interval = intervals[place];
    if (interval !== undefined) intervals[place] = { ...interval, ...changes };
  };
  const take = (item: LifeItem) => {
    const { pid, at } = item;
    switch (item.kind) {
      case "began": {
        const { record, process, asks = false } = item;
        const isAgain = item.kept === true && kept.has(record);
        if (item.kept === true) kept.add(record);
        places.set(pid, intervals.length);
        running.set(pid, record);
        const begin = { record, process, pid, start: at, end: null, how: "running", code: null } as const;
        intervals.push({ ...begin, ...(asks && { enter: null }), ...(isAgain && { again: true }) });
        break;
      }
      case "executed":
        if (intervals[places.get(pid) ?? -1]?.enter === null) change(pid, { enter: at });
        break;
      case "over":
        change(pid, { end: at, how: item.how, code: item.code });
        places.delete(pid);
        running.delete(pid);
        break;
    }
  };
  return { intervals, running, take };
}
