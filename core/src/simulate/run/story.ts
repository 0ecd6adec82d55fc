// What happens in a simulated run as lines to read: what happens from outside or by itself begins at the margin, what
// init does about it stands below. Lines are joined and looked up by what they are about, never by their words.

import { listOf, type Message } from "../../text/message.ts";
import { finish, type Slices, spend } from "../../text/slices.ts";
import { drive, type Run, type RunEnd } from "./drive.ts";
import { describeBreak } from "./limits.ts";
import { message } from "./message.ts";
import { itemCost, newRecorder, type Recorder, type Recording } from "./record.ts";
import { leftKey, type RecordKey } from "./record-key.ts";
import type { MachineTypes, StreamItem, World } from "./world.ts";

/** What a line is about, for its colour. */
export type StoryKind = "outside" | "start" | "end" | "killed" | "message" | "note";

/** What becomes of a process. */
export type Deed =
  | { readonly kind: "gets"; readonly signal: string }
  /** The exit code is null where it is the one that is expected. */
  | { readonly kind: "ends"; readonly code: number | null };

/** One line of the story. */
export interface StoryLine {
  /** Seconds since the boot. */
  readonly at: number;
  /** 0: a cause; 1: what init does about it; 2: what a process does that init has started. */
  readonly depth: 0 | 1 | 2;
  readonly kind: StoryKind;
  /** Its values may hold any character of the user's files. */
  readonly message: Message;
  /** The id of a process that gets a signal or ends. */
  readonly id?: string;
  /** What becomes of that process, in order. */
  readonly deeds?: readonly Deed[];
  /** The record whose process is started. */
  readonly record?: RecordKey;
}

/** Makes lines of the items of one run, one after the other. */
export interface Teller<K extends MachineTypes> {
  /** The lines for an item; `outsideAt` is when something last happened from outside. */
  readonly tell: (item: StreamItem<K>, outsideAt: number) => Iterable<StoryLine>;
  /** The lines that follow all others. */
  readonly close: (end: RunEnd<K>) => Iterable<StoryLine>;
}

/** How the story of a run of a machine is made. */
export interface StoryWords<K extends MachineTypes> {
  readonly newTeller: () => Teller<K>;
  /** What happens from outside, in a few words. */
  readonly describeEvent: (event: K["outside"]) => Message;
  /** How the machine goes down, in a few words. */
  readonly describeDown: (how: K["down"]) => Message;
  /** Why nothing follows from what happens from outside; undefined if the event explains itself. */
  readonly whyNothing: (event: K["outside"], states: StatesAround<K>) => Message | undefined;
}

/** Init before and after something that happens to it. */
export interface StatesAround<K extends MachineTypes> {
  readonly before: K["state"];
  readonly after: K["state"];
}

/** How a run ended that did not come to the end of its scenario; seconds. */
export interface ToldEnd {
  /** How the machine went down. */
  readonly ended: { readonly t: number; readonly how: Message } | undefined;
  /** Why the run was broken off. */
  readonly stopped: { readonly t: number; readonly why: Message } | undefined;
}

/** A run with its story. */
export interface ToldRecording<K extends MachineTypes> extends Recording<K>, ToldEnd {
  /** The beginning of it if it is longer than was asked for. */
  readonly story: readonly StoryLine[];
}

/** How the story of a run is made. */
export interface Telling<K extends MachineTypes> {
  /** Sees every item of the run, and what runs then. */
  readonly watch?: (item: StreamItem<K>, running: Recorder<K>["running"]) => void;
  /** So many lines are kept. Default: all. */
  readonly mostLines?: number;
}

/** The trace's times are rounded to a hundredth of a second; times that are closer than this are the same. */
export const half = 0.005_001;

/** Makes the story of a run as it happens, up to its end. What ends at once because of a signal gets one line. */
export function tellRun<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
  words: StoryWords<K>,
  watch: (item: StreamItem<K>) => void = () => {},
): Generator<StoryLine, RunEnd<K>, undefined> {
  return withoutPauses(joinLines(tellAll(run, words, watch)));
}

function* withoutPauses<End>(
  lines: Generator<StoryLine | undefined, End, undefined>,
): Generator<StoryLine, End, undefined> {
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done === true) return next.value;
    if (next.value !== undefined) yield next.value;
  }
}

/** Runs a machine once, and keeps the run and its story: what follows the story needs its end. */
export function recordAndTell<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
  words: StoryWords<K>,
  telling: Telling<K> = {},
): ToldRecording<K> {
  return finish(recordAndTellSlices(run, words, telling));
}

/** The same in slices. */
export function* recordAndTellSlices<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
  words: StoryWords<K>,
  { watch, mostLines = Number.POSITIVE_INFINITY }: Telling<K> = {},
): Slices<ToldRecording<K>> {
  const { take, finish: close, running } = newRecorder(run);
  const meter = { spent: 0 };
  const lines = joinLines(
    tellAll(run, words, (item) => {
      watch?.(item, running);
      take(item);
      return spend(meter, itemCost + running.size);
    }),
  );
  const story: StoryLine[] = [];
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done === true) return { ...close(next.value), ...toldEnd(next.value, words), story };
    if (next.value === undefined) yield;
    else if (story.length < mostLines) story.push(next.value);
  }
}

/** How a run ended that did not come to the end of its scenario, in words. */
export function toldEnd<K extends MachineTypes>(
  { ended, stopped }: RunEnd<K>,
  { describeDown }: StoryWords<K>,
): ToldEnd {
  return {
    ended: ended && { t: ended.t, how: describeDown(ended.how) },
    stopped: stopped && { t: stopped.t, why: describeBreak(stopped) },
  };
}

/** Puts outside events between the lines of the run; undefined if `watch` asks for a pause. */
function* tellAll<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
  words: StoryWords<K>,
  watch: (item: StreamItem<K>) => unknown,
): Generator<StoryLine | undefined, RunEnd<K>, undefined> {
  const { plan } = run;
  const outside = newOutside(run, words);
  const teller = words.newTeller();
  const silence = watchSilence(words);
  const stream = drive(run);
  for (let item = stream.next(); ; item = stream.next()) {
    if (item.done !== true && watch(item.value) === true) yield undefined;
    const at = item.done === true ? plan.until : timeOf(item.value);
    yield* silence.brokenAt(at);
    for (const { event, line } of item.done === true ? outside.rest(item.value) : outside.until(at)) {
      yield* silence.brokenAt(event.at);
      yield line;
      silence.begin(event);
    }
    if (item.done === true) {
      if (item.value.ended === undefined) yield* silence.brokenAt(Number.POSITIVE_INFINITY);
      yield* teller.close(item.value);
      yield* breakLines(item.value);
      return item.value;
    }
    if (item.value.kind === "step") silence.step(item.value.step.state);
    for (const line of teller.tell(item.value, outside.lastAt())) {
      // What init says of it is not what follows.
      if (line.kind !== "message") silence.end();
      yield line;
    }
  }
}

/** An outside event, and its words in the story. */
interface OutsideLine<K extends MachineTypes> {
  readonly event: K["outside"];
  readonly line: StoryLine;
}

/** The lines for outside events, each to appear once. */
export interface OutsideLines<K extends MachineTypes> {
  /** Those of what has happened by then. */
  readonly until: (at: number) => Iterable<OutsideLine<K>>;
  /** Those that are left when the run is over. */
  readonly rest: (end: RunEnd<K>) => Iterable<OutsideLine<K>>;
  /** When something last happened; -1: nothing has. */
  readonly lastAt: () => number;
}

/** The lines for what happens from outside in a run. */
export function newOutside<K extends MachineTypes, W extends World<K>>(
  { machine, plan }: Run<K, W>,
  { describeEvent }: Pick<StoryWords<K>, "describeEvent">,
): OutsideLines<K> {
  const outside = plan.events.toSorted((one, other) => one.at - other.at);
  const isTooLate = (at: number) => !machine.untilIsIn && at >= plan.until;
  let next = 0;
  let lastAt = -1;
  function* lines(until: number, isLeftOut: (at: number) => boolean): Iterable<OutsideLine<K>> {
    for (
      let event = outside[next];
      event !== undefined && event.at <= until + half;
      event = outside[++next]
    ) {
      if (isLeftOut(event.at)) return;
      const line = { at: event.at, depth: 0, kind: "outside", message: describeEvent(event) } as const;
      yield { event, line };
      lastAt = event.at;
    }
  }
  return {
    until: (at) => lines(at, () => false),
    rest: ({ ended }) => lines(plan.until, (at) => ended !== undefined || isTooLate(at)),
    lastAt: () => lastAt,
  };
}

/** That a run was broken off, where it was. */
export function breakLines<K extends MachineTypes>({ stopped }: RunEnd<K>): readonly StoryLine[] {
  if (stopped === undefined) return [];
  const what = message("run.broken-off", { why: describeBreak(stopped) });
  return [{ at: stopped.t, depth: 0, kind: "note", message: what }];
}

/** Notices what nothing follows from. */
export interface Silence<K extends MachineTypes> {
  /** Something happens from outside. */
  readonly begin: (event: K["outside"]) => void;
  /** Init has another state. */
  readonly step: (state: K["state"]) => void;
  /** Something follows. */
  readonly end: () => void;
  /** The line for what nothing has followed from until this time. */
  readonly brokenAt: (at: number) => Iterable<StoryLine>;
}

/** If several things happen at the same time, it is not known which of them had no effect. */
export function watchSilence<K extends MachineTypes>({ whyNothing }: StoryWords<K>): Silence<K> {
  let state: K["state"] | undefined;
  let since: { readonly event: K["outside"]; readonly before: K["state"] | undefined } | undefined;
  return {
    begin: (event) => {
      since = { event, before: state };
    },
    step: (after) => {
      state = after;
    },
    end: () => {
      since = undefined;
    },
    *brokenAt(at) {
      if (since === undefined || at <= since.event.at + half) return;
      const { event, before } = since;
      since = undefined;
      if (before === undefined || state === undefined) return;
      const why = whyNothing(event, { before, after: state });
      if (why !== undefined) yield { at: event.at, depth: 1, kind: "note", message: why };
    },
  };
}

function timeOf<K extends MachineTypes>(item: StreamItem<K>): number {
  return item.kind === "trace" ? item.event.t : item.at;
}

/** Makes one line of a signal and the end that it brings at once. */
function* joinLines<End>(
  lines: Generator<StoryLine | undefined, End, undefined>,
): Generator<StoryLine | undefined, End, undefined> {
  let held: StoryLine | undefined;
  for (let next = lines.next(); ; next = lines.next()) {
    if (next.done !== true && next.value === undefined) {
      yield undefined;
      continue;
    }
    const line = next.done === true ? undefined : next.value;
    const joined = joinedWith(held, line);
    if (joined !== undefined) {
      yield joined;
      held = undefined;
      continue;
    }
    if (held !== undefined) yield held;
    held = line;
    if (next.done === true) return next.value;
  }
}

/** One line for two, if they are about the same process at the same time. */
function joinedWith(one: StoryLine | undefined, other: StoryLine | undefined): StoryLine | undefined {
  const { id, deeds } = one ?? {};
  if (one === undefined || id === undefined || id !== other?.id || one.at !== other.at) return undefined;
  if (deeds === undefined || other.deeds === undefined) return undefined;
  const all = [...deeds, ...other.deeds];
  return { ...one, deeds: all, message: describeDeeds(id, all) };
}

/** The line of the boot, with the words that init is started with. */
export function bootLine(at: number, words: readonly string[]): StoryLine {
  const command = ["init", ...words].join(" ");
  return { at, depth: 0, kind: "outside", message: message("run.boot", { command }) };
}

/** The line of a program that has begun though no record names it. */
export function beginLine(at: number, id: string): StoryLine {
  return { at, depth: 1, kind: "start", message: message("run.starts", { id }) };
}

/** A process that another one has left behind. */
interface LeftProcess {
  readonly id: string;
  readonly by: string;
}

/** The processes that others have left behind and that run, by the numbers that they are told with. */
export class LeftBehind {
  private readonly processes = new Map<number, LeftProcess>();

  /** One is left behind: the line for it. */
  begin(at: number, pid: number, process: LeftProcess): StoryLine {
    this.processes.set(pid, process);
    return leavesLine(at, process);
  }

  over(pid: number): void {
    this.processes.delete(pid);
  }

  /** Whether a program is one whose beginning was told when it was left behind. */
  has(name: string): boolean {
    return [...this.processes.values()].some(({ id }) => id === name);
  }

  /** The lines of those that stay where init stops what has left them. */
  *staying(at: number, isStopped: (by: string) => boolean): Iterable<StoryLine> {
    for (const process of this.processes.values()) if (isStopped(process.by)) yield staysLine(at, process);
  }
}

/** The line of a process that is left behind. */
function leavesLine(at: number, { id, by }: LeftProcess): StoryLine {
  return { at, depth: 1, kind: "start", record: leftKey(id), message: message("run.leaves", { id, by }) };
}

/** The line of a process that init does not stop with the one that has left it behind. */
function staysLine(at: number, { id, by }: LeftProcess): StoryLine {
  return { at, depth: 1, kind: "note", message: message("run.stays", { id, by }) };
}

/** The line of what becomes of a process. */
export function deedLine({ at, depth }: Place, id: string, deed: Deed): StoryLine {
  const deeds = [deed];
  return { at, depth, kind: "end", id, deeds, message: describeDeeds(id, deeds) };
}

/** The line of a process that is killed, which no other line is joined with. */
export function killedLine({ at, depth }: Place, id: string): StoryLine {
  return { at, depth, kind: "killed", message: message("run.is-killed", { id }) };
}

/** The line of something that init or a child of it says in its own words, where everybody can read it. */
export function saidLine(at: number, words: string): StoryLine {
  return { at, depth: 1, kind: "message", message: message("run.said", { words }) };
}

/** The line of something that init writes into the log, in its own words. */
export function loggedLine(at: number, words: string): StoryLine {
  return { at, depth: 1, kind: "message", message: message("run.logged", { words }) };
}

type Place = Pick<StoryLine, "at" | "depth">;

/** The line of the end of a machine. */
export function downLine({ t, how }: { readonly t: number; readonly how: Message }): StoryLine {
  return { at: t, depth: 0, kind: "outside", message: message("run.down", { how }) };
}

function describeDeeds(id: string, deeds: readonly Deed[]): Message {
  return message("run.deeds", { id, deeds: listOf(deeds.map(describeDeed), "and") });
}

function describeDeed(deed: Deed): Message {
  switch (deed.kind) {
    case "gets":
      return message("run.gets", { signal: deed.signal });
    case "ends":
      return deed.code === null ? message("run.ends") : message("run.ends-with", { code: deed.code });
  }
}
