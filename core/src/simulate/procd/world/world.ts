// The world around procd while a simulation runs.

import type { Ticks } from "../../run/ticks.ts";
import type { MachineTypes, World } from "../../run/world.ts";
import type {
  PlacedEntry,
  ProcdEffect,
  ProcdEvent,
  ProcdMachineState,
  ProcdRequest,
  ProcdStart,
} from "../machine/state.ts";
import type { ProcdScenario, ProcdScenarioEvent } from "../scenario.ts";
import type { ProcdSight, ProcdTrace } from "../trace.ts";

/** A live process, or a run of scripts. */
export interface ProcdProcess {
  readonly pid: number;
  /** By which a scenario knows it. */
  readonly key: string;
  readonly entry: PlacedEntry;
  /** How it was started; undefined for a run of scripts. */
  readonly start: ProcdStart | undefined;
  /** The pattern of a run of scripts. */
  readonly pattern: string | undefined;
  /** It waits for Enter. */
  asks: boolean;
  endsAt: Ticks | null;
}

/** The types of this machine, for the frame. */
export interface Procd extends MachineTypes {
  readonly state: ProcdMachineState;
  readonly event: ProcdEvent;
  readonly effect: ProcdEffect;
  readonly outside: ProcdScenarioEvent;
  /** The end of a process that was settled before. */
  readonly due: { readonly pid: number; readonly at: Ticks };
  readonly sight: ProcdSight;
  readonly final: ProcdTrace["final"];
  readonly down: ProcdRequest;
}

/** Everything about a run that changes. */
export interface ProcdWorld extends World<Procd> {
  readonly settings: NonNullable<ProcdScenario["processes"]>;
  /** By number, in the order of their start. */
  readonly processes: Map<number, ProcdProcess>;
  /** The numbers of those that wait for Enter, by device, the first one first. */
  readonly waiting: Map<string, number[]>;
  /** The characters typed on a device since the last end of line, and the lines that nobody has read yet. */
  readonly typed: Map<string, { line: string; ready: number }>;
}
