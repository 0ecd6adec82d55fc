import fc from "fast-check";
import { expect, test } from "vitest";
import { mostNesting, tooDeepAt } from "./json-nesting.ts";

const nested = (depth: number, [open, close]: readonly [string, string] = ["[", "]"]) =>
  open.repeat(depth) + close.repeat(depth);

test("finds the first bracket that is too deep, of either kind and unclosed, too", () => {
  expect(tooDeepAt(nested(mostNesting))).toBeUndefined();
  expect(tooDeepAt(nested(mostNesting + 1))).toBe(mostNesting);
  expect(tooDeepAt("[".repeat(200_000))).toBe(mostNesting);
  expect(tooDeepAt(nested(200_000, ['{"a":', "}"]))).toBe(5 * mostNesting);
});

test("counts what stands in each other, not one beside the other", () => {
  expect(tooDeepAt(`[${"[],{},".repeat(1000)}[]]`)).toBeUndefined();
});

test("takes no bracket in a string for one", () => {
  expect(tooDeepAt(JSON.stringify(["[".repeat(1000), '"\\['.repeat(1000)]))).toBeUndefined();
  expect(tooDeepAt(`["\\\\", ${"[".repeat(mostNesting)}`)).toBe(6 + mostNesting);
});

test("agrees with the nesting of any JSON value", () => {
  const depthOf = (value: unknown): number =>
    typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.integer({ min: 90, max: 101 }), (value, around) => {
      const text = `${"[".repeat(around)}${JSON.stringify(value)}${"]".repeat(around)}`;
      expect(tooDeepAt(text) !== undefined).toBe(around + depthOf(value) > mostNesting);
    }),
  );
});
