// Whether two traces of BusyBox init tell of the same behaviour. Starts, exits and signals are one sequence, the lines of
// each terminal and of the log are one each; only the order within a sequence is certain, and not even that where two
// processes do something in one instant.

import type { BusyboxTrace, BusyboxTraceEvent } from "@inittab/core";
import type { TraceDifference } from "../trace-difference.ts";

/** Times may differ by so many seconds. Source: the README of the conformance suite. */
const tolerance = { usual: 0.3, end: 0.6 } as const;

/** Compares what was recorded with what was simulated. An empty answer: they agree. */
export function compareBusyboxTraces(
  expected: BusyboxTrace,
  actual: BusyboxTrace,
): readonly TraceDifference[] {
  const one = sequencesOf(expected.events);
  const other = sequencesOf(actual.events);
  const names = [...new Set([...one.keys(), ...other.keys()])];
  const differences = names.flatMap(
    (name) => firstOf(name, one.get(name) ?? [], other.get(name) ?? []) ?? [],
  );
  const wanted = expected.final.running.join(", ");
  const got = actual.final.running.join(", ");
  return wanted === got
    ? differences
    : [...differences, { where: "final running", index: undefined, expected: wanted, actual: got }];
}

function sequencesOf(
  events: readonly BusyboxTraceEvent[],
): ReadonlyMap<string, readonly BusyboxTraceEvent[]> {
  const sequences = new Map<string, BusyboxTraceEvent[]>();
  for (const event of events) {
    const name = event.event === "log" ? event.to : "processes";
    const sequence = sequences.get(name);
    if (sequence === undefined) sequences.set(name, [event]);
    else sequence.push(event);
  }
  return sequences;
}

/** The first difference of a sequence: what comes behind it is mostly its consequence. */
function firstOf(
  where: string,
  expected: readonly BusyboxTraceEvent[],
  actual: readonly BusyboxTraceEvent[],
): TraceDifference | undefined {
  const wants = inOrderOf(actual, expected);
  for (let index = 0; index < Math.max(wants.length, actual.length); index++) {
    const wanted = wants[index];
    const seen = actual[index];
    if (wanted !== undefined && seen !== undefined && agrees(wanted, seen)) continue;
    return { where, index, expected: wanted && timed(wanted), actual: seen && timed(seen) };
  }
  return undefined;
}

/** Events of a recording that are no farther apart came in an order that was luck, unless one had the other for a cause. */
const instant = 0.15;

/** What was recorded, with what happened in one instant in the order of another trace where that is possible. */
function inOrderOf(
  order: readonly BusyboxTraceEvent[],
  recorded: readonly BusyboxTraceEvent[],
): readonly BusyboxTraceEvent[] {
  const events = [...recorded];
  for (const [index, sought] of order.entries()) {
    const at = events.findIndex((event, place) => place >= index && agrees(event, sought));
    const [found] = at < 0 ? [] : events.slice(at, at + 1);
    if (found === undefined || !events.slice(index, at).every((event) => mayChange(event, found))) continue;
    events.splice(at, 1);
    events.splice(index, 0, found);
  }
  return events;
}

/** Whether two events could have come the other way round: those of one process and the starts of init could not. */
function mayChange(one: BusyboxTraceEvent, other: BusyboxTraceEvent): boolean {
  if (!("id" in one) || !("id" in other) || one.id === other.id) return false;
  if (one.event === "start" && other.event === "start") return false;
  return Math.abs(one.t - other.t) < instant;
}

function agrees(wanted: BusyboxTraceEvent, seen: BusyboxTraceEvent): boolean {
  if (wanted.event === "log" && seen.event === "log")
    return wanted.to === seen.to && isSameLine(wanted.text, seen.text);
  if (inWords(wanted) !== inWords(seen)) return false;
  const allowed = wanted.event === "init-exit" ? tolerance.end : tolerance.usual;
  return Math.abs(wanted.t - seen.t) <= allowed + 1e-9;
}

/** The digits of a process number count where init cuts a line; the number itself is not in the recording. */
function isSameLine(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long.length - short.length <= 3 && long.length > cutFrom && /pid /.test(short) && long.startsWith(short)
  );
}

/** No cut line is shorter, with `<pid>` for its number and without a blank at its end. */
const cutFrom = 120;

function timed(event: BusyboxTraceEvent): string {
  return `${event.t} ${inWords(event)}`;
}

function inWords(event: BusyboxTraceEvent): string {
  switch (event.event) {
    case "start": {
      const { id, tty, login, args, runlevel, pid1 } = event;
      return JSON.stringify(["start", id, { tty, login, args, runlevel, pid1 }]);
    }
    case "exit":
      return `exit ${event.id} ${event.code}`;
    case "signal":
      return `signal ${event.id} ${event.signal}`;
    case "killed":
      return `killed ${event.id}`;
    case "log":
      return `log ${event.to} ${event.text}`;
    case "init-exit":
      return `init-exit ${event.by}`;
  }
}
