import { expect, test } from "vitest";
import { applyFix, firing } from "../../../testing/lint-check.ts";

const text = "a:2:once:/bin/a\0b\n";

test("before 3.14 the record stays and loses its end", () => {
  expect(firing(text, { version: "3.06" })).toEqual(["nul-cuts-record"]);
  expect(firing(text, { version: "3.14" })).toEqual(["nul-byte"]);
  expect(firing("a:2:once:/bin/ab\n", { version: "3.06" })).toEqual([]);
});

test("the fix", () => {
  expect(applyFix(text, "nul-cuts-record", { version: "3.06" })).toBe("a:2:once:/bin/ab\n");
});
