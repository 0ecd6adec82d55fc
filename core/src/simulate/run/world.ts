// The world around init while a simulation runs, as far as it is the same for every machine. It is the one place of the
// simulator with memory that changes; it is made for one run and never leaves it.

import { type DueQueue, emptyQueue } from "./queue.ts";
import type { RecordKey } from "./record-key.ts";
import { type Ticks, toSeconds } from "./ticks.ts";
import type { EndKind } from "./timeline.ts";

/** The types of one machine: what it knows, what can happen to it, and what is seen of it. Never a value. */
export interface MachineTypes {
  /** What init knows between two things that happen to it. */
  readonly state: unknown;
  /** Something that happens to init. */
  readonly event: { readonly kind: string };
  /** Something that init does to the world. */
  readonly effect: { readonly kind: string };
  /** An event of a scenario; `at` in seconds from the boot. */
  readonly outside: { readonly at: number };
  /** What the queue of the world holds. */
  readonly due: unknown;
  /** What can be seen from outside, without its time, in the format of the recorded cases. */
  readonly sight: { readonly event: string };
  /** What is left at the end. */
  readonly final: { readonly running: readonly string[] };
  /** How a machine goes down. */
  readonly down: string;
}

/** What came of an event: the next state, and what init does to the world on the way. */
export interface StepOf<K extends MachineTypes> {
  readonly state: K["state"];
  readonly effects: readonly K["effect"][];
}

/** Something that was seen, and when; `t` in seconds, rounded to 0.01. */
export type Seen<K extends MachineTypes> = { readonly t: number } & K["sight"];

/** Something that a run tells on its way. Times in seconds, to the tick. */
export type StreamItem<K extends MachineTypes> =
  /** Something that can be seen from outside. `echo`: it says once more what another item tells. */
  | { readonly kind: "trace"; readonly event: Seen<K>; readonly echo?: true }
  /** Something has happened to init, and what it did. */
  | { readonly kind: "step"; readonly at: number; readonly event: K["event"]; readonly step: StepOf<K> }
  /** Init has started the process of a record. Number 1: init has become it. */
  | {
      readonly kind: "began";
      readonly at: number;
      readonly pid: number;
      readonly record: RecordKey;
      readonly process: string;
      /** Somebody has to press Enter first. */
      readonly asks?: boolean;
      /** Init starts it again whenever it ends, which its later lives are to say. */
      readonly kept?: boolean;
      /** Not init has started it: the process of this name has left it behind. Its number is below 0. */
      readonly leftBy?: string;
    }
  /** The process of a record runs its command now; one that asks first does so when somebody has pressed Enter. */
  | { readonly kind: "executed"; readonly at: number; readonly pid: number }
  /** A process that init started is over, or init itself. */
  | {
      readonly kind: "over";
      readonly at: number;
      readonly pid: number;
      readonly how: EndKind;
      readonly code: number;
    };

/** What the world of every machine has; a machine adds its processes and whatever else is around it. */
export interface World<K extends MachineTypes> {
  now: Ticks;
  init: K["state"];
  readonly queue: DueQueue<K["due"]>;
  /** What has happened to init in this instant and waits for its turn. */
  readonly soon: K["event"][];
  /** What is to be told next. */
  readonly out: StreamItem<K>[];
  /** How many things were seen so far. */
  seen: number;
  /** The machine is down, or init is gone; seconds. */
  ended: { readonly t: number; readonly how: K["down"] } | undefined;
}

/** What a machine adds to the world. */
export type OwnWorld<K extends MachineTypes, W extends World<K>> = Omit<W, keyof World<K>>;

/**
 * A world in which nothing has happened yet but that init is about to be started. What a machine adds is best assigned to
 * it: a copy of both would be slower in every use.
 */
export function newWorld<K extends MachineTypes>(init: K["state"], boot: K["event"]): World<K> {
  return { now: 0, init, queue: emptyQueue(), soon: [boot], out: [], seen: 0, ended: undefined };
}

/** Tells something that can be seen from outside. */
export function show<K extends MachineTypes>(world: World<K>, sight: K["sight"]): void {
  world.out.push({ kind: "trace", event: { t: roundTime(world.now), ...sight } });
  world.seen++;
}

/** Tells something that can be seen from outside and says only what another item tells as well. */
export function echo<K extends MachineTypes>(world: World<K>, sight: K["sight"]): void {
  world.out.push({ kind: "trace", event: { t: roundTime(world.now), ...sight }, echo: true });
  world.seen++;
}

/** Seconds as a trace has them. */
export function roundTime(ticks: Ticks): number {
  return Math.round(toSeconds(ticks) * 100) / 100;
}
