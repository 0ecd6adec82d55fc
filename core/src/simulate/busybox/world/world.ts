// The world around BusyBox init while a simulation runs. It changes; it is made for one run and never leaves it.

import type { Shell } from "../../../shell/run.ts";
import type { DueQueue } from "../../run/queue.ts";
import { type Ticks, toSeconds } from "../../run/ticks.ts";
import type { BusyboxEffect, BusyboxEvent, BusyboxState, BusyboxStep } from "../machine/state.ts";
import type { BusyboxScenario } from "../scenario.ts";
import type { BusyboxSight, BusyboxTraceEvent } from "../trace.ts";
import type { BusyboxModel, BusyboxProgram } from "./model.ts";
import type { Terminal } from "./terminals.ts";

/** What init did to start a process. */
export type BusyboxStart = Extract<BusyboxEffect, { kind: "start" }>;

/** A live process. */
export interface BusyboxProcess {
  /** In the order of birth. */
  readonly key: number;
  /** The number by which init knows it: 1 for process 1 itself, 0 for one that init did not start. */
  readonly pid: number;
  /** The key of the process that started it; 0: init. */
  readonly parent: number;
  /** The key of the leader of its session. */
  readonly session: number;
  /** What init did to start it or its ancestor; undefined for process 1. */
  readonly start: BusyboxStart | undefined;
  /** The names of the terminals for input and for messages. */
  input: string;
  readonly output: string;
  /** The terminal that it controls, if it leads a session. */
  controls: string | undefined;
  program: BusyboxProgram | undefined;
  shell: Shell | undefined;
  /** The key of the child that a shell waits for, or 0. */
  waitsFor: number;
  /** It could not execute its program. */
  stillborn: boolean;
  endsAt: Ticks | null;
}

/** What the queue holds. */
type BusyboxDue =
  | { readonly kind: "end"; readonly key: number; readonly at: Ticks }
  | { readonly kind: "begin"; readonly key: number; readonly body: Shell | ChildProgram }
  | { readonly kind: "signal"; readonly key: number; readonly signal: string };

/** A program that a shell starts. */
export interface ChildProgram {
  readonly program: BusyboxProgram;
  readonly input: string;
}

/** Something that a run tells on its way; times in seconds. */
export type BusyboxStreamItem =
  | { readonly kind: "trace"; readonly event: BusyboxTraceEvent }
  /** Something has happened to init, and what it did. */
  | {
      readonly kind: "step";
      readonly at: number;
      readonly event: BusyboxEvent;
      readonly step: BusyboxStep;
    }
  /** Init has started the process of an entry. */
  | { readonly kind: "began"; readonly at: number; readonly start: BusyboxStart }
  /** The process of an entry runs its command now; one that asks first does so when somebody has pressed Enter. */
  | { readonly kind: "executed"; readonly at: number; readonly pid: number }
  /** Process 1 is another program now. */
  | {
      readonly kind: "became";
      readonly at: number;
      readonly terminal: string;
      readonly command: string;
    }
  /** A process that init started is over, or process 1 itself. */
  | {
      readonly kind: "over";
      readonly at: number;
      readonly pid: number;
      readonly how: BusyboxEndKind;
      readonly code: number;
    };

/** How a process came to its end. */
export type BusyboxEndKind = "exit" | "killed" | "terminated";

/** Everything about a run that changes. */
export interface BusyboxWorld {
  readonly scenario: BusyboxScenario;
  readonly model: BusyboxModel;
  now: Ticks;
  init: BusyboxState;
  readonly processes: Map<number, BusyboxProcess>;
  lastKey: number;
  readonly terminals: Map<string, Terminal>;
  readonly queue: DueQueue<BusyboxDue>;
  /** What has happened to init in this instant and waits for its turn. */
  readonly soon: BusyboxEvent[];
  /** Children that could not execute their program: they are dead before init goes on. */
  readonly stillborn: number[];
  readonly out: BusyboxStreamItem[];
  told: number;
  /** The machine is down, or process 1 is gone. */
  ended: boolean;
}

/** Tells something that can be seen from outside. */
export function tellSight(world: BusyboxWorld, sight: BusyboxSight): void {
  world.out.push({ kind: "trace", event: { t: roundTime(world.now), ...sight } });
  world.told++;
}

/** Writes a line on a terminal; nobody sees what is written to `null`. */
export function writeLine(world: BusyboxWorld, to: string, text: string): void {
  if (to !== "null") tellSight(world, { event: "log", text, to });
}

/** Seconds as a trace has them. */
export function roundTime(ticks: Ticks): number {
  return Math.round(toSeconds(ticks) * 100) / 100;
}
