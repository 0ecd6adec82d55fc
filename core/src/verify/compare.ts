// Two machines side by side: the same happens to both, and after each event somebody looks at which processes run, in which
// order they were started, at the level, and whether the machine is down. Breadth first, so that the first difference that
// is met is one of the shortest.

import { type WaysProgram, withWays } from "../simulate/machines.ts";
import type { Move, PlayedWay, WayRecord, Ways } from "../simulate/run/ways.ts";
import type { Message } from "../text/message.ts";
import { message } from "./message.ts";
import type { SearchLimits } from "./search.ts";

/** What came of a comparison of two tables. */
export type Comparison =
  /** Init reads the same list from both. */
  | { readonly kind: "same-list" }
  /** No sequence of the events shows a difference between the two. */
  | { readonly kind: "equal"; readonly states: number; readonly steps: number }
  /** The bound was met before a difference. */
  | { readonly kind: "unknown"; readonly states: number; readonly steps: number }
  | Difference;

/** The first difference, after a shortest sequence of events. */
export interface Difference {
  readonly kind: "differ";
  readonly states: number;
  readonly steps: number;
  readonly message: Message;
  /** The lines of the records at fault, from 1. */
  readonly lines: { readonly one?: number; readonly other?: number };
  /** What happens to both, in words; a process that runs on one of them only is ended on that one. */
  readonly way: readonly string[];
  /** The way there on each machine. */
  readonly one: PlayedWay;
  readonly other: PlayedWay;
}

/** How two tables are compared. */
export interface CompareOptions extends Omit<WaysProgram, "beside" | "reduce"> {
  readonly limits?: SearchLimits;
}

/** Compares two tables on the machine of this name; undefined: no such machine is searched. */
export function compareTables(
  one: string,
  other: string,
  machine: string,
  { limits = {}, ...program }: CompareOptions,
): Comparison | undefined {
  const side = (beside: string): WaysProgram => ({ ...program, reduce: false, beside: [beside] });
  return withWays(machine, one, side(other), (first) =>
    withWays(machine, other, side(one), (second) => compareWays(first, second, limits)),
  );
}

/** How many pairs of states are looked at unless somebody wants more. */
const usualStates = 200_000;

/** A pair of states, and how it was found. */
interface Pair<StateOne, WayOne, StateOther, WayOther> {
  readonly one: StateOne;
  readonly other: StateOther;
  readonly from: number;
  readonly moveOne: WayOne | undefined;
  readonly moveOther: WayOther | undefined;
}

function compareWays<StateOne, WayOne extends Move, StateOther, WayOther extends Move>(
  first: Ways<StateOne, WayOne>,
  second: Ways<StateOther, WayOther>,
  limits: SearchLimits,
): Comparison {
  if (first.list === second.list) return { kind: "same-list" };
  const most = limits.states ?? usualStates;
  type Both = Pair<StateOne, WayOne, StateOther, WayOther>;
  const pairs: Both[] = [];
  const known = new Set<string>();
  let steps = 0;
  const meet = (
    one: { readonly state: StateOne; readonly started: readonly number[] },
    other: { readonly state: StateOther; readonly started: readonly number[] },
    way: Pick<Both, "from" | "moveOne" | "moveOther">,
  ): Difference | undefined => {
    const key = `${first.key(one.state)}\n${second.key(other.state)}`;
    const seen = difference(sightOf(first, one), sightOf(second, other));
    if (seen === undefined && known.has(key)) return undefined;
    known.add(key);
    pairs.push({ one: one.state, other: other.state, ...way });
    if (seen === undefined) return undefined;
    const moves = movesTo(pairs, pairs.length - 1);
    return {
      ...{ kind: "differ", states: pairs.length, steps, ...seen },
      way: moves.map(({ moveOne, moveOther }) => moveOne?.words ?? moveOther?.words ?? ""),
      one: first.played(moves.flatMap(({ moveOne }) => (moveOne === undefined ? [] : [moveOne]))),
      other: second.played(moves.flatMap(({ moveOther }) => (moveOther === undefined ? [] : [moveOther]))),
    };
  };
  const atBoot = meet(first.start, second.start, { from: -1, moveOne: undefined, moveOther: undefined });
  if (atBoot !== undefined) return atBoot;
  for (const [place, { one, other }] of pairs.entries()) {
    const movesOne = labelled(first, one);
    const movesOther = labelled(second, other);
    for (const label of new Set([...movesOne.keys(), ...movesOther.keys()])) {
      const moveOne = moveOf(movesOne, label);
      const moveOther = moveOf(movesOther, label);
      steps++;
      const found = meet(
        moveOne === undefined ? { state: one, started: [] } : first.after(one, moveOne),
        moveOther === undefined ? { state: other, started: [] } : second.after(other, moveOther),
        { from: place, moveOne, moveOther },
      );
      if (found !== undefined) return found;
    }
    const progress = { states: pairs.length, steps };
    if (pairs.length >= most || (place % 256 === 255 && limits.isCancelled?.(progress) === true))
      return { kind: "unknown", ...progress };
  }
  return { kind: "equal", states: pairs.length, steps };
}

function movesTo<Both extends { readonly from: number }>(
  pairs: readonly Both[],
  place: number,
): readonly Both[] {
  const moves: Both[] = [];
  for (let at = pairs[place]; at !== undefined && at.from >= 0; at = pairs[at.from]) moves.push(at);
  return moves.reverse();
}

/** The moves of a state by names that do not depend on ids: the first, second … process of those that look alike ends. */
function labelled<State, Way extends Move>(ways: Ways<State, Way>, state: State): ReadonlyMap<string, Way> {
  const moves = new Map<string, Way>();
  for (const move of ways.moves(state)) {
    const { event, words, record } = move;
    const name = record === undefined ? words : `${event} ${ways.records[record]?.behaves ?? ""}`;
    for (let count = 0; ; count++) {
      const label = `${count} ${name}`;
      if (moves.has(label)) continue;
      moves.set(label, move);
      break;
    }
  }
  return moves;
}

/** A process that init does not respawn cannot be respawned too fast: it ends. */
function moveOf<Way>(moves: ReadonlyMap<string, Way>, label: string): Way | undefined {
  return moves.get(label) ?? moves.get(label.replace(/^(\d+) storm /, "$1 end "));
}

/** What is seen of a machine after an event. */
interface Sight {
  readonly level: string;
  readonly down: string;
  readonly running: readonly WayRecord[];
  readonly started: readonly WayRecord[];
}

function sightOf<State, Way extends Move>(
  { view, records }: Ways<State, Way>,
  { state, started }: { readonly state: State; readonly started: readonly number[] },
): Sight {
  const { level, kind, down = "", running } = view(state);
  const of = (places: readonly number[]) =>
    places.flatMap((place) => {
      const record = records[place];
      return record === undefined ? [] : [record];
    });
  const shown = kind === "asking" ? kind : down;
  return { level: down === "" ? level : "", down: shown, running: of(running), started: of(started) };
}

/** The difference between two machines; undefined: there is none. */
function difference(one: Sight, other: Sight): Pick<Difference, "message" | "lines"> | undefined {
  if (one.down !== other.down)
    return {
      message: message("compare.down", { one: one.down || "up", other: other.down || "up" }),
      lines: {},
    };
  const rank = Math.max(one.started.length, other.started.length);
  for (let index = 0; index < rank; index++) {
    const [left, right] = [one.started[index], other.started[index]];
    if (left?.behaves !== right?.behaves)
      return { message: startMessage(left, right), lines: linesOf(left, right) };
  }
  const missing = leftOver(one.running, other.running);
  const added = leftOver(other.running, one.running);
  const lone = missing ?? added;
  if (lone !== undefined) {
    const which = missing === undefined ? "other" : "one";
    return {
      message: message("compare.runs", { which, process: { code: lone.process } }),
      lines: linesOf(missing, added),
    };
  }
  if (one.level === other.level) return undefined;
  return { message: message("compare.level", { one: one.level, other: other.level }), lines: {} };
}

function startMessage(one: WayRecord | undefined, other: WayRecord | undefined): Message {
  if (one !== undefined && one.process === other?.process)
    return message("compare.starts-otherwise", { process: { code: one.process } });
  if (one !== undefined && other !== undefined)
    return message("compare.starts", { one: { code: one.process }, other: { code: other.process } });
  const process = one?.process ?? other?.process ?? "";
  return message("compare.starts-only", {
    which: one === undefined ? "other" : "one",
    process: { code: process },
  });
}

function linesOf(one: WayRecord | undefined, other: WayRecord | undefined): Difference["lines"] {
  return {
    ...(one?.line !== undefined && { one: one.line }),
    ...(other?.line !== undefined && { other: other.line }),
  };
}

/** The first record of a list that has no partner in the other one. */
function leftOver(list: readonly WayRecord[], partners: readonly WayRecord[]): WayRecord | undefined {
  const open = partners.map(({ behaves }) => behaves);
  return list.find(({ behaves }) => {
    const at = open.indexOf(behaves);
    if (at >= 0) open.splice(at, 1);
    return at < 0;
  });
}
