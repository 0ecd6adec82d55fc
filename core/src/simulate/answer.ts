// What a simulation is asked with and what views show of it: plain JSON, the same for every machine and every editor.

import type { Message, Prose } from "../text/message.ts";
import type { LevelComparison as LevelComparisonOf, PlainChoice, WithoutTable } from "./contract.ts";
import type { AnyScenario } from "./machines.ts";
import type { Lane } from "./run/simulation.ts";

/** A scenario without its table, which is that of a document. */
export type World = WithoutTable<AnyScenario>;

/** A record, or a line that init drops, as the lane of a timeline. `Words`: a sentence, or its words in a language. */
export interface SimulationLane<Words = Message> extends Lane<Words> {
  /** The first and the last line in the editor, from 0; null where the record stands in no open file. */
  readonly place: LinePlace | null;
}

/** Lines of an editor, from 0. */
export interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/**
 * A level or a phase of the boot that the file knows, or a group of entries where there are no levels. `Words`: what is
 * said of it, or the same in a language.
 */
export interface LevelChoice<Words = Message | Prose> extends Omit<PlainChoice<Words>, "records"> {
  readonly records: readonly SimulationLane<Words>[];
}

/** What a change of level does. */
export type LevelComparison = LevelComparisonOf<AnyScenario>;

/** The formats in which a run is exported. */
export const exportFormats = ["svg", "json", "md"] as const;

/** A format in which a run is exported. */
export type ExportFormat = (typeof exportFormats)[number];
