// A run that can be looked at from any moment: what a view, a debugger or an editor's decorations show. Only the newest
// question costs a run; every moment of it is looked up.

import type { Message } from "../../text/message.ts";
import type { Slices } from "../../text/slices.ts";
import type { Run } from "./drive.ts";
import { playbackStoryLimit } from "./limits.ts";
import { message } from "./message.ts";
import type { Offer } from "./offers.ts";
import { type RecordReason, reasonWhenDown } from "./reason.ts";
import type { RecordKey } from "./record-key.ts";
import { half, recordAndTellSlices, type StoryWords, type ToldRecording } from "./story.ts";
import type { ProcessInterval } from "./timeline.ts";
import type { MachineTypes, StreamItem, World } from "./world.ts";

/** A signal that init sends to the processes of a record; seconds. */
export interface SentSignal {
  readonly record: RecordKey;
  readonly at: number;
  readonly signal: "TERM" | "KILL";
}

/** A process of init at a moment. */
export interface RunningProcess {
  readonly pid: number;
  readonly record: RecordKey;
  /** The words of the command as init executes them. */
  readonly command: readonly string[];
  /** Seconds since the boot. */
  readonly since: number;
  /** `NAME=value`, in init's order. */
  readonly environment: readonly string[];
  /** What can be done to it. */
  readonly offers: readonly Offer[];
}

/** Init and its processes at a moment. `Words`: its sentences, or their words in a language. */
export interface Moment<Words = Message> {
  /** Seconds since the boot. */
  readonly at: number;
  /** `#` and `*` are the phases of the boot; of an init without levels, its phase. */
  readonly level: string;
  /** What processes see as PREVLEVEL; empty where there is no such thing. */
  readonly previous: string;
  /** What init itself is doing, in words that fit after its name; for a machine that is down, a sentence. */
  readonly doing: Words;
  /** The machine is down. */
  readonly isDown: boolean;
  readonly reasons: readonly RecordReason<Words>[];
  /** In the order of their start. */
  readonly processes: readonly RunningProcess[];
  /** What a process would get that is started now, as `NAME=value`. */
  readonly environment: readonly string[];
}

/** A whole run, and init after each thing that happened to it. */
export interface Playback<K extends MachineTypes> extends ToldRecording<K> {
  readonly signals: readonly SentSignal[];
  /** The moments at which something happens, rising; seconds. */
  readonly moments: readonly number[];
  readonly steps: readonly { readonly at: number; readonly state: K["state"] }[];
}

/** How a run is watched for a playback. */
export interface Watching<K extends MachineTypes> {
  /** Hands on the signals that init sends with an effect; `running` are the records of all processes, by number. */
  readonly noteSignals: (
    effect: K["effect"],
    running: ReadonlyMap<number, RecordKey>,
    note: (record: RecordKey, signal: SentSignal["signal"]) => void,
  ) => void;
  /** Whether a step is one that somebody who looks at the machine notices. */
  readonly isNoticed: (step: Extract<StreamItem<K>, { kind: "step" }>) => boolean;
  /** Sees every item of the run. */
  readonly watch?: (item: StreamItem<K>) => void;
}

/** Runs a machine once, in slices, and keeps what is needed to look at any moment of it. */
export function* playRun<K extends MachineTypes, W extends World<K>>(
  run: Run<K, W>,
  words: StoryWords<K>,
  { noteSignals, isNoticed, watch: see }: Watching<K>,
): Slices<Playback<K>> {
  const steps: { at: number; state: K["state"] }[] = [];
  const signals: SentSignal[] = [];
  const moments = new Set<number>();
  const watch = (item: StreamItem<K>, running: ReadonlyMap<number, RecordKey>) => {
    see?.(item);
    if (item.kind === "trace") {
      moments.add(item.event.t);
      return;
    }
    if (item.kind !== "step" || isNoticed(item)) moments.add(roundSeconds(item.at));
    if (item.kind !== "step") return;
    const { at, step } = item;
    if (steps.at(-1)?.at === at) steps.pop();
    steps.push({ at, state: step.state });
    for (const effect of step.effects)
      noteSignals(effect, running, (record, signal) => signals.push({ record, at, signal }));
  };
  const told = yield* recordAndTellSlices(run, words, { watch, mostLines: playbackStoryLimit });
  for (const { at } of run.plan.events) if (at <= told.timeline.until) moments.add(roundSeconds(at));
  return { ...told, signals, moments: [...moments].toSorted((one, other) => one - other), steps };
}

/** What a machine is asked about a moment. */
interface MomentAsked {
  /** Seconds since the boot. */
  readonly at: number;
  /** What has been started until then. */
  readonly lives: readonly ProcessInterval[];
  /** What of it runs. */
  readonly running: readonly ProcessInterval[];
}

/** What a machine alone knows of a moment. */
export interface MomentWords<K extends MachineTypes> {
  /** What processes see as the level before. */
  readonly previousOf: (state: K["state"]) => string;
  /** What init itself is doing, in words that fit after its name. */
  readonly describeDoing: (state: K["state"], asked: MomentAsked) => Message;
  readonly explain: (state: K["state"], asked: MomentAsked) => readonly RecordReason[];
  /** A process that runs; nothing where there is none that could be shown. */
  readonly processesOf: (life: ProcessInterval, asked: MomentAsked) => readonly RunningProcess[];
  /** What a process would get that is started now. */
  readonly environmentOf: (state: K["state"]) => readonly string[];
}

/** Init and its processes as they are at a time in seconds, with all that is due then done. */
export function lookAt<K extends MachineTypes>(
  playback: Playback<K>,
  seconds: number,
  words: MomentWords<K>,
): Moment {
  const { timeline, ended } = playback;
  const at = Math.min(Math.max(seconds, 0), timeline.until);
  const down = ended !== undefined && at + half >= ended.t ? ended : undefined;
  const lives = timeline.intervals.filter(({ start }) => start <= at + half);
  const running = down === undefined ? lives.filter((life) => isRunning(life, at)) : [];
  const level = timeline.levels.findLast(({ start }) => start <= at + half)?.level ?? "";
  return describeMoment({ at, lives, running, state: stateIn(playback, at), level, down }, words);
}

/** What is known of a moment before it is described. */
export interface KnownMoment<K extends MachineTypes> extends MomentAsked {
  readonly state: K["state"];
  readonly level: string;
  /** How the machine has gone down, if it has. */
  readonly down: ToldRecording<K>["ended"];
}

/** Init and its processes at a moment. */
export function describeMoment<K extends MachineTypes>(
  { state, level, down, ...asked }: KnownMoment<K>,
  words: MomentWords<K>,
): Moment {
  const reasons = words.explain(state, asked);
  return {
    at: asked.at,
    level,
    previous: words.previousOf(state),
    doing: down === undefined ? words.describeDoing(state, asked) : message("run.is-down", { how: down.how }),
    isDown: down !== undefined,
    reasons: down === undefined ? reasons : reasons.map(reasonWhenDown),
    processes: asked.running.flatMap((life) => words.processesOf(life, asked)),
    environment: words.environmentOf(state),
  };
}

/** Seconds as moments have them: rounded to a hundredth, as the trace's times are. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

/** Whether a process that has begun still runs at a moment. */
function isRunning({ end }: ProcessInterval, at: number): boolean {
  return end === null || end > at + half;
}

/** The last step until then is looked up; what is before the first one is not asked for. */
function stateIn<K extends MachineTypes>({ steps, state }: Playback<K>, seconds: number): K["state"] {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.at ?? 0) <= seconds + half) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.state ?? state;
}
