import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("a shutdown entry of BusyBox that decides for itself", () => {
  checkMarked(
    `\
::shutdown:/bin/umount -a -r
::shutdown:/sbin/poweroff -f
#          ^^^^^^^^^^^^^^ goes-down-otherwise: this runs at every shutdown: poweroff acts at once, whatever was asked for, and the entries after it do not run
::shutdown:/sbin/reboot -nf
#          ^^^^^^^^^^^^ goes-down-otherwise
null::shutdown:busybox halt
#                      ^^^^ goes-down-otherwise: halt only sends init a signal, which init ignores while it shuts down: the entry does nothing
`,
    { dialect: "busybox" },
  );
});

test("in a list that a shell gets", () => {
  checkMarked(
    `\
::shutdown:sh -c "sync; poweroff -f"
#                       ^^^^^^^^ goes-down-otherwise: this runs at every shutdown: poweroff acts at once, whatever was asked for, and the entries after it do not run
::shutdown:/bin/sh -c 'swapoff -a && umount -a -r; /sbin/halt -f'
#                                                  ^^^^^^^^^^ goes-down-otherwise: this runs at every shutdown: halt acts at once, whatever was asked for, and the entries after it do not run
::shutdown:sh -c "sleep 1; busybox reboot -f -n"
#                                  ^^^^^^ goes-down-otherwise
`,
    { dialect: "busybox" },
  );
  checkMarked(`\
l6:6:wait:/bin/sh -c "sync; halt -p"
#                           ^^^^ goes-down-otherwise: runlevel 6 is meant to restart the machine, but halt leaves it down
`);
  // What decides about it is not known, and without -f other commands of the list do their work.
  const others = [
    'sh -c "[ -e /off ] || poweroff -f"',
    'sh -c "sync; poweroff"',
    'sh -c "if test -e /off; then poweroff -f; fi"',
    'sh -c "poweroff $HOW"',
    'sh -c "echo poweroff -f | logger"',
    'sh -c "sleep 9; reboot -f &"',
  ];
  for (const other of others) expect(firing(`::shutdown:${other}\n`, { dialect: "busybox" })).toEqual([]);
});

test("the levels of sysvinit", () => {
  checkMarked(`\
l0:0:wait:/sbin/reboot
#         ^^^^^^^^^^^^ goes-down-otherwise: runlevel 0 is meant to halt the machine, but reboot restarts it
l6:6:wait:/sbin/halt -dhp
#         ^^^^^^^^^^ goes-down-otherwise: runlevel 6 is meant to restart the machine, but halt leaves it down
`);
});

test("a level that leads to another one", () => {
  checkMarked(`\
a6:6:wait:/sbin/shutdown -h now
#         ^^^^^^^^^^^^^^ goes-down-otherwise: runlevel 6 is meant to restart the machine, but shutdown leaves it down
b6:6:once:/sbin/telinit 0
#         ^^^^^^^^^^^^^ goes-down-otherwise: runlevel 6 is meant to restart the machine, but telinit leaves it down
a0:0:wait:/sbin/init 6
#         ^^^^^^^^^^ goes-down-otherwise: runlevel 0 is meant to halt the machine, but init restarts it
b0:0:wait:/sbin/shutdown -r now
#         ^^^^^^^^^^^^^^ goes-down-otherwise: runlevel 0 is meant to halt the machine, but shutdown restarts it
`);
  expect(firing("a6:6:wait:/sbin/shutdown -r now\nb6:6:wait:/sbin/shutdown -c\n")).toEqual([]);
});

test("what does as it should", () => {
  expect(
    firing("l0:0:wait:/sbin/halt -dhp\nl6:6:wait:/sbin/reboot -dk\nca::ctrlaltdel:/sbin/halt -p\n"),
  ).toEqual([]);
  expect(firing("w6:6:wait:/sbin/halt -w\nlx:06:wait:/sbin/halt\nz6:6:wait:/sbin/halt --reboot\n")).toEqual(
    [],
  );
  expect(firing("::ctrlaltdel:/sbin/poweroff -f\n::sysinit:/sbin/reboot\n", { dialect: "busybox" })).toEqual(
    [],
  );
});
