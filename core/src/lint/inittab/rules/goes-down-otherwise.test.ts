import { expect, test } from "vitest";
import { checkMarked, firing } from "../../../testing/lint-check.ts";

test("a shutdown entry of BusyBox that decides for itself", () => {
  checkMarked(
    `\
::shutdown:/bin/umount -a -r
::shutdown:/sbin/poweroff -f
#          ^^^^^^^^^^^^^^ goes-down-otherwise: this runs on every way down: poweroff acts at once whatever was asked for, and the entries behind are left out
::shutdown:/sbin/reboot -nf
#          ^^^^^^^^^^^^ goes-down-otherwise
null::shutdown:busybox halt
#                      ^^^^ goes-down-otherwise: halt only sends init a signal, which init passes over on its way down: the entry does nothing
`,
    { dialect: "busybox" },
  );
});

test("the levels of sysvinit", () => {
  checkMarked(`\
l0:0:wait:/sbin/reboot
#         ^^^^^^^^^^^^ goes-down-otherwise: level 0 is there to halt, but reboot restarts the machine
l6:6:wait:/sbin/halt -dhp
#         ^^^^^^^^^^ goes-down-otherwise: level 6 is there to restart, but halt leaves the machine down
`);
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
