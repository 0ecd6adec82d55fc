import { expect, test } from "vitest";
import { loadOnce } from "./load-once.ts";

test("what was loaded is kept, for those who ask while it loads as well", async () => {
  let loads = 0;
  const number = loadOnce(() => Promise.resolve(++loads));
  expect(await Promise.all([number(), number()])).toEqual([1, 1]);
  expect(await number()).toBe(1);
});

test("a load that failed is tried again, once for all who ask at the same time", async () => {
  let loads = 0;
  const number = loadOnce(() => {
    loads++;
    return loads === 1 ? Promise.reject(new Error("not yet")) : Promise.resolve(loads);
  });
  const first = await Promise.allSettled([number(), number()]);
  expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await Promise.all([number(), number()])).toEqual([2, 2]);
});
