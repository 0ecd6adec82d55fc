// What a simulation is asked with and what views show of it: plain JSON, the same for every machine and every editor.

import type { BusyboxScenario } from "./busybox/scenario.ts";
import type { RecordKey } from "./sysvinit/machine/effects.ts";
import type { ProcessInterval } from "./sysvinit/run.ts";
import type { Scenario } from "./sysvinit/scenario.ts";

/** A scenario of any init that can be simulated. */
export type AnyScenario = Scenario | BusyboxScenario;

/** A scenario without its table, which is that of a document. */
export type World = Omit<Scenario, "inittab"> | Omit<BusyboxScenario, "inittab">;

/** What a record is for init: it waits for the process, keeps it running, or starts it and goes on. */
export type RecordManner = "waits" | "respawns" | "once";

/** A record, or a line that init drops, as the lane of a timeline. */
export interface SimulationLane {
  readonly record: RecordKey;
  readonly runlevels: string;
  readonly action: string;
  readonly process: string;
  /** The record in one line, as a file has it. */
  readonly text: string;
  readonly manner: RecordManner;
  /** By this key a scenario says how its process behaves. */
  readonly key: string;
  /** What init says of a line that it drops, or why it has no entry of its own; null for a record. */
  readonly dropped: string | null;
  /** The first and the last line in the editor, from 0; null where the record stands in no open file. */
  readonly place: LinePlace | null;
  /** The level whose scripts the process calls through rc; null where it calls no rc. */
  readonly rcLevel: string | null;
}

/** Lines of an editor, from 0. */
export interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/** A level or a phase of the boot that the file knows, or a group of entries where there are no levels. */
export interface LevelChoice {
  readonly level: string;
  /** `level`: a machine can be booted into it. */
  readonly kind: "level" | "on-demand" | "phase" | "group";
  readonly purpose: string;
  readonly isDefault: boolean;
  readonly records: readonly SimulationLane[];
}

/** What a change of level does. */
export interface LevelComparison {
  /** The level is changed at this time, in seconds. */
  readonly at: number;
  readonly scenario: Omit<Scenario, "inittab">;
  readonly stops: readonly ProcessInterval[];
  readonly stays: readonly ProcessInterval[];
  readonly starts: readonly ProcessInterval[];
}

/** The formats in which a run is exported. */
export const exportFormats = ["svg", "json", "md"] as const;

/** A format in which a run is exported. */
export type ExportFormat = (typeof exportFormats)[number];
