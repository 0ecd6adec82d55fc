// A run that can be walked through, thing by thing: what a debugger steps over. Several things of one instant are several
// stops, each with init as it is then.

import type { Message } from "../../text/message.ts";
import { drive, type Machine, type Run } from "./drive.ts";
import { message } from "./message.ts";
import { describeMoment, type Moment, type MomentWords } from "./playback.ts";
import { describeLevel } from "./reason.ts";
import { newRecorder, type Recording } from "./record.ts";
import type { RecordKey } from "./record-key.ts";
import type { SaidLine } from "./said.ts";
import {
  breakLines,
  half,
  newOutside,
  type StoryLine,
  type StoryWords,
  type ToldEnd,
  toldEnd,
  watchSilence,
} from "./story.ts";
import { toSeconds } from "./ticks.ts";
import type { EndKind, ProcessInterval, Timeline } from "./timeline.ts";
import type { MachineTypes, Seen, StreamItem, World } from "./world.ts";

/** Something that init says because a record or a line is in trouble. */
export interface Alarm {
  /** `too-fast`: a record is disabled since it respawns too fast; `dropped`: a line of the table is not taken. */
  readonly kind: "too-fast" | "dropped";
  /** The words by which the alarm is known among all that is said. */
  readonly said: string;
}

/** What happens at a stop. A record is null for a process that no record names. */
export type Happened =
  | { readonly kind: "boot" }
  /** Something is done to the machine. */
  | { readonly kind: "outside" }
  | { readonly kind: "level"; readonly from: string; readonly to: string }
  | { readonly kind: "starts"; readonly record: RecordKey | null; readonly pid: number | null }
  | { readonly kind: "gets"; readonly record: RecordKey | null; readonly id: string; readonly signal: string }
  | {
      readonly kind: "ends";
      readonly record: RecordKey | null;
      readonly id: string;
      readonly pid: number | null;
      readonly how: EndKind;
      readonly code: number | null;
    }
  | {
      readonly kind: "says";
      readonly to: string;
      readonly said: string;
      readonly alarm: Alarm["kind"] | null;
    }
  /** Nothing follows from what has happened, and why. */
  | { readonly kind: "nothing" }
  | { readonly kind: "note" }
  | { readonly kind: "down" };

/** One thing that happens in a run. */
export interface Stop {
  /** Seconds since the boot. */
  readonly at: number;
  /** As in the story: 0 is a cause, 1 what init does about it. */
  readonly depth: StoryLine["depth"];
  readonly message: Message;
  readonly happened: Happened;
}

/** What else init knows at a stop. */
export interface InitFacts {
  /** Signals that init has not acted upon yet. */
  readonly pending: readonly string[];
  /** The text of each file that init looks at. */
  readonly files: Readonly<Record<string, string>>;
  /** Whatever else there is, by name. */
  readonly more: Readonly<Record<string, string | number | boolean | null>>;
}

/** Init and its processes right after a stop. */
export interface Scene extends Moment, InitFacts {}

/** What a machine alone knows of its stops. */
export interface TrailWords<K extends MachineTypes> {
  readonly story: StoryWords<K>;
  /** Sees every item of the run. */
  readonly watch?: (item: StreamItem<K>) => void;
  /** What init complains about in a step. */
  readonly alarmsOf: (step: Extract<StreamItem<K>, { kind: "step" }>) => readonly Alarm[];
  /** What a sight says, where it is something that is said. */
  readonly saidOf: (seen: Seen<K>) => SaidLine | undefined;
  readonly factsOf: (state: K["state"]) => InitFacts;
}

/** A run that was walked once. */
export interface WalkedRun<K extends MachineTypes> extends Recording<K>, ToldEnd {
  readonly stops: readonly Stop[];
  /** Init and its processes right after the stop at this place. */
  readonly sceneAt: (place: number, words: MomentWords<K>) => Scene;
  readonly runningAt: (place: number) => readonly ProcessInterval[];
  /** The level or the phase in which init is right after the stop. */
  readonly levelAt: (place: number) => string;
}

/** A stop, and what is needed to look around there. */
interface Mark<K extends MachineTypes> {
  readonly stop: Stop;
  readonly state: K["state"];
  readonly level: string;
  /** How many processes were started until then. */
  readonly lives: number;
}

/** Runs a machine once and keeps a stop for each thing that happens. */
export function walkRun<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
  words: TrailWords<K>,
): WalkedRun<K> {
  const { machine, world } = run;
  const outside = newOutside(run, words.story);
  const silence = watchSilence(words.story);
  const teller = words.story.newTeller();
  const { take, finish, running } = newRecorder(run);
  const walk: Walk<K> = {
    marks: [],
    ends: [],
    places: new Map(),
    entered: new Map(),
    commands: new Map(),
    state: world.init,
    level: "",
  };
  const alarms: Alarm[] = [];
  /** The record whose process a machine calls by this name: the record's, or the command. */
  const recordOf = (name: string) =>
    [...running].find(([pid, { id }]) => id === name || walk.commands.get(pid) === name)?.[1] ?? null;
  const happenedAt = (item: StreamItem<K>, line: StoryLine): Happened => {
    if (walk.marks.length === 0) return { kind: "boot" };
    if (line.kind === "outside" && item.kind !== "step") return { kind: "down" };
    if (item.kind === "trace") return happenedIn(line, words.saidOf(item.event), alarms, recordOf);
    if (item.kind === "began" || item.kind === "executed")
      return { kind: "starts", record: running.get(item.pid) ?? null, pid: numberOf(item.pid) };
    return item.kind === "over" && line.kind !== "note" ? unsettledEnd(line) : { kind: "note" };
  };
  const stream = drive(run);
  for (let next = stream.next(); ; next = stream.next()) {
    // Times of the trace are rounded; the world's clock is exact.
    const now = toSeconds(world.now);
    const told = next.done === true ? outside.rest(next.value) : outside.until(now - half + tick);
    for (const line of silence.brokenAt(now)) addStop(walk, line, { kind: "nothing" });
    for (const { event, line } of told) {
      for (const earlier of silence.brokenAt(event.at)) addStop(walk, earlier, { kind: "nothing" });
      addStop(walk, line, { kind: "outside" });
      silence.begin(event);
    }
    if (next.done === true) {
      const { value: end } = next;
      if (end.ended === undefined)
        for (const line of silence.brokenAt(Number.POSITIVE_INFINITY))
          addStop(walk, line, { kind: "nothing" });
      for (const line of [...teller.close(end), ...breakLines(end)])
        addStop(walk, line, { kind: line.kind === "outside" ? "down" : "note" });
      return walkedRun(finish(end), walk, { ...toldEnd(end, words.story), factsOf: words.factsOf });
    }
    const item = next.value;
    // The record of a process that is over is asked for before it is forgotten.
    const record = item.kind === "over" ? running.get(item.pid) : undefined;
    words.watch?.(item);
    take(item);
    if (item.kind === "step") {
      walk.state = item.step.state;
      silence.step(item.step.state);
      alarms.push(...words.alarmsOf(item));
    }
    if (item.kind === "executed") walk.entered.set(walk.places.get(item.pid) ?? -1, walk.marks.length);
    if (item.kind === "began") {
      walk.places.set(item.pid, walk.ends.length);
      walk.commands.set(item.pid, item.process);
      walk.ends.push(Number.POSITIVE_INFINITY);
    }
    for (const line of teller.tell(item, outside.lastAt())) {
      if (line.kind !== "message") silence.end();
      addStop(walk, { ...line, at: now }, happenedAt(item, line));
    }
    if (item.kind === "step") addLevel(walk, machine, now);
    if (item.kind === "over" && record !== undefined) settleEnd(walk, now, item, record);
  }
}

/** The shortest time that is told apart; seconds. */
const tick = toSeconds(1) / 2;

/** What a walk keeps while the run goes on. */
interface Walk<K extends MachineTypes> {
  readonly marks: Mark<K>[];
  /** By life, in the order of their beginning: the place of the stop at which it is over. */
  readonly ends: number[];
  /** By the number of a process: the place of its life. */
  readonly places: Map<number, number>;
  /** By life: the place of the stop at which its command was executed, where somebody had to press Enter for it. */
  readonly entered: Map<number, number>;
  /** By the number of a process: what was run. */
  readonly commands: Map<number, string>;
  state: K["state"];
  level: string;
}

function addStop<K extends MachineTypes>(
  { marks, ends, state, level }: Walk<K>,
  { at, depth, message: what }: Pick<StoryLine, "at" | "depth" | "message">,
  happened: Happened,
): void {
  marks.push({ stop: { at, depth, message: what, happened }, state, level, lives: ends.length });
}

/** The number of a process by which init knows it; null for one that another process has left behind. */
function numberOf(pid: number): number | null {
  return pid < 0 ? null : pid;
}

/** A change of level is a stop of its own, behind what has caused it. */
function addLevel<K extends MachineTypes>(
  walk: Walk<K>,
  { levelOf, measure }: Pick<Machine<K, World<K>>, "levelOf" | "measure">,
  at: number,
): void {
  const level = levelOf(walk.state);
  const from = walk.level;
  if (level === undefined || level === from) return;
  walk.level = level;
  const what = message("run.enters", { level: nameOfLevel(level, measure) });
  addStop(walk, { at, depth: 1, message: what }, { kind: "level", from, to: level });
}

function nameOfLevel(level: string, measure: Timeline["measure"]): Message {
  return measure === "phase" ? message("reason.level-of-phase", { phase: level }) : describeLevel(level);
}

/** What happens where something was seen. */
function happenedIn(
  line: StoryLine,
  said: SaidLine | undefined,
  alarms: Alarm[],
  recordOf: (id: string) => RecordKey | null,
): Happened {
  if (line.kind === "message" && said !== undefined) {
    const at = alarms.findIndex((each) => each.said === said.text);
    const [alarm] = at < 0 ? [] : alarms.splice(at, 1);
    return { kind: "says", to: said.to, said: said.text, alarm: alarm?.kind ?? null };
  }
  if (line.kind === "start") return { kind: "starts", record: null, pid: null };
  if (line.kind === "outside") return { kind: "down" };
  const { id = "", deeds: [deed] = [] } = line;
  if (deed?.kind === "gets") return { kind: "gets", record: recordOf(id), id, signal: deed.signal };
  if (deed?.kind === "ends" || line.kind === "killed") return unsettledEnd(line);
  return { kind: "note" };
}

/** An end of which only the words are known; whose it is, is said right after it where a record names the process. */
function unsettledEnd({ id = "" }: StoryLine): Happened {
  return { kind: "ends", record: null, id, pid: null, how: "exit", code: null };
}

/** Puts the end of a record's process where it was seen; one that nobody has seen gets a stop of its own. */
function settleEnd<K extends MachineTypes>(
  walk: Walk<K>,
  at: number,
  { pid, how, code }: Extract<StreamItem<MachineTypes>, { kind: "over" }>,
  record: RecordKey,
): void {
  const { marks, ends, places } = walk;
  const { id } = record;
  const happened: Happened = { kind: "ends", record, id, pid: numberOf(pid), how, code };
  const last = marks.at(-1);
  const isSeen = last?.stop.happened.kind === "ends" && last.stop.happened.record === null;
  if (last !== undefined && isSeen && last.stop.at === at)
    marks[marks.length - 1] = { ...last, stop: { ...last.stop, happened } };
  else if (last?.stop.happened.kind !== "down") {
    const deeds = message("run.ends-with", { code });
    addStop(walk, { at, depth: 1, message: message("run.deeds", { id, deeds }) }, happened);
  }
  const place = places.get(pid);
  if (place !== undefined) ends[place] = marks.length - 1;
}

function walkedRun<K extends MachineTypes>(
  recording: Recording<K>,
  { marks, ends, entered }: Walk<K>,
  { factsOf, ...told }: ToldEnd & Pick<TrailWords<K>, "factsOf">,
): WalkedRun<K> {
  const { intervals } = recording.timeline;
  /** What has not happened at a stop is not known there, though the recording knows it. */
  const lifeAt = (life: ProcessInterval, index: number, place: number): ProcessInterval => {
    const isEntered = (entered.get(index) ?? Number.POSITIVE_INFINITY) <= place;
    const known = life.enter == null || isEntered ? life : { ...life, enter: null };
    return (ends[index] ?? 0) <= place ? known : { ...known, end: null, how: "running", code: null };
  };
  const livesAt = (place: number) =>
    intervals.slice(0, marks[place]?.lives ?? 0).map((life, index) => lifeAt(life, index, place));
  const runningIn = (lives: readonly ProcessInterval[]) => lives.filter(({ how }) => how === "running");
  return {
    ...recording,
    ...told,
    stops: marks.map(({ stop }) => stop),
    runningAt: (place) => runningIn(livesAt(place)),
    levelAt: (place) => marks[place]?.level ?? "",
    sceneAt: (place, words) => {
      const mark = marks[place];
      const state = mark?.state ?? recording.state;
      const isDown = mark?.stop.happened.kind === "down";
      const lives = livesAt(place);
      const running = isDown ? [] : runningIn(lives);
      const known = { at: mark?.stop.at ?? 0, level: mark?.level ?? "", state, lives, running };
      return {
        ...describeMoment({ ...known, down: isDown ? told.ended : undefined }, words),
        ...factsOf(state),
      };
    },
  };
}
