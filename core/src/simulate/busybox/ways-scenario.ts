// A way that a search found, as a scenario that the simulator and the real init play.

import type { PlayedWay } from "../run/ways.ts";
import { terminalName } from "./keys.ts";
import { type BusyboxBuild, configChanges } from "./machine/builds.ts";
import type { BusyboxScenario, BusyboxScenarioEvent } from "./scenario.ts";
import type { BusyboxMove } from "./ways-moves.ts";
import type { BusyboxRoster } from "./ways-state.ts";

/** Seconds between two moves: longer than init pauses, and than what asks something of it runs. */
const pace = 5;

/** What the scenarios of a search share. */
export interface WayStage {
  readonly table: string;
  readonly texts: readonly string[];
  readonly build: BusyboxBuild;
  readonly roster: BusyboxRoster;
  /** The commands that ask something of init, and end by themselves. */
  readonly brings: ReadonlySet<string>;
}

/** Every other process runs until the way ends it. */
export function wayScenario(stage: WayStage, moves: readonly BusyboxMove[]): PlayedWay {
  const timed = moves.map((move, index) => ({ at: (index + 1) * pace, move }));
  const commands = new Set(stage.roster.records.map(({ process }) => process));
  const scenario: BusyboxScenario = {
    ...{ init: stage.build.init, ...configChanges(stage.build), inittab: stage.table },
    processes: Object.fromEntries(
      [...commands]
        .filter((command) => !stage.brings.has(command))
        .map((command) => [command, { runs: null }]),
    ),
    events: timed.map(({ at, move }) => eventOf(move, at, stage)),
    until: (moves.length + 2) * pace,
  };
  return { scenario, sequence: timed.map(({ at, move }) => ({ at, words: move.words })) };
}

function eventOf(move: BusyboxMove, at: number, { roster, texts }: WayStage): BusyboxScenarioEvent {
  switch (move.kind) {
    case "signal":
      return { at, signal: move.signal };
    case "end": {
      const { process, id } = roster.recordAt(move.record);
      return { at, kill: process, on: terminalName(id) };
    }
    case "enter": {
      const { id } = roster.recordAt(move.record);
      return id === "console" ? { at, console: "\n" } : { at, tty: id, input: "\n" };
    }
    case "write":
      return { at, write: texts[move.table] ?? "" };
  }
}
