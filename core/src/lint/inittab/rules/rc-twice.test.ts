import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("two calls of rc in one level", () => {
  checkMarked(`\
l3:3:wait:/etc/init.d/rc 3
l5:5:wait:/etc/init.d/rc 5
lx:345:wait:/etc/init.d/rc 5
#           ^^^^^^^^^^^^^^^^ rc-twice: the record of line 1 calls rc in the levels 35 too
ly:4:once:/etc/rc.d/rc 4
#         ^^^^^^^^^^^^^^ rc-twice: the record of line 3 calls rc in level 4 too
`);
  checkMarked(`\
a:2:wait:/etc/rc 2
b:2:wait:/etc/rc 2
#        ^^^^^^^^^ rc-twice
`);
});

test("one call to each level, and other scripts", () => {
  expect(firing("l3:3:wait:/etc/init.d/rc 3\nl5:5:wait:/etc/init.d/rc 5\n")).toEqual([]);
  expect(
    firing("a:3:wait:/etc/init.d/rc 3\nb:3:wait:/etc/rc.d/rc.local\nc:3:wait:/sbin/rc default\n"),
  ).toEqual([]);
  expect(firing("a:3:wait:/etc/init.d/rc 3\nb:3:off:/etc/init.d/rc 3\n")).toEqual([]);
});
