// The search through all states of a machine, breadth first, so that the way to a state is a shortest one.

import type { Move, PlayedWay, WayLevels, WayRecord, Ways, WayView } from "../simulate/run/ways.ts";
import { finish, type Slices } from "../text/slices.ts";

/** How far a search goes, and how it is stopped. */
export interface SearchLimits {
  /** The most states; a search that meets more is not exhausted. Default: so many that half a gigabyte holds them. */
  readonly states?: number;
  /** Keep what each move starts, which `Edge` then contains. */
  readonly keepsStarts?: boolean;
  /** Asked every few dozen steps; true breaks the search off. */
  readonly isCancelled?: (progress: SearchProgress) => boolean;
}

/** How far a search has come. */
export interface SearchProgress {
  readonly states: number;
  readonly steps: number;
}

/**
 * All states that were found, whatever the machine. A state is known by its place in the order in which the states were
 * found, from 0, the state after the boot.
 */
export interface StateSpace {
  readonly records: readonly WayRecord[];
  readonly levels: WayLevels | undefined;
  readonly requestsDown: readonly string[];
  readonly count: number;
  readonly steps: number;
  /** The moves on the longest of the shortest ways to a state. */
  readonly depth: number;
  /** Every state that can be reached is here. */
  readonly exhausted: boolean;
  /** The places of the records that were started somewhere. */
  readonly started: ReadonlySet<number>;
  /** Those that the boot starts on its own, in their order. */
  readonly startedAtBoot: readonly number[];
  readonly view: (place: number) => WayView;
  /** What can happen in a state, and the state that it leads to. */
  readonly next: (place: number) => readonly Edge[];
  /** The shortest way from the boot to a state. */
  readonly wayTo: (place: number) => PlayedWay;
}

/** A move and where it leads. */
export interface Edge {
  readonly move: Move;
  readonly to: number;
  /** The places of the records that it starts, in their order; only where a search keeps them and there are some. */
  readonly started?: readonly number[];
}

/** So many records in all states together stay well below half a gigabyte: of a table with 30 records, 100,000 states. */
const usualRecords = 3_000_000;

/** With fewer records than this, a state does not become smaller. */
const leastRecords = 10;

/** How many steps are made between two questions whether to go on: of a table of thousands of records each is slow. */
const breath = 64;

/** Finds all states of a machine. */
export function search<State, Way extends Move>(
  ways: Ways<State, Way>,
  limits: SearchLimits = {},
): StateSpace {
  return finish(searchSlices(ways, limits));
}

/** The same in slices of a few dozen steps each, so that others have their turn in between. */
export function* searchSlices<State, Way extends Move>(
  ways: Ways<State, Way>,
  limits: SearchLimits = {},
): Slices<StateSpace> {
  const most = limits.states ?? Math.ceil(usualRecords / Math.max(leastRecords, ways.records.length));
  const { start } = ways;
  const states = [start.state];
  const found: Found<Way>[] = [{ from: -1, move: undefined, depth: 0 }];
  const places = new Map<string, number>([[ways.key(start.state), 0]]);
  const edges: (readonly Edge[])[] = [];
  const started = new Set<number>(start.started);
  let steps = 0;
  let exhausted = true;
  let isBrokenOff = false;
  for (const [place, state] of states.entries()) {
    const other = ways.instead?.(state);
    if (other !== undefined) return yield* searchSlices(other, limits);
    const out: Edge[] = [];
    for (const move of ways.moves(state)) {
      const step = ways.after(state, move);
      steps++;
      if (steps % breath === 0) {
        yield;
        isBrokenOff = limits.isCancelled?.({ states: states.length, steps }) === true;
        if (isBrokenOff) break;
      }
      for (const record of step.started) started.add(record);
      const key = ways.key(step.state);
      let to = places.get(key);
      if (to === undefined && states.length < most) {
        to = states.length;
        places.set(key, to);
        states.push(step.state);
        found.push({ from: place, move, depth: (found[place]?.depth ?? 0) + 1 });
      }
      if (to === undefined) exhausted = false;
      else if (limits.keepsStarts !== true || step.started.length === 0) out.push({ move, to });
      else out.push({ move, to, started: step.started });
    }
    // Of a state that was not looked at to its end nobody knows where it leads.
    if (isBrokenOff) break;
    edges.push(out);
  }
  return {
    records: ways.records,
    levels: ways.levels,
    requestsDown: ways.requestsDown,
    count: states.length,
    steps,
    depth: found.at(-1)?.depth ?? 0,
    exhausted: exhausted && !isBrokenOff,
    started,
    startedAtBoot: start.started,
    view: viewer(states, ways),
    next: (place) => edges[place] ?? [],
    wayTo: (place) => ways.played(wayTo(found, place)),
  };
}

/** How a state was found. */
interface Found<Way> {
  readonly from: number;
  readonly move: Way | undefined;
  readonly depth: number;
}

function wayTo<Way extends Move>(found: readonly Found<Way>[], place: number): readonly Way[] {
  const moves: Way[] = [];
  for (let at = found[place]; at?.move !== undefined; at = found[at.from]) moves.push(at.move);
  return moves.reverse();
}

function viewer<State, Way extends Move>(
  states: readonly State[],
  ways: Ways<State, Way>,
): (place: number) => WayView {
  const views: WayView[] = [];
  return (place) => {
    const state = states[place] ?? ways.start.state;
    const view = views[place] ?? ways.view(state);
    views[place] = view;
    return view;
  };
}
