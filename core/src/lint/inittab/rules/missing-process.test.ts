import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("two colons are too few, whatever the action", () => {
  checkMarked(
    `\
id:2:initdefault
#<^^^^^^^^^^^^^^^ missing-process: the entry has only 3 of its 4 fields; init drops it with "missing process field"
id:2:initdefault:
`,
  );
});

test("the newline is taken for the action", () => {
  expect(firing("a:4:\n")).toEqual(["missing-process"]);
});

test("the fix adds what is missing, if that can be told", () => {
  expect(applyFix("a:4:once\n", "missing-process")).toBe("a:4:once:\n");
  expect(applyFix("a:4:Wait \r\n", "missing-process")).toBe("a:4:Wait:\n");
  expect(applyFix("a:4:/bin/sync\n", "missing-process", {}, "Insert the action `once`")).toBe(
    "a:4:once:/bin/sync\n",
  );
});
