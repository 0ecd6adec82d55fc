import type { Slices } from "@inittab/core";
import { expect, test } from "vitest";
import { inTurns } from "./slices.ts";

function* counting(slices: number): Slices<string> {
  for (let slice = 0; slice < slices; slice++) yield;
  return "done";
}

test("others have their turn again and again, however fast the machine is", async () => {
  let turns = 0;
  const pause = async () => void turns++;
  expect(await inTurns(counting(0), pause, () => true)).toEqual({ value: "done" });
  expect(turns).toBe(0);
  expect(await inTurns(counting(3), pause, () => true)).toEqual({ value: "done" });
  expect(turns).toBe(4);
  expect(await inTurns(counting(401), pause, () => true)).toEqual({ value: "done" });
  expect(turns).toBe(406);
});

test("work that nobody waits for any more is given up after its turn", async () => {
  let turns = 0;
  const work = counting(1_000_000);
  const answer = await inTurns(
    work,
    async () => void turns++,
    () => turns < 3,
  );
  expect(answer).toBeUndefined();
  expect(turns).toBe(3);
});
