import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const options = { fragment: false };
const rest = "si::sysinit:/etc/rc\n1:3:respawn:/sbin/getty tty1\nca:12345:ctrlaltdel:/sbin/reboot\n";

test("nobody runs in the default level", () => {
  checkMarked(
    `\
id:4:initdefault:
#  ^ empty-default-level: no entry runs in the default runlevel, 4; init enters it and starts nothing
of:4:off:/sbin/getty tty4
${rest}`,
    options,
  );
});

test("a record for the level, or one that lives on from the boot", () => {
  expect(firing(`id:3:initdefault:\n${rest}`, options)).toEqual([]);
  expect(firing(`id:4:initdefault:\nbo::boot:/sbin/ngetty 4\n${rest}`, options)).toEqual([]);
  expect(firing(`id:4:initdefault:\n${rest}`)).toEqual([]);
});

test("a table that leaves every level to what the boot has started", () => {
  const text =
    "id:4:initdefault:\nsi::sysinit:/etc/rc\nh0:06:wait:/sbin/halt\nca:12345:ctrlaltdel:/sbin/reboot\n";
  expect(firing(text, options)).toEqual(["no-login"]);
});

test("the fix offers levels that are used", () => {
  expect(applyFix(`id:4:initdefault:\n${rest}`, "empty-default-level", options)).toBe(
    `id:3:initdefault:\n${rest}`,
  );
});
