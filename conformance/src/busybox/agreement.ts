// Whether a real run of BusyBox init and ours agree. Unlike the comparison with recordings, it allows what is simultaneous
// in ours to come in any order in the real one, except that the order of starts is that of the forks.

import type { BusyboxTrace, BusyboxTraceEvent } from "@inittab/core";
import type { TraceDifference } from "../trace-difference.ts";

/** An event of a real run; of a start, the number of the process is known. */
export type RealEvent = BusyboxTraceEvent & { readonly pid?: number };

/** A real run. */
export interface RealTrace extends BusyboxTrace {
  readonly events: readonly RealEvent[];
}

/** Times may differ by so many seconds. */
const tolerance = { usual: 0.3, end: 0.6 } as const;

/** Events of a trace of ours that are no farther apart than this are simultaneous; seconds. */
const instant = 0.011;

/** How a real trace differs from ours. What is simultaneous is told by `grouping`: ours, or ours before it was altered. */
export function differences(
  real: RealTrace,
  ours: BusyboxTrace,
  grouping: BusyboxTrace = ours,
): readonly TraceDifference[] {
  const expected = sequencesOf(real);
  const actual = sequencesOf(ours);
  const groups = sequencesOf(grouping);
  // Only where all processes are children of init, and none waits for Enter, are they numbered in the order of their starts.
  const numbered = !/-c |&|Please press/.test(JSON.stringify(ours.events));
  const found = [...new Set([...expected.keys(), ...actual.keys()])].flatMap((where) => {
    const times = (groups.get(where) ?? []).map(({ t }) => t);
    const difference = firstDifference(expected.get(where) ?? [], actual.get(where) ?? [], times, numbered);
    return difference === undefined ? [] : [{ where, ...difference }];
  });
  const wanted = real.final.running.join(", ");
  const got = ours.final.running.join(", ");
  return wanted === got
    ? found
    : [...found, { where: "final running", index: undefined, expected: wanted, actual: got }];
}

function sequencesOf({ events }: RealTrace): ReadonlyMap<string, readonly RealEvent[]> {
  const sequences = new Map<string, RealEvent[]>();
  for (const event of events) {
    const name = event.event === "log" ? event.to : "processes";
    const sequence = sequences.get(name);
    if (sequence === undefined) sequences.set(name, [event]);
    else sequence.push(event);
  }
  return sequences;
}

function firstDifference(
  real: readonly RealEvent[],
  ours: readonly RealEvent[],
  times: readonly number[],
  numbered: boolean,
): Omit<TraceDifference, "where"> | undefined {
  for (let index = 0; index < Math.max(real.length, ours.length); ) {
    let end = index + 1;
    while (end < ours.length && Math.abs((times[end] ?? -1) - (times[index] ?? -2)) < instant) end++;
    const one = inForkOrder(real.slice(index, end), numbered);
    const other = inForkOrder(ours.slice(index, end), numbered);
    for (let at = 0; at < Math.max(one.length, other.length); at++) {
      const wanted = one[at];
      const got = other[at];
      if (wanted !== undefined && got !== undefined && agrees(wanted, got)) continue;
      return { index: index + at, expected: wanted && described(wanted), actual: got && described(got) };
    }
    index = end;
  }
  return undefined;
}

/** Starts in the order of their process numbers, behind them everything else in the order of the alphabet. */
function inForkOrder(events: readonly RealEvent[], numbered: boolean): readonly RealEvent[] {
  const byWords = (one: RealEvent, other: RealEvent): number => (inWords(one) < inWords(other) ? -1 : 1);
  const starts = events.filter(({ event }) => event === "start");
  const others = events.filter(({ event }) => event !== "start").toSorted(byWords);
  const ordered = numbered
    ? starts.toSorted((one, other) => (one.pid ?? 0) - (other.pid ?? 0))
    : starts.toSorted(byWords);
  return [...ordered, ...others];
}

function agrees(one: RealEvent, other: RealEvent): boolean {
  if (inWords(one) !== inWords(other)) return false;
  const allowed = one.event === "init-exit" ? tolerance.end : tolerance.usual;
  return one.event === "log" || Math.abs(one.t - other.t) <= allowed;
}

function inWords(event: RealEvent): string {
  const { t: _, pid: __, ...rest } = event;
  return JSON.stringify(Object.entries(rest).toSorted());
}

function described(event: RealEvent): string {
  return `${event.t} ${inWords(event)}`;
}
