// What can happen in a state of sysvinit.

import { findAction } from "../../inittab/actions.ts";
import type { Move, WayEvent } from "../run/ways.ts";
import { catchAll } from "./level-records.ts";
import type { Entry } from "./machine/state.ts";
import { nextWake } from "./machine/step.ts";
import type { SysvinitWay } from "./ways-state.ts";

/** Something that can happen to sysvinit. */
export type SysvinitMove = Move &
  (
    | { readonly kind: "telinit"; readonly letter: string }
    | { readonly kind: "signal"; readonly signal: string; readonly power?: string }
    | { readonly kind: "end"; readonly record: number }
    | { readonly kind: "other-ends"; readonly pid: number }
    | { readonly kind: "storm"; readonly record: number }
    /** The five minutes of all disabled entries are over. One alone is disabled as well by a storm of its own. */
    | { readonly kind: "release" }
    | { readonly kind: "answer"; readonly letter: string }
    | { readonly kind: "write"; readonly table: number }
  );

/** What the moves of a table depend on. */
export interface MoveChoice {
  readonly entries: readonly Entry[];
  readonly on: ReadonlySet<WayEvent>;
  /** How many texts the table may be replaced with; 0: it stays. */
  readonly tables: number;
  /** Whether the process of an entry does more than to end: see `sysvinitWays`. */
  readonly matters: (entry: Entry) => boolean;
}

/** The requests, signals and answers that mean something to a table; the other moves depend on the state. */
export function standingMoves({ entries, on, tables, matters }: MoveChoice): readonly SysvinitMove[] {
  const has = (...actions: readonly string[]) =>
    entries.some((entry) => actions.includes(entry.action) && matters(entry));
  const signal = (event: WayEvent, name: string, power?: string): SysvinitMove => ({
    kind: "signal",
    event,
    words: power === undefined ? `signal ${name}` : `signal ${name} ${power}`,
    signal: name,
    ...(power !== undefined && { power }),
  });
  const moves: readonly SysvinitMove[] = [
    ...requestLetters(entries).map(
      (letter): SysvinitMove => ({
        ...{ kind: "telinit", event: "request", words: wordsOfRequest(letter), letter },
      }),
    ),
    ...(has("ctrlaltdel") ? [signal("key", "INT")] : []),
    ...(has("kbrequest") ? [signal("key", "WINCH")] : []),
    ...(has("powerwait", "powerfail") ? [signal("power", "PWR", "F")] : []),
    ...(has("powerfailnow") ? [signal("power", "PWR", "L")] : []),
    ...(has("powerokwait") ? [signal("power", "PWR", "O")] : []),
    signal("hangup", "HUP"),
    ...Array.from(
      { length: tables },
      (_, table): SysvinitMove => ({ kind: "write", event: "file", words: `write ${table}`, table }),
    ),
  ];
  return moves.filter(({ event }) => on.has(event));
}

/**
 * The letters of telinit that can matter: those of every system, the levels and letters that a record names, reading the
 * table again, and init running itself again.
 */
function requestLetters(entries: readonly Entry[]): readonly string[] {
  const named = new Set<string>("016S");
  for (const { runlevels, action } of entries) {
    if (runlevels.length >= catchAll || findAction(action)?.process !== "run") continue;
    for (const letter of runlevels) named.add(letter === "s" ? "S" : letter);
  }
  return [..."0123456789Sabc"].filter((letter) => named.has(letter)).concat("q", "u");
}

/** How a request is written. */
export function wordsOfRequest(letter: string): string {
  return `telinit ${letter}`;
}

/** The moves that start a record with this action; none for one that its runlevels start. */
export function signsOf(action: string): readonly string[] {
  switch (action) {
    case "ctrlaltdel":
      return ["signal INT"];
    case "kbrequest":
      return ["signal WINCH"];
    case "powerwait":
    case "powerfail":
      return ["signal PWR F"];
    case "powerfailnow":
      return ["signal PWR L"];
    case "powerokwait":
      return ["signal PWR O"];
    default:
      return [];
  }
}

/** How it is written that an entry's process ends again and again: it is killed, so that its end brings nothing about. */
export function wordsOfStorm(entry: Entry | undefined): string {
  return `${wordsOfEnd(entry)} KILL`;
}

/** How the end of an entry's process is written. */
export function wordsOfEnd(entry: Entry | undefined): string {
  return `kill ${entry?.id ?? ""}`;
}

/** What the moves of all states of a search share. */
export interface MoveBench {
  readonly standing: readonly SysvinitMove[];
  readonly on: ReadonlySet<WayEvent>;
  /** Entries of other tables, whose levels can be asked for as well. */
  readonly named: readonly Entry[];
  /** What can happen to the processes of entries, of which states share most. */
  readonly known: Map<Entry, readonly SysvinitMove[]>;
}

/** What can happen in a state. */
export function movesIn(way: SysvinitWay, bench: MoveBench): readonly SysvinitMove[] {
  const { init, down } = way;
  const { standing, on, named, known } = bench;
  if (down !== undefined) return [];
  const moves: SysvinitMove[] = [];
  if (init.phase.kind === "asking") {
    if (on.has("answer"))
      for (const letter of requestLetters([...init.entries, ...named]).filter((each) => /[0-9S]/.test(each)))
        moves.push({ kind: "answer", event: "answer", words: `console ${letter}`, letter });
    return moves;
  }
  const wakes = nextWake(init) !== undefined;
  for (const [record, entry] of init.entries.entries()) {
    if (!entry.running || way.dying.includes(record)) continue;
    const own = known.get(entry) ?? endsOf(entry, record, on);
    known.set(entry, own);
    for (const move of own) moves.push(move);
  }
  if (wakes) moves.push({ kind: "release", event: "storm", words: "wait" });
  // What happens by itself comes first, so that of two ways of one length the plainer one is shown.
  if (on.has("end"))
    for (const { pid } of way.others) moves.push({ kind: "other-ends", event: "end", words: "kill ~~", pid });
  // Init in a busy loop may leave the pipe unread; more requests in it would be states without end.
  const isHeard = init.pipe === "open" && init.inbox.length === 0;
  for (const move of standing)
    if (move.kind !== "telinit" || (move.letter !== init.level && isHeard)) moves.push(move);
  return moves;
}

/** The ways in which the process of an entry ends. */
function endsOf(entry: Entry, record: number, on: ReadonlySet<WayEvent>): readonly SysvinitMove[] {
  const { waiting, action } = entry;
  const again = findAction(action)?.respawns === true;
  const end: SysvinitMove = {
    ...{ kind: "end", event: "end", words: wordsOfEnd(entry), record },
    ...(again && { again }),
    ...(waiting && { awaited: waiting }),
  };
  const storm: SysvinitMove = { kind: "storm", event: "storm", words: wordsOfStorm(entry), record };
  return [end, ...(again ? [storm] : [])].filter(({ event }) => on.has(event));
}
