// All states of a machine folded to the levels in which it can rest, and how one gets from one to another.

import type { Move } from "../simulate/run/ways.ts";
import { hasDisabledLogin, hasLogin } from "./logins.ts";
import { comesToRest, restingPlaces } from "./rest.ts";
import type { StateSpace } from "./search.ts";

/** A level in which the machine can rest; or that it is down, or asks for a level. */
export interface LevelNode {
  readonly kind: "level" | "asking" | "down";
  /** Empty where init knows no levels; of what is down how it went down. */
  readonly name: string;
  /** In how many states it can rest here. */
  readonly states: number;
  /** In how many of them somebody can log in, or can do so in a few minutes. */
  readonly logins: number;
  /** The processes that run here in every state, in the order of the table. */
  readonly always: readonly string[];
  /** Those that run in some of them. */
  readonly sometimes: readonly string[];
  /** The shortest way there as a scenario, which the simulator plays. */
  readonly scenario: object;
}

/** A way from one level to another that one event begins. */
export interface LevelEdge {
  /** The places of both in the list; -1: the boot. */
  readonly from: number;
  readonly to: number;
  /** The events that do it, in the words of `simulate --at`. */
  readonly words: readonly string[];
  /** All of these are requests to init. */
  readonly isRequested: boolean;
}

/** The levels of a machine. */
export interface LevelGraph {
  readonly nodes: readonly LevelNode[];
  readonly edges: readonly LevelEdge[];
}

/** Folds all states. */
export function levelGraph(space: StateSpace): LevelGraph {
  const nodes = new Map<string, Gathered>();
  const nodeOf = (place: number): Gathered => {
    const { kind, level, down = "" } = space.view(place);
    const own = kind === "down" ? "down" : kind === "asking" ? "asking" : "level";
    const name = own === "down" ? down : own === "asking" ? "" : level;
    const key = `${own} ${name}`;
    const known = nodes.get(key);
    if (known !== undefined) {
      known.first = Math.min(known.first, place);
      return known;
    }
    const fresh: Gathered = {
      place: nodes.size,
      first: place,
      kind: own,
      name,
      states: 0,
      logins: 0,
      counts: new Map(),
    };
    nodes.set(key, fresh);
    return fresh;
  };
  const edges = new Map<string, { from: number; to: number; words: Set<string>; isRequested: boolean }>();
  const join = (from: number, end: number | undefined, move: Move | undefined) => {
    if (end === undefined) return;
    const to = nodeOf(end).place;
    if (from === to) return;
    const key = `${from} ${to}`;
    const edge = edges.get(key) ?? { from, to, words: new Set(), isRequested: true };
    edges.set(key, edge);
    if (move !== undefined) edge.words.add(move.words);
    if (move?.event !== "request") edge.isRequested = false;
  };
  join(-1, endOf(space, 0), undefined);
  for (const place of restingPlaces(space)) {
    const node = nodeOf(place);
    // What respawned too fast comes back by itself.
    const { running, disabled } = space.view(place);
    node.states++;
    if (hasLogin(space, place) || hasDisabledLogin(space, place)) node.logins++;
    for (const record of [...running, ...disabled])
      node.counts.set(record, (node.counts.get(record) ?? 0) + 1);
    for (const { move, to } of space.next(place))
      if (move.event !== "end" && move.event !== "storm") join(node.place, endOf(space, to), move);
  }
  return {
    nodes: [...nodes.values()].map((node) => told(node, space)),
    edges: [...edges.values()].map((edge) => ({ ...edge, words: [...edge.words] })),
  };
}

interface Gathered {
  readonly place: number;
  /** The state in which it was met first: one that no other is nearer to the boot than. */
  first: number;
  readonly kind: LevelNode["kind"];
  readonly name: string;
  states: number;
  logins: number;
  readonly counts: Map<number, number>;
}

/** Where the machine comes to when all has ended that init waits for: to rest, or down. */
function endOf(space: StateSpace, from: number): number | undefined {
  const rest = comesToRest(space, from);
  if (rest !== undefined) return rest;
  const seen = new Set<number>();
  for (let place: number | undefined = from; place !== undefined && !seen.has(place); ) {
    if (space.view(place).kind === "down") return place;
    seen.add(place);
    place = space.next(place).find(({ move, to }) => move.awaited === true && !seen.has(to))?.to;
  }
  return undefined;
}

function told({ kind, name, states, logins, counts, first }: Gathered, space: StateSpace): LevelNode {
  const { records } = space;
  const named = (isWanted: (count: number) => boolean) =>
    [...counts]
      .filter(([, count]) => isWanted(count))
      .map(([record]) => record)
      .sort((one, other) => one - other)
      .flatMap((record) => records[record]?.process ?? []);
  return {
    ...{ kind, name, states, logins },
    always: named((count) => count === states),
    sometimes: named((count) => count < states),
    scenario: space.wayTo(first).scenario,
  };
}
