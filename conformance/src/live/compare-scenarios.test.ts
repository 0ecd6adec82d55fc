import { afterEach, expect, test, vi } from "vitest";
import type { TraceDifference } from "../trace-difference.ts";
import { compareScenarios, type ScenarioComparison } from "./compare-scenarios.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

interface Numbers {
  readonly name: string;
  readonly numbers: readonly number[];
}

function oddNumbers(numbers: readonly number[]): readonly TraceDifference[] {
  return numbers.flatMap((number, index) =>
    number % 2 === 1 ? [{ where: "list", index, expected: "even", actual: `${number}` }] : [],
  );
}

/** Compares lists of numbers, of which none may be odd; answers with the exit code and what is printed. */
async function check(
  scenarios: readonly Numbers[],
  options: Partial<Pick<ScenarioComparison<Numbers>, "differences" | "patience" | "only">> = {},
): Promise<{ readonly exitCode: number; readonly printed: readonly string[] }> {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  vi.spyOn(console, "log").mockImplementation(print);
  vi.spyOn(console, "error").mockImplementation(print);
  const exitCode = await compareScenarios<Numbers>({
    command: "numbers",
    seed: 7,
    scenarios,
    jobs: 2,
    differences: async ({ numbers }) => oddNumbers(numbers),
    smaller: ({ name, numbers }) => numbers.map((_, at) => ({ name, numbers: numbers.toSpliced(at, 1) })),
    isSameMistake: (found) => found.length > 0,
    patience: 20,
    shown: ({ numbers }) => numbers,
    ...options,
  });
  return { exitCode, printed };
}

test("scenarios that agree", async () => {
  expect(await check([{ name: "a", numbers: [2] }])).toEqual({
    exitCode: 0,
    printed: ["no difference (seed 7)"],
  });
});

test("scenarios that differ are named, and the first is made as small as it can be", async () => {
  const scenarios = [
    { name: "a", numbers: [2] },
    { name: "b", numbers: [2, 5, 4] },
    { name: "c", numbers: [7] },
  ];
  expect(await check(scenarios)).toEqual({
    exitCode: 1,
    printed: [
      "b: list[1]: expected even, got 5",
      "c: list[0]: expected even, got 7",
      "2 of 3 scenarios differ: b, c",
      "the smallest form of b that differs:",
      "[\n 5\n]",
      "list[0]: expected even, got 5",
      "again: npm run numbers -- --seed 7 --count 3 --only b,c",
    ],
  });
});

test("what differs is played again without the others", async () => {
  const scenarios = [
    { name: "a", numbers: [2] },
    { name: "b", numbers: [5] },
    { name: "c", numbers: [7] },
  ];
  const { printed } = await check(scenarios, { only: "c" });
  expect(printed).toContain("1 of 1 scenarios differ: c");
  expect(printed.at(-1)).toBe("again: npm run numbers -- --seed 7 --count 3 --only c");
  await expect(check(scenarios, { only: "c,d" })).rejects.toThrow("no scenario has the name d");
});

test("a scenario that differs only beside others agrees", async () => {
  const played: string[] = [];
  const scenarios = ["a", "b", "c"].map((name) => ({ name, numbers: [] }));
  const result = await check(scenarios, {
    differences: async ({ name }) => {
      const isCrowded = played.length < scenarios.length;
      played.push(name);
      return name === "b" && isCrowded ? oddNumbers([1]) : [];
    },
  });
  expect(played).toEqual(["a", "b", "c", "b"]);
  expect(result).toEqual({
    exitCode: 0,
    printed: ["b: agrees when it is played alone", "no difference (seed 7)"],
  });
});

test("the search for a smaller one ends with its patience", async () => {
  const { printed } = await check([{ name: "b", numbers: [2, 4, 6, 5] }], { patience: 2 });
  expect(printed).toContain("[\n 6,\n 5\n]");
});
