import fc from "fast-check";
import { expect, test } from "vitest";
import { usualEnd } from "./scenario.ts";

test("a scenario that names no end is watched for a minute, and half a minute after its last event", () => {
  expect([undefined, [], [{ at: 5 }], [{ at: 30 }]].map(usualEnd)).toEqual([60, 60, 60, 60]);
  expect(usualEnd([{ at: 58 }, { at: 31 }])).toBe(88);
});

test("whatever the events are, there is an end, and nothing happens after it", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(usualEnd(value)).toBeGreaterThanOrEqual(60);
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.double({ min: 0, max: 1e9, noNaN: true }) })), (events) => {
      for (const { at } of events) expect(usualEnd(events)).toBeGreaterThanOrEqual(at + 30);
    }),
  );
});
