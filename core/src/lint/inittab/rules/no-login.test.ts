import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

const table = (...records: readonly string[]) =>
  `id:3:initdefault:\nsi::sysinit:/etc/rc\nl6:6:wait:/etc/rc 6\nca:12345:ctrlaltdel:/sbin/reboot\n${records.join("\n")}\n`;

test("nobody is let in", () => {
  checkMarked(
    table("l3:3:wait:/etc/rc 3", "1:2:respawn:/sbin/getty tty1").replace(
      "initdefault:\n",
      "initdefault:\n#  ^ no-login: nothing in the default runlevel, 3, offers a login: no getty, no display manager, no shell\n",
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

const told = (text: string, dialect?: "busybox" | "procd") =>
  findings(text, { fragment: false, ...(dialect && { dialect }) })
    .filter(({ rule }) => rule === "no-login")
    .map(({ severity, message }) => `${severity}: ${message}`);

test("a warning where nothing in the level can bring a login, an information where a script may", () => {
  const says = "nothing in the default runlevel, 3, offers a login: no getty, no display manager, no shell";
  const boot = "id:3:initdefault:\nsi::sysinit:/etc/init.d/rcS\n";
  expect(told(`${boot}cr:3:respawn:/usr/sbin/crond -f\n`)).toEqual([`warning: ${says}`]);
  expect(told(`${boot}mo:3:wait:/bin/mount -a\n`)).toEqual([`warning: ${says}`]);
  expect(told(`${boot}sh:3:respawn:/usr/sbin/sshd -D\n`)).toEqual([`information: ${says}`]);
  expect(told(`${boot}l3:3:wait:/etc/init.d/rc 3\n`)).toEqual([`information: ${says}`]);
  expect(told(`${boot}x:3:once:/opt/app\n`)).toEqual([`information: ${says}`]);
});

test("inits without levels", () => {
  const says = "nothing in this table offers a login: no getty, no shell, no askfirst entry";
  const rest = "::ctrlaltdel:/sbin/reboot\n::shutdown:/bin/umount -a -r\n";
  expect(told(`::sysinit:/bin/mount -a\n${rest}`, "busybox")).toEqual([`warning: ${says}`]);
  expect(told(`::sysinit:/etc/init.d/rcS\n${rest}`, "busybox")).toEqual([`information: ${says}`]);
  expect(told(`::sysinit:/bin/mount -a\n::askfirst:/bin/x\n${rest}`, "busybox")).toEqual([]);
  expect(told(`::sysinit:/bin/mount -a\ntty1::respawn:-/bin/_bash\n${rest}`, "busybox")).toEqual([]);
  expect(
    told(
      "::sysinit:/etc/init.d/rcS S boot\n::shutdown:/etc/init.d/rcS K shutdown\n::askconsole:/bin/ash\n",
      "procd",
    ),
  ).toEqual([]);
});

test("a login that init drops for another mistake is told of there", () => {
  expect(
    told(
      "id:3:initdefault:\nsi::sysinit:/etc/rc\nHTIF0:3:respawn:/sbin/getty -L ttyHTIF0\nx:3:once:/bin/x\n",
    ),
  ).toEqual([]);
});

test("a shell is one, whatever its line ends in", () => {
  const rest = "::sysinit:/bin/mount -a\r\n::ctrlaltdel:/sbin/reboot\r\n";
  expect(told(`${rest}tty1::respawn:/bin/sh\r\n`, "busybox")).toEqual([]);
});
