import { expect, test } from "vitest";
import { sample } from "./sample.ts";

const numbers = Array.from({ length: 1000 }, (_, index) => index);

test("a seed always gives the same values, in their own order and none twice", () => {
  const drawn = sample(numbers, String, 100, 7);
  expect(drawn).toEqual(sample(numbers, String, 100, 7));
  expect(drawn).not.toEqual(sample(numbers, String, 100, 8));
  expect(drawn).toEqual([...new Set(drawn)].toSorted((one, other) => one - other));
  expect(drawn).toHaveLength(100);
});

test("values of every part are drawn", () => {
  const counts = [0, 1, 2, 3].map(
    (part) => sample(numbers, String, 200, 1).filter((value) => Math.floor(value / 250) === part).length,
  );
  for (const count of counts) expect(count).toBeGreaterThan(25);
});

test("what is added or taken away moves few others in or out", () => {
  const drawn = new Set(sample(numbers, String, 100, 7));
  const later = sample(numbers.filter((value) => value % 100 !== 0).concat(2000, 2001), String, 100, 7);
  expect(later.filter((value) => !drawn.has(value)).length).toBeLessThan(8);
});

test("values with the same key are told apart", () => {
  expect(sample(numbers, () => "x", 100, 7)).toHaveLength(100);
});

test("there is no more than all of them", () => {
  expect(sample(numbers, String, 2000, 1)).toEqual(numbers);
  expect(sample([], String, 3, 1)).toEqual([]);
});
