// The world around BusyBox init while a simulation runs.

import type { Shell } from "../../../shell/run.ts";
import type { RecordKey } from "../../run/record-key.ts";
import type { Ticks } from "../../run/ticks.ts";
import { echo, type MachineTypes, show, type World } from "../../run/world.ts";
import type { EntryName } from "../keys.ts";
import { placeOfLog } from "../machine/draft.ts";
import type { BusyboxEffect, BusyboxEvent, BusyboxState } from "../machine/state.ts";
import type { BusyboxDown } from "../phases.ts";
import type { BusyboxScenario, BusyboxScenarioEvent } from "../scenario.ts";
import type { BusyboxSight, BusyboxTrace } from "../trace.ts";
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
  /** Another process has left it behind, in a session of its own. */
  isLeft: boolean;
  /** It could not execute its program. */
  stillborn: boolean;
  /** When the last child that it has left behind begins; until then it does not end. */
  busyUntil: Ticks;
  endsAt: Ticks | null;
}

/** What the queue holds. */
export type BusyboxDue =
  | { readonly kind: "end"; readonly key: number; readonly at: Ticks }
  | { readonly kind: "begin"; readonly key: number; readonly body: Shell | ChildProgram }
  /** A shell is over whose child had to begin first. */
  | { readonly kind: "finish"; readonly key: number; readonly code: number }
  | { readonly kind: "signal"; readonly key: number; readonly signal: string };

/** A program that a shell starts. */
export interface ChildProgram {
  readonly program: BusyboxProgram;
  readonly input: string;
}

/** The types of this machine, for the frame. */
export interface Busybox extends MachineTypes {
  readonly state: BusyboxState;
  readonly event: BusyboxEvent;
  readonly effect: BusyboxEffect;
  readonly outside: BusyboxScenarioEvent;
  readonly due: BusyboxDue;
  readonly sight: BusyboxSight;
  readonly final: BusyboxTrace["final"];
  readonly down: BusyboxDown;
}

/** Everything about a run that changes. */
export interface BusyboxWorld extends World<Busybox> {
  readonly scenario: BusyboxScenario;
  readonly model: BusyboxModel;
  /** By which key an entry is known in what is told. */
  readonly keyOf: (entry: EntryName) => RecordKey;
  readonly processes: Map<number, BusyboxProcess>;
  /** The terminals that some process controls. */
  readonly controlled: Set<string>;
  lastKey: number;
  readonly terminals: Map<string, Terminal>;
  /** Children that could not execute their program: they are dead before init goes on. */
  readonly stillborn: number[];
}

/** Tells something that can be seen from outside. */
export function tellSight(world: BusyboxWorld, sight: BusyboxSight): void {
  show<Busybox>(world, sight);
}

/** Writes a line on a terminal; nobody sees what is written to `null`. */
export function writeLine(world: BusyboxWorld, to: string, text: string): void {
  if (to !== "null") tellSight(world, { event: "log", text, to });
}

/**
 * Writes a line of a process that has its terminal into the log, or on the terminal where there is no syslog. `echo`: it
 * says once more what a terminal or another item tells. Observed: 1.38.0-oe.
 */
export function writeOwnLine(world: BusyboxWorld, terminal: string, text: string, isEcho: boolean): void {
  const log = placeOfLog(world.init);
  // The log that is no syslog is where standard error goes: on the terminal of the process.
  const to = log === "console" ? terminal : log;
  if (to !== "null") tellLine(world, { event: "log", text, to }, isEcho);
}

/** Writes a line of init's into the log. `echo`: it says once more what a terminal or another item tells. */
export function writeLog(world: BusyboxWorld, text: string, isEcho: boolean): void {
  tellLine(world, { event: "log", text, to: "syslog" }, isEcho);
}

function tellLine(world: BusyboxWorld, sight: BusyboxSight, isEcho: boolean): void {
  if (isEcho) echo<Busybox>(world, sight);
  else show<Busybox>(world, sight);
}
