// Whether two traces tell of the same behaviour. The real program's messages, its children's reports and its log are
// separate streams; only the order within each is certain.

import type { Trace, TraceEvent } from "@inittab/core";
import type { TraceDifference } from "../trace-difference.ts";

/** Times may differ by this many seconds, and by this share of the time since the boot. */
const tolerance = 0.3;
const share = 0.01;

/** Compares what was recorded with what was simulated. An empty answer: they agree. */
export function compareTraces(expected: Trace, actual: Trace): readonly TraceDifference[] {
  const one = sequencesOf(expected.events);
  const other = sequencesOf(actual.events);
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const differences = names.flatMap(
    (name) => compareSequence(name, one.get(name) ?? [], other.get(name) ?? []) ?? [],
  );
  return [...differences, ...compareFinal(expected, actual)];
}

type Sequences = ReadonlyMap<string, readonly TraceEvent[]>;

function sequencesOf(events: readonly TraceEvent[]): Sequences {
  const sequences = new Map<string, TraceEvent[]>();
  const add = (name: string, event: TraceEvent) => {
    const sequence = sequences.get(name);
    if (sequence === undefined) sequences.set(name, [event]);
    else sequence.push(event);
  };
  for (const event of events) {
    switch (event.event) {
      case "start":
        add("starts", event);
        add(`process ${event.id}`, event);
        break;
      case "exit":
      case "signal":
      case "killed":
        add(`process ${event.id}`, event);
        break;
      case "log":
        add(event.to === "syslog" ? "syslog" : "console", event);
        break;
      case "prompt":
      case "output":
        add("console", event);
        break;
      case "initscript":
        add(`initscript ${event.args[0] ?? ""}`, event);
        break;
    }
  }
  return sequences;
}

/** The first difference of a sequence: what comes behind it is mostly its consequence. */
function compareSequence(
  where: string,
  expected: readonly TraceEvent[],
  actual: readonly TraceEvent[],
): TraceDifference | undefined {
  const ordered = where === "starts" ? inRaceOrder(expected, actual) : actual;
  const length = Math.max(expected.length, ordered.length);
  for (let index = 0; index < length; index++) {
    const wanted = expected[index];
    const seen = ordered[index];
    if (wanted !== undefined && seen !== undefined && agrees(wanted, seen)) continue;
    return { where, index, expected: wanted && describe(wanted), actual: seen && describe(seen) };
  }
  return undefined;
}

/** Puts starts that may come in any order into the order of the recording. */
function inRaceOrder(expected: readonly TraceEvent[], actual: readonly TraceEvent[]): readonly TraceEvent[] {
  const ordered = actual.slice();
  for (const [index, event] of expected.entries()) {
    if (event.event !== "start" || event.race === undefined) continue;
    const { race, id } = event;
    const found = ordered.findIndex((other, at) => {
      const partner = expected[at];
      const inRace = partner?.event === "start" && partner.race === race;
      return at >= index && inRace && other.event === "start" && other.id === id;
    });
    const here = ordered[index];
    const there = ordered[found];
    if (here === undefined || there === undefined) continue;
    ordered[index] = there;
    ordered[found] = here;
  }
  return ordered;
}

function agrees(expected: TraceEvent, actual: TraceEvent): boolean {
  const allowed = Math.max(expected.tol ?? 0, tolerance + share * expected.t);
  if (Math.abs(expected.t - actual.t) > allowed + 1e-9) return false;
  return describe(expected, actual) === describe(actual, expected);
}

/** An event in words; what a start leaves out of one side is left out of both. */
function describe(event: TraceEvent, other: TraceEvent = event): string {
  switch (event.event) {
    case "start": {
      const also = other.event === "start" ? other : event;
      const extras = [
        event.argv && also.argv ? JSON.stringify(event.argv) : "",
        event.env && also.env ? JSON.stringify(event.env) : "",
        event.parent && also.parent ? `parent=${event.parent}` : "",
        event.leader !== undefined && also.leader !== undefined ? `leader=${event.leader}` : "",
      ].filter((extra) => extra !== "");
      return [timed(event, other), `start ${event.id} ${event.runlevel} ${event.prevlevel}`, ...extras].join(
        " ",
      );
    }
    case "exit":
      return `${timed(event, other)} exit ${event.id} ${event.code}`;
    case "signal":
      return `${timed(event, other)} signal ${event.id} ${event.signal}`;
    case "killed":
      return `${timed(event, other)} killed ${event.id}`;
    case "log":
      return `${timed(event, other)} log ${event.to} ${event.text}`;
    case "prompt":
      return `${timed(event, other)} prompt`;
    case "output":
      return `${timed(event, other)} output ${event.text}`;
    case "initscript":
      return `${timed(event, other)} initscript ${JSON.stringify(event.args)}`;
  }
}

/** The time is shown for people; two events that are compared have been found near enough already. */
function timed(event: TraceEvent, other: TraceEvent): string {
  return event === other ? `${event.t}` : "";
}

function compareFinal(expected: Trace, actual: Trace): readonly TraceDifference[] {
  const seen: Readonly<Record<string, unknown>> = { ...actual.final };
  return Object.entries(expected.final).flatMap(([field, value]) => {
    if (value === null || value === undefined) return [];
    const wanted = JSON.stringify(value, inKeyOrder);
    const got = JSON.stringify(seen[field], inKeyOrder);
    return wanted === got
      ? []
      : [{ where: `final ${field}`, index: undefined, expected: wanted, actual: got }];
  });
}

function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
