import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("rc of another level", () => {
  checkMarked(`\
l4:4:wait:/etc/init.d/rc 3
#                        ^ rc-other-level: this calls rc for runlevel 3 but runs only in runlevel 4
l6:6:wait:/etc/rc.d/rc 0 >/dev/console 2>&1
#                      ^ rc-other-level
lx:57:once:/etc/rc.d/init.d/rc 3
#                              ^ rc-other-level: this calls rc for runlevel 3 but runs only in runlevels 57
`);
});

test("rc through a shell", () => {
  checkMarked(`\
l4:4:wait:/bin/sh /etc/init.d/rc 3
#                                ^ rc-other-level
l5:5:wait:sh -c "/etc/rc.d/rc 3"
#                             ^ rc-other-level
`);
});

test("its own level, one of several, single-user mode, and no level", () => {
  expect(firing("l3:3:wait:/etc/init.d/rc 3\nlm:2345:wait:/etc/rc.d/rc 5\n")).toEqual(["rc-twice"]);
  expect(
    firing("ls:S:wait:/etc/init.d/rc 1\nl1:1:wait:/etc/init.d/rc S\nsi::sysinit:/etc/init.d/rc S\n"),
  ).toEqual([]);
  expect(
    firing("l4:4:wait:/sbin/rc default\nl5:5:wait:/etc/rc.d/rc.5 3\nca:12345:ctrlaltdel:/etc/rc.d/rc 6\n"),
  ).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("l4:4:wait:/etc/init.d/rc 3\n", "rc-other-level")).toBe("l4:4:wait:/etc/init.d/rc 4\n");
});

test("one call for several levels, where others have one each", () => {
  checkMarked(`\
l2:2:wait:/etc/init.d/rc 2
l3:3:wait:/etc/init.d/rc 3
l4:45:wait:/etc/init.d/rc 4
#                         ^ rc-other-level: in runlevel 5, too, this starts the services of runlevel 4; other runlevels have a call of their own
`);
  checkMarked(`\
l0:0:wait:/etc/rc.d/rc 0
l5:5:wait:/etc/rc.d/rc 5
lx:234:once:/bin/sh /etc/rc.d/rc 3
#                                ^ rc-other-level: in runlevels 24, too, this starts the services of runlevel 3; other runlevels have a call of their own
`);
  // One folder for all levels in which people work is what somebody wants.
  expect(firing("l0:0:wait:/etc/rc.d/rc 0\nl6:6:wait:/etc/rc.d/rc 6\nlm:2345:wait:/etc/rc.d/rc 3\n")).toEqual(
    [],
  );
});

test("a script with the level in its name", () => {
  checkMarked(`\
l6:6:wait:/etc/rc.d/rc.0
#                      ^ rc-other-level: this calls rc for runlevel 0 but runs only in runlevel 6
l5:5:wait:/etc/rc.d/rc3
#                     ^ rc-other-level
x1:4:once:/etc/rc.d/rc.5 >/dev/null
#                      ^ rc-other-level
`);
  expect(firing("l0:0:wait:/etc/rc.d/rc.0\nx1:4:respawn:/etc/rc.d/rc.4\nl2:2:wait:/etc/rc2\n")).toEqual([]);
  expect(firing("a:3:wait:/etc/rc.d/rc.0.d/foo\nb:3:wait:/etc/rc.d/rc.local\n")).toEqual([]);
});
