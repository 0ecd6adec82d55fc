// What a simulation is asked with and what views show of it: plain JSON, the same for every machine and every editor.

import type { LevelComparison as LevelComparisonOf, PlainChoice, WithoutTable } from "./contract.ts";
import type { AnyScenario } from "./machines.ts";
import type { Lane } from "./run/simulation.ts";

/** A scenario without its table, which is that of a document. */
export type World = WithoutTable<AnyScenario>;

/** A record, or a line that init drops, as the lane of a timeline. */
export interface SimulationLane extends Lane {
  /** The first and the last line in the editor, from 0; null where the record stands in no open file. */
  readonly place: LinePlace | null;
}

/** Lines of an editor, from 0. */
export interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/** A level or a phase of the boot that the file knows, or a group of entries where there are no levels. */
export interface LevelChoice extends Omit<PlainChoice, "records"> {
  readonly records: readonly SimulationLane[];
}

/** What a change of level does. */
export type LevelComparison = LevelComparisonOf<AnyScenario>;

/** The formats in which a run is exported. */
export const exportFormats = ["svg", "json", "md"] as const;

/** A format in which a run is exported. */
export type ExportFormat = (typeof exportFormats)[number];
