import fc from "fast-check";
import { expect, test } from "vitest";
import { randomSource } from "./random.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const lists = fc.array(fc.string({ unit: "binary", maxLength: 3 }), { maxLength: 12 });

test("the same seed makes the same choices", () => {
  const choices = (seed: number): readonly unknown[] => {
    const random = randomSource(seed);
    const list = ["a", "b", "c"];
    return [
      random.below(1000),
      random.chance(0.5),
      random.pick(list),
      random.some(list, 0.5),
      random.shuffle(list),
    ];
  };
  expect(choices(4711)).toEqual(choices(4711));
  expect(choices(4711)).not.toEqual(choices(4712));
});

test("what is chosen comes from the list", () => {
  fc.assert(
    fc.property(seeds, lists, (seed, list) => {
      const random = randomSource(seed);
      expect(random.shuffle(list).toSorted()).toEqual(list.toSorted());
      const some = random.some(list, 0.5);
      expect(list.filter((item) => some.includes(item)).length).toBeGreaterThanOrEqual(some.length);
      if (list.length > 0) expect(list).toContain(random.pick(list));
      else expect(() => random.pick(list)).toThrow(RangeError);
    }),
  );
});
