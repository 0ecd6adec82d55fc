// What can happen in a state of BusyBox init.

import type { Move, WayEvent } from "../run/ways.ts";
import { terminalName } from "./keys.ts";
import { busyboxRequests } from "./machine/signals.ts";
import type { BusyboxSignal } from "./machine/state.ts";
import { wordsOfSignal } from "./ways-signals.ts";
import type { BusyboxRoster, BusyboxWay } from "./ways-state.ts";

/** Something that can happen to BusyBox init. */
export type BusyboxMove = Move &
  (
    | { readonly kind: "signal"; readonly signal: BusyboxSignal }
    /** The process of a record ends. */
    | { readonly kind: "end"; readonly record: number }
    /** Somebody presses Enter on the terminal of a record that asks for it. */
    | { readonly kind: "enter"; readonly record: number }
    | { readonly kind: "write"; readonly table: number }
  );

/** What the signals mean to a search. CHLD is no request; TSTP and CONT, which nothing but a person sends, are left out. */
const kindOf: Readonly<Record<Exclude<BusyboxSignal, "CHLD">, WayEvent>> = {
  INT: "key",
  USR1: "request",
  USR2: "request",
  TERM: "request",
  QUIT: "request",
  PWR: "power",
  HUP: "hangup",
};

/** What the moves of a table depend on. */
export interface MoveChoice {
  readonly on: ReadonlySet<WayEvent>;
  /** Whether a record of this action is there whose process does more than to end. */
  readonly has: (action: string) => boolean;
  /** How many texts the table may be replaced with; 0: it stays. */
  readonly tables: number;
}

/** The signals and changes of the file that mean something to a table; the other moves depend on the state. */
export function standingMoves({ on, has, tables }: MoveChoice): readonly BusyboxMove[] {
  const signals = busyboxRequests.flatMap(({ signal }): readonly BusyboxMove[] => {
    if (!isSearched(signal)) return [];
    if (signal === "INT" && !has("ctrlaltdel")) return [];
    if (signal === "QUIT" && !has("restart")) return [];
    return [{ kind: "signal", event: kindOf[signal], words: wordsOfSignal(signal), signal }];
  });
  const writes = Array.from(
    { length: tables },
    (_, table): BusyboxMove => ({ kind: "write", event: "file", words: `write ${table}`, table }),
  );
  return [...signals, ...writes].filter(({ event }) => on.has(event));
}

function isSearched(signal: string): signal is keyof typeof kindOf {
  return Object.hasOwn(kindOf, signal);
}

/** What can happen in a state; `matters`: the end of the process of a record can change anything. */
export function movesIn(
  { init, processes, down }: BusyboxWay,
  standing: readonly BusyboxMove[],
  {
    on,
    roster,
    matters,
  }: {
    readonly on: ReadonlySet<WayEvent>;
    readonly roster: BusyboxRoster;
    readonly matters: (record: number) => boolean;
  },
): readonly BusyboxMove[] {
  if (down !== undefined) return [];
  const [task] = init.tasks;
  const awaited = task?.kind === "await" ? task.pid : undefined;
  const moves: BusyboxMove[] = [];
  const asking = new Set<string>();
  for (const { pid, record, asks } of processes) {
    const { id, process, again } = roster.recordAt(record);
    const isAwaited = pid === awaited;
    if (asks && on.has("enter") && !asking.has(id))
      moves.push({ kind: "enter", event: "enter", words: `enter ${terminalName(id)}`, record });
    if (asks) asking.add(id);
    else if (on.has("end") && (isAwaited || (!init.deaf && matters(record))))
      moves.push({
        ...{ kind: "end", event: "end", words: `kill ${process}`, record },
        ...(again && { again }),
        ...(isAwaited && { awaited: isAwaited }),
      });
  }
  if (init.deaf) return moves;
  for (const move of standing)
    if (move.kind !== "signal" || !init.pending.includes(move.signal)) moves.push(move);
  return moves;
}
