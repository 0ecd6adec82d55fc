import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("two calls of rc in one level", () => {
  checkMarked(`\
l3:3:wait:/etc/init.d/rc 3
l5:5:wait:/etc/init.d/rc 5
lx:345:wait:/etc/init.d/rc 5
#           ^^^^^^^^^^^^^^^^ rc-twice: the entry on line 1 also calls rc in runlevels 35
ly:4:once:/etc/rc.d/rc 4
#         ^^^^^^^^^^^^^^ rc-twice: the entry on line 3 also calls rc in runlevel 4
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
