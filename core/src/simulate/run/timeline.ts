// When each record's process ran, and in which level or phase init was.

import type { RecordKey } from "./record-key.ts";

/** How the process of a record came to its end; `terminated`: because of TERM. */
export type EndKind = "exit" | "killed" | "terminated";

/** One life of a record's process; times in seconds. A process that waits for Enter first lives already. */
export interface ProcessInterval {
  readonly record: RecordKey;
  /** The process field that was run. */
  readonly process: string;
  readonly pid: number;
  readonly start: number;
  /** Null: it still ran at the end. */
  readonly end: number | null;
  /** `terminated`: it ended because of TERM. */
  readonly how: EndKind | "running";
  readonly code: number | null;
  /** When somebody pressed Enter for it; null: nobody has. Left out where it does not ask. */
  readonly enter?: number | null;
  /** Init has started it again. Left out if the times alone show it. */
  readonly again?: true;
}

/** How long init was in a level, where `#` and `*` are the boot phases, or in a phase if it has no levels. */
export interface LevelInterval {
  readonly level: string;
  readonly start: number;
  /** Null: until the end. */
  readonly end: number | null;
}

/** When each record's process ran. */
export interface Timeline {
  /** In the order of their start. */
  readonly intervals: readonly ProcessInterval[];
  readonly levels: readonly LevelInterval[];
  /** What the levels are: runlevels, or the phases of an init that has none. */
  readonly measure: "level" | "phase";
  /** The end of the run in seconds. */
  readonly until: number;
}

/** Adds a level or phase to those before. What init only passes through within a step is not seen here. */
export function enterLevel(levels: LevelInterval[], level: string, at: number): void {
  const last = levels.at(-1);
  if (last !== undefined) levels[levels.length - 1] = { ...last, end: at };
  levels.push({ level, start: at, end: null });
}
