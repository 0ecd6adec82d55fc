import { expect, test } from "vitest";
import { machineProfiles } from "../../../inittab/machine-profile.ts";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("without a machine nothing is said", () => {
  expect(firing("tty9::respawn:/bin/sh\n", { dialect: "busybox" })).toEqual([]);
  expect(firing("1:2345:respawn:/sbin/getty 38400 tty99\n")).toEqual([]);
});

test("what a missing terminal costs under BusyBox", () => {
  checkMarked(
    `\
::sysinit:/etc/init.d/rcS
null::respawn:/sbin/syslogd -n
console::respawn:/sbin/getty -L console 0 vt100
tty2::askfirst:-/bin/sh
# ^^ terminal-missing: a container has no /dev/tty2: init reports this every second without end, with 2 lines a second and about 18 MB a day in its log
/dev/tty3::respawn:-/bin/sh
# ^^^^^^^ terminal-missing
tty4::once:/bin/a
#<^^^ terminal-missing: a container has no /dev/tty4: the entry never runs
ttyS0::respawn:/sbin/getty ttyS0
#<^^^^ terminal-missing
#                          ^^^^^ getty-arguments
`
      .replaceAll("# ^^ terminal", "#<^^^ terminal")
      .replace("# ^^^^^^^ terminal", "#<^^^^^^^^ terminal"),
    { dialect: "busybox", machine: { profile: "container" } },
  );
});

test("what becomes of a getty under sysvinit", () => {
  checkMarked(
    `\
1:2345:respawn:/sbin/agetty 38400 tty1 linux
#                                 ^^^^ terminal-missing: a board with a serial line has no /dev/tty1: /sbin/agetty ends after 10 seconds, and init disables the entry for 5 minutes after every 10 starts
S0:2345:respawn:/sbin/getty -L 115200 ttyS0 vt100
2:23:respawn:/sbin/mingetty tty2
#                           ^^^^ terminal-missing: a board with a serial line has no /dev/tty2: /sbin/mingetty ends at once, and init disables the entry for 5 minutes after every 10 starts
3:23:once:/bin/echo tty3
4:23:off:/sbin/getty 38400 tty4
5:23:respawn:/usr/sbin/ttyrun ttyS3 /bin/start_getty 115200 ttyS3 vt100
`,
    { machine: { profile: "board-serial" } },
  );
});

test("each ready machine, and one that differs from it", () => {
  const text = "tty1::respawn:/a\nttyS0::respawn:/a\nttyAMA0::respawn:/a\ntty64::respawn:/a\nhvc0::once:/a\n";
  const missing = (machine: object) => firing(text, { dialect: "busybox", machine }).length;
  expect(machineProfiles.map((profile) => missing({ profile }))).toEqual([4, 5, 3, 4]);
  expect(missing({})).toBe(4);
  expect(missing({ profile: "board-serial", console: "/dev/ttyAMA0,115200n8" })).toBe(4);
  expect(missing({ profile: "container", terminals: ["/dev/hvc0", "tty64"] })).toBe(3);
  expect(missing({ profile: "container", virtualConsoles: true })).toBe(4);
});
