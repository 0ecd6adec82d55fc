import fc from "fast-check";
import { expect, test, vi } from "vitest";

// The page has its texts from its own element.
vi.stubGlobal("document", { getElementById: () => null });
const { readDuration, roundedDuration, withDuration } = await import("./durations.ts");
vi.unstubAllGlobals();

test("what is typed is read as seconds, or as nothing, or refused", () => {
  expect(["2.5", "2,5", " 7 s", ".5", "10.", "", " "].map(readDuration)).toEqual([
    2.5,
    2.5,
    7,
    0.5,
    10,
    undefined,
    undefined,
  ]);
  expect(["x", "1x", "-1", "1e9", "1.2.3"].map(readDuration)).toEqual([null, null, null, null, null]);
});

test("another time to run leaves the other settings, and none of them is none at all", () => {
  expect(withDuration({ exit: 1 }, 3)).toEqual({ exit: 1, runs: 3 });
  expect(withDuration({ exit: 1, runs: 3 }, undefined)).toEqual({ exit: 1 });
  expect(withDuration({ runs: null }, undefined)).toBeNull();
  expect(withDuration(undefined, -1)).toEqual({ runs: 0 });
});

test("a dragged time is a whole tenth or second, near the mouse, and never before the start", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -100, max: 1e6, noNaN: true }),
      fc.constantFrom(0.01, 2),
      (seconds, scale) => {
        const rounded = roundedDuration(seconds, scale);
        expect(rounded).toBeGreaterThanOrEqual(0);
        expect(Math.abs(rounded - Math.max(0, seconds))).toBeLessThanOrEqual(scale < 0.5 ? 0.0501 : 0.5);
        expect(Number.isInteger(Math.round(rounded * 1e6) / 1e5)).toBe(true);
      },
    ),
  );
});
