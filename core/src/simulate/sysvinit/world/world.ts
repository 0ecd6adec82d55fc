// The world around sysvinit while a simulation runs.

import type { SysvinitBehaviour } from "../../../inittab/versions.ts";
import type { Shell } from "../../../shell/run.ts";
import type { Ticks } from "../../run/ticks.ts";
import { type MachineTypes, show, type World } from "../../run/world.ts";
import type { Effect, StartEffect } from "../machine/effects.ts";
import type { InitEvent } from "../machine/events.ts";
import type { InitState, PipeRequest } from "../machine/state.ts";
import type { Scenario, ScenarioEvent } from "../scenario.ts";
import type { AccountLine, FinalState, Sight, SystemEnd } from "../trace.ts";
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
  /** Another process has left it behind, in a session of its own. */
  isLeft: boolean;
  /** The program that it could not find, if that is how it ends. */
  cannotExecute: string | undefined;
}

/** What the queue holds. */
export type DueItem =
  /** A process ends by itself, unless its end was moved. */
  | { readonly kind: "end"; readonly key: number; readonly at: Ticks }
  /** A child of a shell begins to be what it is to be. */
  | { readonly kind: "begin"; readonly key: number; readonly body: Program | Shell };

/** The types of this machine, for the frame. */
export interface Sysvinit extends MachineTypes {
  readonly state: InitState;
  readonly event: InitEvent;
  readonly effect: Effect;
  readonly outside: ScenarioEvent;
  readonly due: DueItem;
  readonly sight: Sight;
  readonly final: FinalState;
  readonly down: SystemEnd;
}

/** Everything about a run that changes. */
export interface SysvinitWorld extends World<Sysvinit> {
  readonly scenario: Scenario;
  /** Events of the scenario after which another request is written before init can look. */
  readonly followed: ReadonlySet<ScenarioEvent>;
  readonly behaviour: SysvinitBehaviour;
  readonly model: ProcessModel;
  readonly processes: Map<number, Process>;
  /** The members of each group, in the order of their keys. */
  readonly groups: Map<number, Set<Process>>;
  lastKey: number;
  /** Ends in the queue that were called off. */
  stale: number;
  /** Those who wait for somebody to open the pipe, and until when. */
  writers: { readonly request: PipeRequest; readonly until: Ticks }[];
  /** Arguments of telinit that processes have called. */
  readonly calls: (readonly string[])[];
  readonly utmp: AccountLine[];
  readonly wtmp: AccountLine[];
}

/** Tells something that can be seen from outside. */
export function tell(world: SysvinitWorld, sight: Sight): void {
  show<Sysvinit>(world, sight);
}
