import type { Trace, TraceEvent } from "@inittab/core";
import { expect, test } from "vitest";
import { describeDifference } from "../trace-difference.ts";
import { compareTraces } from "./compare.ts";

const start = (t: number, id: string, more: object = {}): TraceEvent => ({
  t,
  event: "start",
  id,
  runlevel: "2",
  prevlevel: "N",
  ...more,
});
const log = (t: number, text: string, to: "console" | "syslog" | "both" = "both"): TraceEvent => ({
  t,
  event: "log",
  text,
  to,
});

/** How two lists of events differ, a line a difference. */
function check(expected: readonly TraceEvent[], actual: readonly TraceEvent[]): string {
  const trace = (events: readonly TraceEvent[]): Trace => ({
    init: "x",
    events,
    final: { running: [], alive: true },
  });
  return compareTraces(trace(expected), trace(actual)).map(describeDifference).join("\n");
}

test("only the order within a stream counts", () => {
  expect(check([start(1, "a"), log(1, "x")], [log(1, "x"), start(1, "a")])).toBe("");
  expect(check([start(1, "a"), start(1, "b")], [start(1, "b"), start(1, "a")])).toMatchInlineSnapshot(
    `"starts[0]: expected 1 start a 2 N, got 1 start b 2 N"`,
  );
  expect(check([log(1, "x"), log(1, "y", "syslog")], [log(1, "y", "syslog"), log(1, "x")])).toBe("");
});

test("times may differ a little, and more where a recording says so", () => {
  expect(check([log(1, "x")], [log(1.31, "x")])).toBe("");
  expect(check([log(1, "x")], [log(1.32, "x")])).not.toBe("");
  expect(check([log(300, "x")], [log(303.3, "x")])).toBe("");
  expect(check([{ ...log(1, "x"), tol: 4 }], [log(5, "x")])).toBe("");
});

test("a race may end in any order, but not the rest", () => {
  const race = [start(1, "a"), start(1, "b", { race: 1 }), start(1, "c", { race: 1 }), start(1, "d")];
  expect(check(race, [start(1, "a"), start(1, "c"), start(1, "b"), start(1, "d")])).toBe("");
  expect(check(race, [start(1, "b"), start(1, "a"), start(1, "c"), start(1, "d")])).not.toBe("");
  expect(check(race, [start(1, "a"), start(1, "c"), start(1, "d"), start(1, "b")])).not.toBe("");
});

test("what a start leaves out is not compared", () => {
  expect(check([start(1, "a", { argv: ["x", "y", "z"], env: ["A=1"] })], [start(1, "a")])).toBe("");
  expect(check([start(1, "a", { argv: ["x", "y", "z"] })], [start(1, "a", { argv: ["x", "y"] })])).not.toBe(
    "",
  );
});

test("of the end only what was established", () => {
  const trace = (final: object): Trace => ({
    init: "x",
    events: [],
    final: { running: [], alive: true, ...final },
  });
  expect(compareTraces(trace({ runlevel: null }), trace({ runlevel: "3" }))).toEqual([]);
  expect(
    compareTraces(trace({ table: [{ id: "a", flags: [] }] }), trace({ table: [{ flags: [], id: "a" }] })),
  ).toEqual([]);
  expect(
    compareTraces(trace({ runlevel: "2" }), trace({ runlevel: "3" })).map(describeDifference),
  ).toMatchInlineSnapshot(`
    [
      "final runlevel: expected "2", got "3"",
    ]
  `);
});
