// A way that a search found, as a scenario that the simulator plays.

import type { MachineSpec } from "../../inittab/machine-profile.ts";
import type { PlayedWay } from "../run/ways.ts";
import { askingOf } from "./machine/signals.ts";
import type { ProcdScenario, ProcdScenarioEvent } from "./scenario.ts";
import { procdInitName } from "./scenario-schema.ts";
import type { ProcdMove } from "./ways-moves.ts";
import type { ProcdRoster } from "./ways-state.ts";

/** Seconds between two moves: longer than procd waits before it starts something again. */
const pace = 5;

/** What the scenarios of a search share. */
export interface WayStage {
  readonly table: string;
  readonly machine: MachineSpec | undefined;
  readonly roster: ProcdRoster;
  /** The device on which the process of a record runs. */
  readonly deviceOf: (record: number) => string | null;
}

/** Every process runs until the way ends it; how long runs of scripts take says when they end. */
export function wayScenario(stage: WayStage, moves: readonly ProcdMove[]): PlayedWay {
  const { table, machine, roster } = stage;
  const timed = moves.map((move, index) => ({ at: (index + 1) * pace, move }));
  const asked = timed.find(({ move }) => move.kind === "signal" && askingOf(move.signal) !== undefined);
  const begins = { sysinit: 0, shutdown: asked?.at ?? 0 };
  const runs: Record<keyof typeof begins, { runs: number | null }> = {
    sysinit: { runs: null },
    shutdown: { runs: null },
  };
  const events: ProcdScenarioEvent[] = [];
  for (const { at, move } of timed) {
    const action = move.kind === "end" ? roster.entryAt(move.record)?.action : undefined;
    if (action === "sysinit" || action === "shutdown") runs[action] = { runs: at - begins[action] };
    else events.push(eventOf(move, at, stage));
  }
  const used = roster.records.map(({ action }) => action);
  const scenario: ProcdScenario = {
    ...{ init: procdInitName, inittab: table, ...(machine !== undefined && { machine }) },
    processes: Object.fromEntries(Object.entries(runs).filter(([action]) => used.includes(action))),
    events,
    until: (moves.length + 2) * pace,
  };
  return { scenario, sequence: timed.map(({ at, move }) => ({ at, words: move.words })) };
}

function eventOf(move: ProcdMove, at: number, { roster, deviceOf }: WayStage): ProcdScenarioEvent {
  switch (move.kind) {
    case "signal":
      return { at, signal: move.signal };
    case "end": {
      const on = deviceOf(move.record);
      const kill = roster.records[move.record]?.process ?? "";
      return { at, kill, ...(on !== null && { on }) };
    }
    case "enter":
      return { at, tty: move.device, input: "\n" };
  }
}
