// The world around init while a simulation runs. This is the one place of the simulator with memory that changes; it is
// made for one run and never leaves it.

import type { SysvinitBehaviour } from "../../../inittab/versions.ts";
import type { Shell } from "../../../shell/run.ts";
import type { DueQueue } from "../../run/queue.ts";
import type { RecordKey } from "../../run/record-key.ts";
import { type Ticks, toSeconds } from "../../run/ticks.ts";
import type { EndKind } from "../../run/timeline.ts";
import type { StartEffect } from "../machine/effects.ts";
import type { InitEvent } from "../machine/events.ts";
import type { InitState, PipeRequest } from "../machine/state.ts";
import type { Step } from "../machine/step.ts";
import type { Scenario } from "../scenario.ts";
import type { AccountLine, SystemEnd, TraceEvent } from "../trace.ts";
import type { ProcessModel, Program } from "./model.ts";

/** A live process. */
export interface Process {
  readonly key: number;
  /** The id by which init knows it; 0 for one that init did not start. */
  readonly pid: number;
  /** The key of the process that started it; 0: init. */
  readonly parent: number;
  /** The leader's `pid`, or something below 0 for a group of its own. */
  group: number;
  /** What init did to start it or its ancestor. */
  readonly start: StartEffect;
  /** What it runs, or the shell that it is. */
  program: Program | undefined;
  shell: Shell | undefined;
  /** The key of the child that a shell waits for, or 0. */
  waitsFor: number;
  endsAt: Ticks | null;
  /** It has got TERM and is on its way out. */
  dying: boolean;
  /** The program that it could not find, if that is how it ends. */
  cannotExecute: string | undefined;
}

/** Something that a run tells on its way. Times in seconds. */
export type StreamItem =
  /** Something that can be seen from outside, in the format of the trace. */
  | { readonly kind: "trace"; readonly event: TraceEvent }
  /** Something has happened to init, and what it did. */
  | { readonly kind: "step"; readonly at: number; readonly event: InitEvent; readonly step: Step }
  /** Init has started the process of a record. */
  | {
      readonly kind: "began";
      readonly at: number;
      readonly pid: number;
      readonly record: RecordKey;
      readonly process: string;
    }
  /** A process that init started is over. */
  | {
      readonly kind: "over";
      readonly at: number;
      readonly pid: number;
      readonly how: EndKind;
      readonly code: number;
    };

/** What the queue holds. */
type DueItem =
  /** A process ends by itself, unless its end was moved. */
  | { readonly kind: "end"; readonly key: number; readonly at: Ticks }
  /** A child of a shell begins to be what it is to be. */
  | { readonly kind: "begin"; readonly key: number; readonly body: Program | Shell };

/** Everything about a run that changes. */
export interface World {
  readonly scenario: Scenario;
  readonly behaviour: SysvinitBehaviour;
  readonly model: ProcessModel;
  now: Ticks;
  init: InitState;
  readonly processes: Map<number, Process>;
  /** The members of each group, in the order of their keys. */
  readonly groups: Map<number, Set<Process>>;
  lastKey: number;
  readonly queue: DueQueue<DueItem>;
  /** Ends in the queue that were called off. */
  stale: number;
  /** What has happened to init in this instant and waits for its turn. */
  readonly soon: InitEvent[];
  /** Those who wait for somebody to open the pipe, and until when. */
  writers: { readonly request: PipeRequest; readonly until: Ticks }[];
  /** Arguments of telinit that processes have called. */
  readonly calls: (readonly string[])[];
  readonly out: StreamItem[];
  told: number;
  readonly utmp: AccountLine[];
  readonly wtmp: AccountLine[];
  ended: SystemEnd | undefined;
}

/** Tells something that can be seen from outside. */
export function tell(world: World, event: WithoutTime<TraceEvent>): void {
  world.out.push({ kind: "trace", event: { t: roundTime(world.now), ...event } as TraceEvent });
  world.told++;
}

type WithoutTime<T> = T extends unknown ? Omit<T, "t"> : never;

/** Seconds as a trace has them. */
export function roundTime(ticks: Ticks): number {
  return Math.round(toSeconds(ticks) * 100) / 100;
}
