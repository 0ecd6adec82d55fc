// A way that a search found, as a scenario that the simulator and the real init play.

import { respawnLimit, respawnPause } from "../../inittab/versions.ts";
import type { PlayedWay } from "../run/ways.ts";
import type { ScenarioEvent } from "./scenario.ts";
import type { SysvinitMove } from "./ways-moves.ts";

/** Seconds between two moves: longer than init takes to kill what ends upon TERM, and much shorter than it disables a record. */
const pace = 5;

/** Seconds between the ends of a process that respawns too fast. */
const quick = 0.2;

/** Every process runs until the way ends it. */
export function wayScenario(
  table: string,
  ids: readonly string[],
  moves: readonly SysvinitMove[],
  texts: readonly string[] = [],
): PlayedWay {
  const events: ScenarioEvent[] = [];
  const sequence: { at: number; words: string }[] = [];
  let at = 0;
  for (const move of moves) {
    at = round(at) + (move.kind === "release" ? respawnPause + pace : pace);
    if (move.kind !== "release") sequence.push({ at, words: move.words });
    events.push(...eventsOf(move, at, ids, texts));
    if (move.kind === "storm") at += quick * (respawnLimit + 1);
  }
  const processes = Object.fromEntries([...ids, "~~"].map((id) => [id, { runs: null }]));
  return {
    scenario: {
      inittab: table,
      processes,
      events,
      until: at + pace,
      ...(events.some((event) => "console" in event) && { tty: true }),
    },
    sequence,
  };
}

function eventsOf(
  move: SysvinitMove,
  at: number,
  ids: readonly string[],
  texts: readonly string[],
): readonly ScenarioEvent[] {
  switch (move.kind) {
    case "telinit":
      return [{ at, telinit: move.letter }];
    case "signal":
      return [{ at, signal: move.signal, ...(move.power !== undefined && { powerstatus: move.power }) }];
    case "end":
      return [{ at, kill: ids[move.record] ?? "" }];
    case "other-ends":
      return [{ at, kill: "~~" }];
    case "storm":
      return Array.from({ length: respawnLimit + 1 }, (_, count) => ({
        at: round(at + count * quick),
        kill: ids[move.record] ?? "",
        how: "KILL",
      }));
    case "release":
      return [];
    case "answer":
      return [{ at, console: `${move.letter}\n` }];
    case "write":
      return [{ at, write: texts[move.table] ?? "" }];
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
