import type { BusyboxTraceEvent } from "@inittab/core";
import { expect, test } from "vitest";
import { describeDifference } from "../trace-difference.ts";
import { differences, type RealEvent, type RealTrace } from "./agreement.ts";

const start = (t: number, id: string, pid: number): RealEvent => ({ t, event: "start", id, pid });
const ours = (t: number, id: string): BusyboxTraceEvent => ({ t, event: "start", id });

/** How a real run with these events differs from ours. */
function check(real: readonly RealEvent[], own: readonly BusyboxTraceEvent[]): readonly string[] {
  const trace = (events: readonly RealEvent[]): RealTrace => ({ init: "x", events, final: { running: [] } });
  return differences(trace(real), trace(own)).map(describeDifference);
}

test("what starts at the same time is compared in the order of the forks", () => {
  expect(check([start(1.01, "b", 8), start(1.02, "a", 7)], [ours(1, "a"), ours(1, "b")])).toEqual([]);
  expect(check([start(1.01, "b", 7), start(1.02, "a", 8)], [ours(1, "a"), ours(1, "b")])).toHaveLength(1);
  expect(check([start(1, "b", 8), start(2, "a", 7)], [ours(1, "a"), ours(2, "b")])).toHaveLength(1);
});

test("times may differ a little, those of lines by any amount", () => {
  expect(check([start(1.2, "a", 7)], [ours(1, "a")])).toEqual([]);
  expect(check([start(1.5, "a", 7)], [ours(1, "a")])).toEqual([
    'processes[0]: expected 1.5 [["event","start"],["id","a"]], got 1 [["event","start"],["id","a"]]',
  ]);
  const line = { event: "log", text: "x", to: "syslog" } as const;
  expect(check([{ t: 1, ...line }], [{ t: 4, ...line }])).toEqual([]);
});
