import { afterEach, expect, test, vi } from "vitest";
import { caseNumbers, compareCases, difference } from "./compare-cases.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** Compares lists of numbers of which none may be odd; answers with whether they agree, and with what is printed. */
function check(make: () => readonly number[]): {
  readonly agree: boolean;
  readonly printed: readonly string[];
} {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
  const agree = compareCases({
    what: "numbers",
    seed: 7,
    count: 3,
    make,
    differs: (subject) => (subject.some((number) => number % 2 === 1) ? { odd: true } : undefined),
    smaller: (subject) => subject.map((_, at) => subject.toSpliced(at, 1)),
  });
  return { agree, printed };
}

test("cases that agree", () => {
  expect(check(() => [2, 4])).toEqual({
    agree: true,
    printed: ["numbers: 3 random cases, seed 7", "numbers: no difference"],
  });
});

test("a case that differs is made as small as it can be", () => {
  expect(check(() => [2, 4, 5, 6])).toEqual({
    agree: false,
    printed: [
      "numbers: 3 random cases, seed 7",
      "numbers: case 0 of seed 7 differs; smallest form:",
      "[\n 5\n]",
      '{\n "odd": true\n}',
    ],
  });
});

test("only the members that differ are told", () => {
  expect(difference({ a: 1, b: [1], c: undefined }, { b: [1], a: 1 })).toBe(undefined);
  expect(difference({ a: 1, b: [1] }, { a: 1, b: [2], c: 3 })).toEqual({
    b: { real: [1], ours: [2] },
    c: { real: undefined, ours: 3 },
  });
});

test("the numbers on the command line", () => {
  expect(caseNumbers(["--seed", "12", "--count", "3"], 200)).toEqual({ seed: 12, count: 3 });
  expect(caseNumbers(["--seed", "12"], 200)).toEqual({ seed: 12, count: 200 });
});
