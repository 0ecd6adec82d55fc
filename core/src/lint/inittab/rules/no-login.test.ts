import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const table = (...records: readonly string[]) =>
  `id:3:initdefault:\nsi::sysinit:/etc/rc\nca:12345:ctrlaltdel:/sbin/reboot -f\n${records.join("\n")}\n`;

test("nobody is let in", () => {
  checkMarked(
    table("l3:3:wait:/etc/rc 3", "1:2:respawn:/sbin/getty tty1").replace(
      "initdefault:\n",
      "initdefault:\n#  ^ no-login: nothing in runlevel 3, the default, offers a login: no getty, no display manager, no shell\n",
    ),
    { fragment: false },
  );
});

test.each([
  "1:2345:respawn:/sbin/mingetty tty1",
  "1:3:respawn:/bin/login -f root </dev/ttyS3",
  "1:3:once:/usr/sbin/gdm",
  "1:3:respawn:/bin/bash",
  "1:3:respawn:-/bin/sh",
  "1::respawn:/etc/X11/prefdm -nodaemon",
  "1:34:respawn:/sbin/got tty1 TERM=linux",
  "1::boot:/sbin/ngetty 1 2",
  "1:3:once:/usr/sbin/autostartx",
])("%s lets somebody in", (record) => {
  expect(firing(table("l3:3:wait:/etc/rc 3", record), { fragment: false })).toEqual([]);
});

test.each(["x:3:off:/sbin/getty tty1", "x:3:once:/bin/sh /etc/rc.local", "x:245:respawn:/sbin/getty tty1"])(
  "%s lets nobody in",
  (record) => {
    expect(firing(table("l3:3:wait:/etc/rc 3", record), { fragment: false })).toEqual(["no-login"]);
  },
);

test("a fragment, and a file that only names the level", () => {
  expect(firing(table("l3:3:wait:/etc/rc 3"))).toEqual([]);
  expect(firing("id:3:initdefault:\n", { fragment: false })).toEqual([]);
});

test("the fix adds a getty", () => {
  const text = table("l3:3:wait:/etc/rc 3");
  expect(applyFix(text, "no-login", { fragment: false })).toBe(
    `${text}1:3:respawn:/sbin/agetty 38400 tty1 linux\n`,
  );
});
