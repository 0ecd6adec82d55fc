// The door of the search: questions in, findings out.

import { type WaysProgram, withWays } from "../simulate/machines.ts";
import type { WayEvent } from "../simulate/run/ways.ts";
import type { Message } from "../text/message.ts";
import { finish, type Slices } from "../text/slices.ts";
import { type LevelGraph, levelGraph } from "./level-graph.ts";
import type { Answer, Question } from "./question.ts";
import { questions } from "./questions.ts";
import { type SearchLimits, type StateSpace, searchSlices } from "./search.ts";

/** What is asked, and how. */
export interface VerifyOptions extends WaysProgram {
  /** The ids of the questions; default all. */
  readonly questions?: readonly string[];
  /** Questions of the caller's own, which are asked besides. */
  readonly further?: readonly Question[];
  readonly limits?: SearchLimits;
  /** Also fold all states to the levels. */
  readonly graph?: boolean;
}

/** What the search found. */
export interface Verification {
  /** Every state that the events lead to was looked at. */
  readonly exhausted: boolean;
  readonly states: number;
  readonly steps: number;
  /** The moves on the longest of the shortest ways to a state. */
  readonly depth: number;
  /** The events that were on. */
  readonly events: readonly WayEvent[];
  /** How many states of the services were looked at, where there is a system around the table. */
  readonly services?: { readonly exhausted: boolean; readonly states: number; readonly steps: number };
  readonly findings: readonly WayFinding[];
  /** The levels and how one gets from one to another, where it was asked for. */
  readonly graph?: LevelGraph;
}

/** An answer that reports a problem. */
export interface WayFinding {
  readonly question: string;
  readonly severity: "warning" | "information";
  readonly message: Message;
  /** The line of the record at fault, from 1. */
  readonly line?: number;
  /** What leads there, in the words of `simulate --at`; none where every way does. */
  readonly sequence: readonly { readonly at: number; readonly words: string }[];
  /** Another way to the same level, after which it is otherwise. */
  readonly other?: WayFinding["sequence"];
  /** The link or lock file at fault, below the root of the system. */
  readonly path?: string;
  /** The same as a scenario, which the simulator plays. */
  readonly scenario?: object;
}

/** Looks at all ways of the machine of this name with this table; undefined: no such machine is searched. */
export function verify(table: string, machine: string, options: VerifyOptions): Verification | undefined {
  const slices = verifySlices(table, machine, options);
  return slices && finish(slices);
}

/** The same in slices, so that others have their turn in between. */
export function verifySlices(
  table: string,
  machine: string,
  options: VerifyOptions,
): Slices<Verification> | undefined {
  const { questions: ids, further = [] } = options;
  const asked = [...questions.filter(({ id }) => ids?.includes(id) ?? true), ...further];
  return withWays(machine, table, options, (ways) =>
    answers(searchSlices(ways, options.limits), asked, options),
  );
}

function* answers(
  searching: Slices<StateSpace>,
  asked: readonly Question[],
  { events, graph }: VerifyOptions,
): Slices<Verification> {
  const space = yield* searching;
  const findings: WayFinding[] = [];
  for (const { id, ask } of asked) {
    yield;
    for (const answer of ask(space)) {
      findings.push(told(id, answer, space));
      yield;
    }
  }
  const { exhausted, count: states, steps, depth } = space;
  const counted = { exhausted, states, steps, depth, events: [...events], findings };
  return graph === true ? { ...counted, graph: levelGraph(space) } : counted;
}

function told(question: string, answer: Answer, space: StateSpace): WayFinding {
  const { severity, message, place, record } = answer;
  const line = record === undefined ? undefined : space.records[record]?.line;
  const way = place === undefined ? undefined : space.wayTo(place);
  return {
    question,
    severity,
    message,
    ...(line !== undefined && { line }),
    sequence: way?.sequence ?? [],
    ...(way !== undefined && { scenario: way.scenario }),
  };
}
