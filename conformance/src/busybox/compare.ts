// Whether two traces of BusyBox init tell of the same behaviour. Starts, exits and signals are one sequence, the lines of
// each terminal and of the log are one each; only the order within a sequence is certain.

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
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const wanted = expected[index];
    const seen = actual[index];
    if (wanted !== undefined && seen !== undefined && agrees(wanted, seen)) continue;
    return { where, index, expected: wanted && timed(wanted), actual: seen && timed(seen) };
  }
  return undefined;
}

function agrees(wanted: BusyboxTraceEvent, seen: BusyboxTraceEvent): boolean {
  if (inWords(wanted) !== inWords(seen)) return false;
  if (wanted.event === "log") return true;
  const allowed = wanted.event === "init-exit" ? tolerance.end : tolerance.usual;
  return Math.abs(wanted.t - seen.t) <= allowed + 1e-9;
}

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
