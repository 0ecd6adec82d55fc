import { expect, test } from "vitest";
import { findings, firing } from "../../../testing/lint-check.ts";

const whole = { fragment: false };

const table = (...records: readonly string[]) =>
  [
    "id:2:initdefault:",
    "si::sysinit:/etc/init.d/rcS",
    "~~:S:wait:/sbin/sulogin",
    "l2:2:wait:/etc/init.d/rc 2",
    "1:23:respawn:/sbin/getty 38400 tty1",
    ...records,
    "",
  ].join("\n");

const told = (...records: readonly string[]) =>
  findings(table(...records), whole)
    .filter(({ rule }) => rule === "level-without-halt")
    .map(({ severity, message }) => `${severity}: ${message}`);

const keys = "ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now";

test("a shell with a command may take the machine down, one without does not", () => {
  const zero = "l2:0:wait:/bin/sh";
  expect(told(`${zero}`, "l6:6:wait:/etc/rc 6", keys)).toHaveLength(0);
  expect(told("l0:0:wait:/etc/rc 0", "l6:6:wait:/bin/sh", keys)).toHaveLength(1);
  expect(told("l0:0:wait:/etc/rc 0", "l6:6:wait:/bin/sh /etc/down", keys)).toEqual([]);
});

test("nothing restarts the machine in the level that the keys lead to", () => {
  expect(told("l0:0:wait:/etc/init.d/rc 0", keys)).toEqual([
    "warning: this leads to runlevel 6, where no entry restarts the machine: init stops what runs and then does nothing more",
  ]);
  expect(told("l3:3:wait:/etc/init.d/rc 3", keys)).toHaveLength(1);
  // One level that is written out is enough; the others may still stand in /etc/inittab.d.
  expect(told(keys)).toEqual([
    "information: this leads to runlevel 6, where no entry restarts the machine: init stops what runs and then does nothing more",
  ]);
  expect(told("l0:0:wait:/etc/init.d/rc 0", "x:6:respawn:/sbin/getty 38400 tty6", keys)).toHaveLength(1);
});

test("nothing halts it when the power fails, or after telinit", () => {
  expect(told("l6:6:wait:/etc/init.d/rc 6", "pf::powerfail:/sbin/shutdown -f -h +2 Power", keys)).toEqual([
    "warning: this leads to runlevel 0, where no entry halts the machine: init stops what runs and then does nothing more",
  ]);
  expect(told("l6:6:wait:/etc/init.d/rc 6", "pw::powerwait:/sbin/telinit 0", keys)).toHaveLength(1);
  expect(told("l6:6:wait:/etc/init.d/rc 6", "pw::powerfailnow:/sbin/poweroff", keys)).toHaveLength(1);
});

test("on request, at a time, or at the end of what a level does", () => {
  const six = "l6:6:wait:/etc/init.d/rc 6";
  expect(told(six, "da:a:ondemand:/sbin/telinit 0")).toHaveLength(1);
  expect(told(six, "ni:2:once:/sbin/shutdown -h 22:00")).toHaveLength(1);
  expect(told(six, "en:3:wait:/sbin/init 0")).toHaveLength(1);
  expect(told(six, "po::powerokwait:/sbin/shutdown -c")).toEqual([]);
  // On the way down they act at once, and a login may stand beside them.
  expect(told("r6:6:wait:/sbin/reboot", "h0:0:wait:/sbin/halt -p", keys)).toEqual([]);
});

test("a table that only starts logins may leave its levels to another file", () => {
  const logins = [
    "id:2:initdefault:",
    "1:2:respawn:/sbin/getty 38400 tty1",
    "2:2:respawn:/sbin/getty 38400 tty2",
  ];
  const found = findings([...logins, keys, ""].join("\n"), whole).map(({ rule }) => rule);
  expect(found).not.toContain("level-without-halt");
});

test("levels that are served, and requests that lead to none", () => {
  expect(told("l6:6:wait:/etc/init.d/rc 6", keys)).toEqual([]);
  expect(told("l6:06:wait:/etc/rc.shutdown", keys)).toEqual([]);
  expect(told("lx::wait:/etc/anything", keys)).toEqual([]);
  expect(told("ca::ctrlaltdel:/sbin/shutdown -c Cancelled")).toEqual([]);
  expect(told("ca::ctrlaltdel:/sbin/reboot -f")).toEqual([]);
  expect(told("ca::ctrlaltdel:/sbin/init 2")).toEqual([]);
  expect(told("ca::ctrlaltdel:/sbin/shutdown now")).toEqual([]);
});

test("a part of a table, and a record that init drops for another mistake", () => {
  expect(firing(table(keys))).toEqual([]);
  expect(told("l0:0:wait:/etc/init.d/rc 0", "toolong:6:wait:/etc/init.d/rc 6", keys)).toEqual([]);
});
