import { expect, test } from "vitest";
import { outsideBrackets, wordsOutside } from "./brackets.ts";

test("what stands outside brackets is found, however they are nested", () => {
  expect(outsideBrackets("qq ⟦a ⟦b⟧ c⟧ is ⟦d⟧.")).toBe("qq  is .");
  expect(wordsOutside("/qq/inittab: ⟦a⟧ gone, x", ["inittab /qq"])).toEqual(["gone"]);
  expect(() => outsideBrackets("⟦a ⟦b⟧")).toThrow("not closed");
  expect(() => outsideBrackets("a⟧ ⟦b")).toThrow("too many");
});
