import fc from "fast-check";
import { expect, test } from "vitest";
import { placeAfter } from "./roving.ts";

test("arrow keys go round, Home and End to the ends, and other keys nowhere", () => {
  const way = (keys: readonly string[]) => keys.map((key) => placeAfter(key, 1, 3));
  expect(way(["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "Home", "End"])).toEqual([2, 2, 0, 0, 0, 2]);
  expect(placeAfter("ArrowRight", 2, 3)).toBe(0);
  expect(placeAfter("ArrowLeft", 0, 3)).toBe(2);
  expect(way(["Tab", "Enter", " ", "a"])).toEqual([undefined, undefined, undefined, undefined]);
  expect(placeAfter("Home", 0, 0)).toBeUndefined();
});

test("a key never leads out of the row", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("ArrowRight", "ArrowLeft", "Home", "End"),
      fc.integer({ min: 1, max: 50 }).chain((count) => fc.tuple(fc.nat(count - 1), fc.constant(count))),
      (key, [at, count]) => {
        const place = placeAfter(key, at, count) ?? -1;
        expect(place >= 0 && place < count).toBe(true);
      },
    ),
  );
});
