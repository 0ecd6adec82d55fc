import { expect, test } from "vitest";
import { sample } from "./sample.ts";

const numbers = Array.from({ length: 1000 }, (_, index) => index);

test("a seed always gives the same values, in their own order and none twice", () => {
  const drawn = sample(numbers, 100, 7);
  expect(drawn).toEqual(sample(numbers, 100, 7));
  expect(drawn).not.toEqual(sample(numbers, 100, 8));
  expect(drawn).toEqual([...new Set(drawn)].toSorted((one, other) => one - other));
  expect(drawn).toHaveLength(100);
});

test("there is no more than all of them", () => {
  expect(sample(numbers, 2000, 1)).toEqual(numbers);
  expect(sample([], 3, 1)).toEqual([]);
});
