// Policies about records, as questions to all states of a machine.

import type { WayRecord } from "../simulate/run/ways.ts";
import { hasLogin, isLogin } from "../verify/logins.ts";
import type { Answer, Question } from "../verify/question.ts";
import { comesToRest, restingPlaces } from "../verify/rest.ts";
import type { StateSpace } from "../verify/search.ts";
import { message } from "./message.ts";
import type { Policy } from "./policy.ts";

/** A policy about records as a question; the places in it are those of the records that it names. */
export function recordQuestion(policy: Policy, placesOf: PlacesOf): Question {
  const answersOf = (space: StateSpace): Answer | undefined => {
    const places = (name: string): Named => ({ name, places: new Set(placesOf(space, name)) });
    switch (policy.kind) {
      case "before":
        return firstOf(pairsOf(policy.names), ([one, other]) => before(space, places(one), places(other)));
      case "never-together":
        return firstOf(allPairsOf(policy.names), ([one, other]) =>
          together(space, places(one), places(other)),
        );
      case "login":
        return loginOn(space, policy.terminal, policy.levels);
      case "runs":
        return runs(space, places(policy.name), policy.levels);
      case "within":
        return within(space, places(policy.name), policy, placesOf);
      case "stops-before":
        return undefined;
    }
  };
  return {
    ...policyQuestion,
    ask: (space) => {
      const answer = answersOf(space);
      return answer === undefined ? [] : [answer];
    },
  };
}

/** The question that all policies are. */
export const policyQuestion: Pick<Question<"policy">, "id" | "asks"> = {
  id: "policy",
  asks: message("policy.asks"),
};

/** Each name with the next one. */
export function pairsOf(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((name, index) => {
    const next = names[index + 1];
    return next === undefined ? [] : [[name, next] as const];
  });
}

/** Each name with every later one. */
export function allPairsOf(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.flatMap((name, index) => names.slice(index + 1).map((other) => [name, other] as const));
}

interface Named {
  readonly name: string;
  readonly places: ReadonlySet<number>;
}

function firstOf<T>(list: readonly T[], answer: (each: T) => Answer | undefined): Answer | undefined {
  for (const each of list) {
    const found = answer(each);
    if (found !== undefined) return found;
  }
  return undefined;
}

function warning(
  space: StateSpace,
  found: Answer["message"],
  place: number | undefined,
  named?: Named,
): Answer {
  const [record] = named?.places ?? [];
  return {
    severity: "warning",
    message: found,
    ...(place !== undefined && { place }),
    ...(record !== undefined && record < space.records.length && { record }),
  };
}

/** A record whose process runs until somebody ends it. */
function runsOn(record: WayRecord | undefined): boolean {
  return /^(?:respawn|ondemand|askfirst)$/.test(record?.action ?? "");
}

function isKept(space: StateSpace, { places }: Named): boolean {
  return [...places].some((place) => runsOn(space.records[place]));
}

function before(space: StateSpace, first: Named, second: Named): Answer | undefined {
  return isKept(space, first) ? upBefore(space, first, second) : startedBefore(space, first, second);
}

/** Whether a list of starts has one of the second before any of the first. */
function isEarly(started: readonly number[], first: Named, second: Named): boolean {
  const at = started.findIndex((place) => second.places.has(place));
  const other = started.findIndex((place) => first.places.has(place));
  return at >= 0 && (other < 0 || at < other);
}

/** What runs on has to run whenever the second is started. */
function upBefore(space: StateSpace, first: Named, second: Named): Answer | undefined {
  const found = (place: number) =>
    warning(
      space,
      message("policy.before.down", { first: { code: first.name }, second: { code: second.name } }),
      place,
      second,
    );
  if (isEarly(space.startedAtBoot, first, second)) return found(0);
  for (let place = 0; place < space.count; place++) {
    if (space.view(place).running.some((record) => first.places.has(record))) continue;
    const edge = space.next(place).find(({ started = [] }) => isEarly(started, first, second));
    if (edge !== undefined) return found(edge.to);
  }
  return undefined;
}

/** What only runs once has to have been started at some time. */
function startedBefore(space: StateSpace, first: Named, second: Named): Answer | undefined {
  const found = (place: number) =>
    warning(
      space,
      message("policy.before", { first: { code: first.name }, second: { code: second.name } }),
      place,
      second,
    );
  if (isEarly(space.startedAtBoot, first, second)) return found(0);
  for (const place of without(space, first)) {
    const edge = space.next(place).find(({ started = [] }) => isEarly(started, first, second));
    if (edge !== undefined) return found(edge.to);
  }
  return undefined;
}

/** The states that can be reached although none of these has been started. */
function without(space: StateSpace, { places }: Named): ReadonlySet<number> {
  const starts = (started: readonly number[]) => started.some((place) => places.has(place));
  const reached = new Set<number>(starts(space.startedAtBoot) ? [] : [0]);
  for (const place of reached)
    for (const { to, started = [] } of space.next(place)) if (!starts(started)) reached.add(to);
  return reached;
}

function together(space: StateSpace, one: Named, other: Named): Answer | undefined {
  for (let place = 0; place < space.count; place++) {
    const { running } = space.view(place);
    if (!running.some((record) => one.places.has(record))) continue;
    if (running.some((record) => other.places.has(record)))
      return warning(
        space,
        message("policy.together", { one: { code: one.name }, other: { code: other.name } }),
        place,
        other,
      );
  }
  return undefined;
}

function loginOn(space: StateSpace, terminal: string, levels: readonly string[]): Answer | undefined {
  for (const place of restingPlaces(space)) {
    const { level, kind, running, disabled } = space.view(place);
    if (kind === "asking" || !isOneOf(level, levels)) continue;
    const reads = (record: number) => {
      const known = space.records[record];
      return isLogin(known) && known?.terminal === terminal;
    };
    if (running.some(reads) || disabled.some(reads)) continue;
    if (hasLogin(space, place) && isSharedConsole(terminal)) continue;
    return warning(space, message("policy.login", { terminal, level: level || "none" }), place);
  }
  return undefined;
}

/** A login without a terminal of its own is one on the console. */
function isSharedConsole(terminal: string): boolean {
  return terminal === "console";
}

function runs(space: StateSpace, named: Named, levels: readonly string[]): Answer | undefined {
  const kept = isKept(space, named);
  const missed = kept ? undefined : without(space, named);
  for (const place of restingPlaces(space)) {
    const { level, kind, running, disabled } = space.view(place);
    if (kind === "asking" || !isOneOf(level, levels)) continue;
    const isThere = (record: number) => named.places.has(record);
    if (missed === undefined ? running.some(isThere) || disabled.some(isThere) : !missed.has(place)) continue;
    return warning(
      space,
      message("policy.runs", { name: { code: named.name }, level: level || "none" }),
      place,
      named,
    );
  }
  return undefined;
}

/** A machine that knows no levels is in each of them. */
function isOneOf(level: string, levels: readonly string[]): boolean {
  return level === "" || levels.includes(level);
}

function within(
  space: StateSpace,
  named: Named,
  { seconds, durations }: Extract<Policy, { kind: "within" }>,
  placesOf: PlacesOf,
): Answer | undefined {
  const { passed, place, isStarted } = bootUntil(space, named.places, durations, placesOf);
  if (!isStarted) {
    const rest = comesToRest(space, 0) ?? 0;
    return warning(space, message("policy.never", { name: { code: named.name } }), rest, named);
  }
  if (passed <= seconds) return undefined;
  const late = message("policy.late", { name: { code: named.name }, seconds: passed, limit: seconds });
  return warning(space, late, place, named);
}

/** The places of the records of a name. */
export type PlacesOf = (space: StateSpace, name: string) => readonly number[];

/**
 * What the boot does on its own until it starts one of these records: init waits for one process after the other, and
 * `passed` are the seconds that they last.
 */
export function bootUntil(
  space: StateSpace,
  wanted: ReadonlySet<number>,
  durations: Readonly<Record<string, number>>,
  placesOf: PlacesOf,
): { readonly passed: number; readonly place: number; readonly isStarted: boolean } {
  const lasts = Object.entries(durations).map(([name, each]) => ({ places: placesOf(space, name), each }));
  let passed = 0;
  let place = 0;
  let started = space.startedAtBoot;
  const isStarted = () => started.some((record) => wanted.has(record));
  for (let count = 0; count < space.count && !isStarted(); count++) {
    const edge = space.next(place).find(({ move }) => move.awaited === true);
    if (edge === undefined) break;
    const { record } = edge.move;
    passed += lasts.find(({ places }) => record !== undefined && places.includes(record))?.each ?? 0;
    place = edge.to;
    started = edge.started ?? [];
  }
  return { passed, place, isStarted: isStarted() };
}
