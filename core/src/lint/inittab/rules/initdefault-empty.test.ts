import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("empty means 9", () => {
  checkMarked(`\
id::initdefault:
# ^^ initdefault-empty: the entry names no runlevel; init enters runlevel 9
`);
});

test("a level, or another action", () => {
  expect(firing("id:9:initdefault:\nx::once:/bin/sync\n")).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("id::initdefault:\n", "initdefault-empty", {}, "Write `2`")).toBe("id:2:initdefault:\n");
});
