import { expect, test } from "vitest";
import { finish, type Slices, spend, within } from "./slices.ts";

/** Work of so many units, done one by one. */
function* counting(units: number): Slices<number> {
  const meter = { spent: 0 };
  for (let unit = 0; unit < units; unit++) if (spend(meter)) yield;
  return units;
}

test("work yields after as much work, whatever the time", () => {
  const yields = (units: number) => [...counting(units)].length;
  expect([yields(4_999), yields(5_000), yields(12_500), yields(15_000)]).toEqual([0, 1, 2, 3]);
});

test("work is done to its end, or given up", () => {
  expect(finish(counting(22_500))).toBe(22_500);
  expect(finish(within(5, counting(22_500)))).toBe(22_500);
  expect(finish(within(4, counting(22_500)))).toBeUndefined();
});
