// What a machine is for all who ask for simulations. A new machine is a folder whose door has this form, and a line in
// the table of machines.

import type { InittabReading, InittabRecord } from "../inittab/read.ts";
import type { Message, Prose } from "../text/message.ts";
import type { Slices } from "../text/slices.ts";
import type { HappeningReading } from "./run/happening.ts";
import type { JsonSchema } from "./run/json-schema.ts";
import type { Lane, Opening } from "./run/simulation.ts";
import type { ProcessInterval } from "./run/timeline.ts";

/** An init that can be simulated. All functions are pure. */
export interface MachineDoor<Scenario, Dialect> {
  readonly dialect: Dialect;
  /** Whether there are runlevels, into which a machine can be booted. */
  readonly hasRunlevels: boolean;
  readonly schema: JsonSchema;
  /** Whether a value says of itself that it is a scenario of this init. It need not be a good one. */
  readonly claims: (value: object) => boolean;
  /** Any value will do; it is a scenario from here on, or there are problems. */
  readonly open: (value: unknown) => Opening<Scenario>;
  /** What happens to a machine, as people write it, from the first word and the rest. */
  readonly readHappening: (what: string, rest: string) => HappeningReading;
  /** The first words that are known there. */
  readonly happeningWords: readonly string[];
  readonly lane: (record: InittabRecord) => Lane;
  /** The lines of a table that have no entry of their own. */
  readonly otherLanes: (reading: InittabReading) => readonly Lane[];
  readonly choices: (reading: InittabReading) => readonly PlainChoice[];
  /** Into what a plain boot leads; null where init would ask. */
  readonly goal: (reading: InittabReading) => string | null;
  /** What a change of level does, in slices; left out where there are no levels. */
  readonly compareLevels?: (table: string, levels: LevelChange) => Slices<LevelComparison<Scenario>>;
}

/** A change from one level to another. */
export interface LevelChange {
  readonly from: string;
  readonly to: string;
}

/** What a change of level does. */
export interface LevelComparison<Scenario> {
  /** The level is changed at this time, in seconds. */
  readonly at: number;
  /** The machine is down before that: the first level is one in which it goes down. */
  readonly isDown: boolean;
  readonly scenario: WithoutTable<Scenario>;
  readonly stops: readonly ProcessInterval[];
  readonly stays: readonly ProcessInterval[];
  readonly starts: readonly ProcessInterval[];
}

/** A scenario without its table, which is that of a document. */
export type WithoutTable<Scenario> = Scenario extends unknown ? Omit<Scenario, "inittab"> : never;

/**
 * A level or a phase of the boot that the file knows, or a group of entries where there are no levels. `Words`: what is
 * said of it, or the same in a language.
 */
export interface PlainChoice<Words = Message | Prose> {
  readonly level: string;
  /** `level`: a machine can be booted into it. */
  readonly kind: "level" | "on-demand" | "phase" | "group";
  readonly purpose: Words;
  readonly isDefault: boolean;
  readonly records: readonly InittabRecord[];
}
