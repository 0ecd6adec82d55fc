// What is asked and answered about all ways that a machine can go, and about a table that it reads again: a part of the
// protocol, which re-exports it.

import type { LevelPicture } from "@inittab/core";

/** What `inittab/verify` is asked; `picture`: the levels are wanted as a picture, too. */
export interface WaysQuestion {
  readonly uri: string;
  readonly picture?: boolean;
}

/** What `inittab/reload` is asked: the text that the running init has read. */
export interface ReloadQuestion {
  readonly uri: string;
  readonly before: string;
}

/** What holds for every way that a machine with this table can go. */
export interface WaysAnswer {
  /** Every state was looked at. */
  readonly exhausted: boolean;
  readonly states: number;
  readonly findings: readonly WayFound[];
  /** The request by which this init reads its table again, in its words, such as `telinit q`; empty: it never does. */
  readonly reload: string;
  /** The levels in which the machine can rest, or that it is down. */
  readonly levels: readonly LevelFound[];
  /** The levels in their order, and the ways between them; only where it was asked for. */
  readonly picture?: LevelPicture;
}

/** A level in which the machine can rest, and the shortest way there. */
export interface LevelFound {
  readonly title: string;
  /** In how many states it can rest there, and in how many somebody can log in; empty where it does not. */
  readonly detail: string;
  readonly scenario: object;
}

/** Something that a question about all ways has found. */
export interface WayFound {
  readonly question: string;
  readonly severity: "warning" | "information";
  readonly text: string;
  /** From 0; null where no record is at fault. */
  readonly line: number | null;
  /** What leads there, in the words of `simulate --at`. */
  readonly sequence: readonly string[];
  /** The same as a scenario; null where every way leads there. */
  readonly scenario: object | null;
}

/** What init does when it reads a new table, in each level in which the machine can rest. */
export type ReloadAnswer = readonly ReloadRow[];

/** What it does in one level; processes as they stand in the tables, with any character in them. */
export interface ReloadRow {
  /** Empty where init knows no levels. */
  readonly level: string;
  /** The request in its words, such as `telinit q`. */
  readonly request: string;
  readonly stops: readonly string[];
  readonly restarts: readonly string[];
  readonly starts: readonly string[];
  readonly keeps: number;
  /** What runs on although no record has it in this level any more. */
  readonly strays: readonly string[];
  /** What runs on until it ends, though its record now names another process. */
  readonly outdated: readonly string[];
  /** What a second request stops and starts. */
  readonly again: readonly string[];
}
