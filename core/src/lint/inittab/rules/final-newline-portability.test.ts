import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("3.14 will drop it", () => {
  checkMarked(
    `\
a:2:once:/bin/a
#<^^^^^^^^^^^^^^ final-newline-portability: the last line does not end with a newline; sysvinit 3.14 will drop it`,
    { version: "3.06" },
  );
});

test("with its newline, or a comment, or a line that is dropped already", () => {
  expect(firing("a:2:once:/bin/a\n", { version: "3.06" })).toEqual([]);
  expect(firing("# end", { version: "3.06" })).toEqual([]);
  expect(firing("a:2:nonce:/bin/a", { version: "3.06" })).toEqual(["unknown-action"]);
});

test("the fix is safe", () => {
  expect(applyFix("a:2:once:/bin/a", "final-newline-portability", { version: "3.06" })).toBe(
    "a:2:once:/bin/a\n",
  );
});
