import type { BusyboxTrace, BusyboxTraceEvent } from "@inittab/core";
import { expect, test } from "vitest";
import { describeDifference } from "../trace-difference.ts";
import { compareBusyboxTraces } from "./compare.ts";

const start = (t: number, id: string): BusyboxTraceEvent => ({ t, event: "start", id });
const log = (t: number, text: string, to: string): BusyboxTraceEvent => ({ t, event: "log", text, to });

/** How a trace with these events differs from the expected ones. */
function check(
  expected: readonly BusyboxTraceEvent[],
  actual: readonly BusyboxTraceEvent[],
): readonly string[] {
  const trace = (events: readonly BusyboxTraceEvent[]): BusyboxTrace => ({
    init: "busybox-1.35",
    events,
    final: { running: events.flatMap((event) => (event.event === "start" ? [event.id] : [])).toSorted() },
  });
  return compareBusyboxTraces(trace(expected), trace(actual)).map(describeDifference);
}

test("times may differ a little, those of lines by any amount", () => {
  expect(check([start(1, "a"), log(1, "x", "syslog")], [start(1.3, "a"), log(3, "x", "syslog")])).toEqual([]);
  expect(check([start(1, "a")], [start(1.31, "a")])).toEqual([
    'processes[0]: expected 1 ["start","a",{}], got 1.31 ["start","a",{}]',
  ]);
});

test("only the order within a sequence counts", () => {
  expect(
    check([log(1, "x", "syslog"), log(1, "y", "tty1")], [log(1, "y", "tty1"), log(1, "x", "syslog")]),
  ).toEqual([]);
  expect(check([start(1, "a"), start(1, "b")], [start(1, "b"), start(1, "a")])).toHaveLength(1);
});

test("what is missing or too much is told, and who runs at the end", () => {
  expect(check([start(1, "a")], [])).toEqual([
    'processes[0]: expected 1 ["start","a",{}], got nothing',
    "final running: expected a, got ",
  ]);
  expect(
    check([{ t: 1, event: "exit", id: "a", code: 0 }], [{ t: 1, event: "exit", id: "a", code: 1 }]),
  ).toEqual(["processes[0]: expected 1 exit a 0, got 1 exit a 1"]);
});
