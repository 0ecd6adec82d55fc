import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a getty that starts only once, and one that init waits for", () => {
  checkMarked(`\
1:2345:once:/sbin/getty 38400 tty1
#           ^^^^^^^^^^^ getty-action: the terminal is dead after the first logout: once starts getty only once
2:2345:wait:/sbin/mingetty tty2
#      ^^^^ getty-action: init waits until somebody has logged in and out, and then the terminal is dead: wait starts mingetty only once
3::sysinit:+/sbin/agetty -J 38400 tty3
#  ^^^^^^^ getty-action
4::boot:/usr/bin/nice -n 5 /sbin/agetty 38400 tty4
#                          ^^^^^^^^^^^^ getty-action
`);
});

test("login under once", () => {
  checkMarked(`\
1:2345:once:/bin/login
#           ^^^^^^^^^^ getty-action: the terminal is dead after the first logout: once starts login only once
`);
  expect(firing("::once:-/bin/login -p\n", { dialect: "busybox" })).toEqual(["getty-action"]);
  expect(applyFix("1:2345:once:/bin/login\n", "getty-action")).toBe("1:2345:respawn:/bin/login\n");
  // One in single-user mode is waited for, and one for somebody by name may be meant to run once.
  expect(firing("~~:S:wait:/bin/login\n1:2345:respawn:/bin/login\n")).toEqual([]);
  expect(firing("1:5:once:/bin/login -f kiosk\n2:5:once:/sbin/sulogin\n3:1:once:/bin/login\n")).toEqual([]);
});

test("BusyBox", () => {
  checkMarked("::sysinit:/sbin/getty 38400 tty1\n# ^^^^^^^ getty-action\n".replace("# ^^", "# ^^"), {
    dialect: "busybox",
  });
});

test("what is right as it is", () => {
  expect(
    firing("1:2:respawn:/sbin/getty tty1\n2:2:ondemand:/sbin/getty tty2\n3:2:off:/sbin/getty tty3\n"),
  ).toEqual(["ondemand-unasked"]);
  expect(
    firing("~~:S:wait:/sbin/sulogin\nng:2:once:/sbin/ngetty 1 2 3\nkb::kbrequest:/sbin/getty tty9\n"),
  ).toEqual([]);
  // Another program in login's place may be meant to run once, and the shell's own background is another matter.
  expect(firing("ttyGS0::once:/sbin/getty -n -l /bin/sh ttyGS0 9600\n", { dialect: "busybox" })).toEqual([]);
  expect(
    firing("1:2:once:/sbin/agetty -l /bin/demo 38400 tty1\n2:2:once:/sbin/getty tty2; /bin/b\n"),
  ).toEqual(["implied-exec-portability"]);
});

test("the fix", () => {
  expect(applyFix("1:2:once:/sbin/getty tty1\n", "getty-action")).toBe("1:2:respawn:/sbin/getty tty1\n");
  expect(applyFix("tty1::wait:/sbin/getty 0 tty1\n", "getty-action", { dialect: "busybox" })).toBe(
    "tty1::respawn:/sbin/getty 0 tty1\n",
  );
});
