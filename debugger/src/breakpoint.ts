// A breakpoint: traps, and what else must hold where one of them has caught. A breakpoint knows nothing of where the
// debugger has been: how often it was hit at a position is how often it catches up to there. So going back and forward
// finds the same positions.

import { caughtBy, type Debuggee, type Message, type Trap } from "@inittab/core";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { isTrue, type Lookup, type ReadExpression, readExpression } from "./expression.ts";
import { message } from "./message.ts";

/** Why the debugger has stopped, as the protocol names it. */
export type StopReason = "breakpoint" | "function breakpoint" | "data breakpoint" | "exception";

/** What a breakpoint asks for besides its place. */
export interface Asked {
  readonly condition?: string | undefined;
  readonly hits?: string | undefined;
  /** Said instead of a stop; what is in braces is evaluated. */
  readonly log?: string | undefined;
}

/** A breakpoint that can be met. */
export interface Breakpoint {
  readonly id: number;
  readonly reason: StopReason;
  /** None: it is never met. */
  readonly traps: readonly Trap[];
  readonly condition: Extract<ReadExpression, { kind: "expression" }> | undefined;
  readonly hits: HitTest | undefined;
  readonly log: string | undefined;
  /** What is sent to the client about it. */
  readonly shown: DebugProtocol.Breakpoint;
}

/** Whether the so-many-th hit counts. */
type HitTest = (count: number) => boolean;

/** What kind of breakpoint it is, and where. */
export interface Place {
  readonly id: number;
  readonly reason: StopReason;
  readonly traps: readonly Trap[];
  /** Why it is never met. */
  readonly why?: Message;
  readonly shown?: Omit<DebugProtocol.Breakpoint, "id" | "verified" | "message">;
}

/** Makes a breakpoint; one that makes no sense is never met, and says why. */
export function breakpointOf(place: Place, asked: Asked, text: (what: Message) => string): Breakpoint {
  const condition = asked.condition === undefined ? undefined : readExpression(asked.condition);
  const hits = asked.hits === undefined ? undefined : hitTest(asked.hits);
  const why =
    place.why ??
    (condition?.kind === "wrong" ? condition.why : undefined) ??
    (hits === "wrong" ? message("breakpoint.hits", { text: asked.hits ?? "" }) : undefined);
  const { id, reason } = place;
  return {
    id,
    reason,
    traps: why === undefined ? place.traps : [],
    condition: condition?.kind === "expression" ? condition : undefined,
    hits: hits === "wrong" ? undefined : hits,
    log: asked.log,
    shown: {
      ...place.shown,
      id,
      verified: why === undefined,
      ...(why !== undefined && { message: text(why) }),
    },
  };
}

/** Reads a number of hits with its operator; a number alone is meant exactly. */
function hitTest(asked: string): HitTest | "wrong" {
  const [, operator = "==", digits] = /^\s*(==?|>=?|<=?|%)?\s*(\d{1,9})\s*$/.exec(asked) ?? [];
  if (digits === undefined) return "wrong";
  const number = Number(digits);
  switch (operator) {
    case ">":
      return (count) => count > number;
    case ">=":
      return (count) => count >= number;
    case "<":
      return (count) => count < number;
    case "<=":
      return (count) => count <= number;
    case "%":
      return (count) => number > 0 && count % number === 0;
    default:
      return (count) => count === number;
  }
}

/** Where breakpoints are met in one run. */
export interface Meetings {
  /** The places where a trap of any of them has caught, rising. */
  readonly places: readonly number[];
  /** Those that are met at a place: their condition holds, and it is the right hit. */
  readonly at: (place: number) => readonly Breakpoint[];
}

/** Finds where breakpoints are met; `namesAt` are the names that their conditions know. */
export function meetingsOf(
  breakpoints: readonly Breakpoint[],
  debuggee: Debuggee,
  namesAt: (place: number) => Lookup,
): Meetings {
  const by = new Map<number, Breakpoint[]>();
  const caught = new Map<Breakpoint, readonly number[]>();
  for (const breakpoint of breakpoints) {
    const places = new Set(breakpoint.traps.flatMap((trap) => caughtBy(trap, debuggee)));
    caught.set(
      breakpoint,
      [...places].toSorted((one, other) => one - other),
    );
    for (const place of places) {
      const there = by.get(place);
      if (there === undefined) by.set(place, [breakpoint]);
      else there.push(breakpoint);
    }
  }
  const holds = (breakpoint: Breakpoint, place: number) => {
    const found = breakpoint.condition?.evaluate(namesAt(place));
    return found === undefined || (found.kind === "value" && isTrue(found.value));
  };
  const counts = new Map<Breakpoint, ReadonlyMap<number, number>>();
  /** Which hit it is at each place where the condition holds. */
  const countsOf = (breakpoint: Breakpoint) => {
    const known = counts.get(breakpoint);
    if (known !== undefined) return known;
    const met = (caught.get(breakpoint) ?? []).filter((place) => holds(breakpoint, place));
    const made = new Map(met.map((place, index) => [place, index + 1]));
    counts.set(breakpoint, made);
    return made;
  };
  const isMet = (breakpoint: Breakpoint, place: number) => {
    const { hits } = breakpoint;
    if (hits === undefined) return holds(breakpoint, place);
    const count = countsOf(breakpoint).get(place);
    return count !== undefined && hits(count);
  };
  return {
    places: [...by.keys()].toSorted((one, other) => one - other),
    at: (place) => (by.get(place) ?? []).filter((breakpoint) => isMet(breakpoint, place)),
  };
}
