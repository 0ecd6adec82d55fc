// What can happen in a state of procd.

import type { Move, WayEvent } from "../run/ways.ts";
import { loggedSignal, procdAskings } from "./machine/signals.ts";
import { type ProcdRoster, type ProcdWay, type WayProcess, wordsOfSignal } from "./ways-state.ts";

/** Something that can happen to procd. */
export type ProcdMove = Move &
  (
    | { readonly kind: "signal"; readonly signal: string }
    /** The process of a record ends, or the scripts of a record do. */
    | { readonly kind: "end"; readonly record: number }
    /** Somebody presses Enter on the device of a record that asks for it. */
    | { readonly kind: "enter"; readonly record: number; readonly device: string }
  );

/** What the moves of a search depend on. */
export interface MoveChoice {
  readonly on: ReadonlySet<WayEvent>;
  readonly roster: ProcdRoster;
  /** What changes nothing but a process that procd starts again is left out. */
  readonly reduce: boolean;
}

/** What the signals mean to a search. */
const kindOf: Readonly<Record<string, WayEvent>> = { INT: "key", PWR: "power", [loggedSignal]: "hangup" };

/** Those first that people send: of two with one effect the first leads to its state. */
const signalMoves: readonly ProcdMove[] = [...procdAskings.map(({ signal }) => signal), loggedSignal]
  .map((signal): ProcdMove => {
    const event = kindOf[signal] ?? "request";
    return { kind: "signal", event, words: wordsOfSignal(signal), signal };
  })
  .toSorted((one, other) => Number(other.event === "request") - Number(one.event === "request"));

/** What can happen in a state. */
export function movesIn(way: ProcdWay, choice: MoveChoice): readonly ProcdMove[] {
  const { init, processes, down } = way;
  if (down !== undefined) return [];
  const { on, reduce } = choice;
  // The states only go forward, and HUP is only logged.
  const isAsked = init.phase === "shutdown";
  const signals = signalMoves.filter(
    ({ event }) => on.has(event) && (!reduce || (!isAsked && event !== "hangup")),
  );
  const ends = on.has("end") ? processes.flatMap((process) => endOf(process, way, choice)) : [];
  return [...(on.has("enter") && !reduce ? enters(processes) : []), ...ends, ...signals];
}

function endOf(
  { pid, record, start }: WayProcess,
  { init }: ProcdWay,
  { roster, reduce }: MoveChoice,
): readonly ProcdMove[] {
  const { process = "", login = false } = roster.records[record] ?? {};
  const end = { kind: "end", event: "end", record } as const;
  if (start === undefined) {
    const awaited = pid === init.awaits;
    return reduce && !awaited
      ? []
      : [{ ...end, words: `${process} ends`, ...(awaited && { awaited: true as const }) }];
  }
  const again = start.device !== null && init.terminals.devices.has(start.device);
  // What procd starts again runs on in every state, and what lets nobody in is not missed.
  if (reduce && (again || !login)) return [];
  return [{ ...end, words: `kill ${process}`, ...(again && { again }) }];
}

/** Enter goes to whoever has waited longest on a device. */
function enters(processes: readonly WayProcess[]): readonly ProcdMove[] {
  const seen = new Set<string>();
  return processes.flatMap(({ asks, record, start }): readonly ProcdMove[] => {
    const device = start?.device ?? undefined;
    if (!asks || device === undefined || seen.has(device)) return [];
    seen.add(device);
    return [{ kind: "enter", event: "enter", words: `enter ${device}`, record, device }];
  });
}
