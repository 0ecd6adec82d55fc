import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("the highest character counts", () => {
  checkMarked(`\
id:5x:initdefault:
#  ^^ initdefault-invalid: init takes \`X\` for the default runlevel; there is no such runlevel, so init asks on the console
`);
  checkMarked(`\
id:a:initdefault:
#  ^ initdefault-invalid
`);
});

test("a stray character below the level does no harm to it", () => {
  expect(firing("id: 5:initdefault:\n")).toEqual(["unknown-runlevel"]);
  expect(firing("id:s:initdefault:\n")).toEqual([]);
});

test("the fix keeps a level that is there", () => {
  expect(applyFix("id:5x:initdefault:\n", "initdefault-invalid")).toBe("id:5:initdefault:\n");
});
