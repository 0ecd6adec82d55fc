import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("3.14 drops the last line", () => {
  checkMarked(`\
1:23:respawn:/sbin/getty 38400 tty1
2:23:respawn:/sbin/getty 38400 tty2
#<^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-final-newline: the last line does not end with a newline; init drops it as "possibly too long"`);
});

test("a newline, or a comment, and all is well", () => {
  expect(firing("2:23:respawn:/sbin/getty 38400 tty2\n")).toEqual([]);
  expect(firing("# end")).toEqual([]);
  expect(firing("2:23:respawn:/sbin/getty 38400 tty2", { version: "3.11" })).toEqual([
    "final-newline-portability",
  ]);
});

test("the fix brings the record back", () => {
  expect(applyFix("a:2:once:/bin/sync", "no-final-newline")).toBe("a:2:once:/bin/sync\n");
});

test("blanks at the end of the file", () => {
  expect(applyFix("a:2:once:/bin/sync\n  ", "no-final-newline")).toBe("a:2:once:/bin/sync\n");
});
