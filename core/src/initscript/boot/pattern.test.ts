import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsPattern } from "./pattern.ts";

test.each([
  ["S50my-app", "S??my-app", true],
  ["S50my-app", "S??my_app", false],
  ["S50a&b", "S5[0&]a&b", true],
  ["S10[a]", "S10[[]a]", true],
  ["S13\\n", "S*", true],
  [".S10a", "*", false],
  [".S10a", ".*", true],
  ["S1", "S??", false],
  ["a[b", "a[b", true],
  ["ab", "a[b", false],
])("%s and %s: %s", (name, pattern, fits) => {
  expect(fitsPattern(name, pattern)).toBe(fits);
});

test("any pattern can be asked for, and a star fits what has no dot in front", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, pattern) => {
      expect(typeof fitsPattern(name, pattern)).toBe("boolean");
      expect(fitsPattern(name, "*")).toBe(!name.startsWith("."));
    }),
  );
});
