import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("the fifteenth word and all behind it are lost", () => {
  checkMarked(`\
a:2:once:p 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15
#                                        ^^^^^ too-many-words: init passes only 14 words and drops the rest: \`14 15\`
b:2:once:p 1 2 3 4 5 6 7 8 9 10 11 12 13   \n`);
});

test("a shell takes them all", () => {
  expect(firing("a:2:once:p 1 2 3 4 5 6 7 8 9 10 11 12 13 14 >x\n")).toEqual([]);
});

test("the fix calls a shell", () => {
  expect(applyFix("a:2:once:+p 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n", "too-many-words")).toBe(
    'a:2:once:+"p" 1 2 3 4 5 6 7 8 9 10 11 12 13 14\n',
  );
});
