import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a dash means nothing", () => {
  checkMarked(`\
1:2-5:respawn:/sbin/getty 38400 tty1
# ^^^ runlevel-range: init does not know ranges: the entry runs in 2 and 5, not in 3 or 4
2:S1-3:respawn:/sbin/getty 38400 tty2
#  ^^^ runlevel-range: init does not know ranges: the entry runs in S, 1 and 3, not in 2
3:2345:respawn:/sbin/getty 38400 tty3
`);
});

test("a range that leaves out nothing works", () => {
  expect(firing("1:2-3:respawn:/sbin/getty 38400 tty1\n")).toEqual(["unknown-runlevel"]);
  expect(firing("1:2-453:respawn:/sbin/getty 38400 tty1\n")).toEqual(["unknown-runlevel"]);
  expect(firing("1:2-5:off:/sbin/getty 38400 tty1\n")).toEqual([]);
});

test("the fix names the levels", () => {
  expect(applyFix("1:0-3S:respawn:/sbin/getty\n", "runlevel-range")).toBe("1:0123S:respawn:/sbin/getty\n");
});
