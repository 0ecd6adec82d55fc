import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("the highest wins", () => {
  checkMarked(`\
id:35:initdefault:
#  ^^ initdefault-highest: init enters the highest of several levels, \`5\`, never \`3\`
`);
  checkMarked(`\
id:2sS9:initdefault:
#  ^^^^ initdefault-highest: init enters the highest of several levels, \`S\`, never \`2\` or \`9\`
`);
});

test("one level, even twice, is one level", () => {
  expect(firing("id:5:initdefault:\n")).toEqual([]);
  expect(firing("id:55:initdefault:\n")).toEqual([]);
  expect(firing("id:sS:initdefault:\n")).toEqual([]);
});

test("the fix is safe unless an `S` would come or go", () => {
  expect(applyFix("id:2534:initdefault:\n", "initdefault-highest")).toBe("id:5:initdefault:\n");
  expect(applyFix("id:35:initdefault:\n", "initdefault-highest", {}, "Write `3`")).toBe(
    "id:3:initdefault:\n",
  );
  expect(findings("id:S3:initdefault:\n")[0]?.fixes.map((fix) => fix.kind)).toEqual([
    "suggestion",
    "suggestion",
  ]);
});
