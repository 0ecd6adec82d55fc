// What is promised of a file whose dialect may be another one.

import { expect, test } from "vitest";
import { scanInittab } from "../../inittab/scan.ts";
import { lintInittab } from "./lint.ts";

const mixed =
  "id:3:initdefault:\n::sysinit:/etc/init.d/rcS\n::respawn:-/bin/sh\ntty1:2345:respawn:/sbin/getty 38400 tty1\n::ctrlaltdel:/sbin/reboot\n";

const kinds = (text: string, options = {}) =>
  lintInittab(scanInittab(text, options), { fragment: true }).findings.flatMap(({ rule, fixes }) =>
    fixes.map(({ kind }) => `${rule} ${kind}`),
  );

test("no fix is called safe where the dialect is in doubt", () => {
  expect(kinds(mixed)).toEqual(["bad-entry suggestion", "busybox-runlevels suggestion"]);
  expect(kinds(mixed, { dialect: "busybox" })).toEqual(["bad-entry suggestion", "busybox-runlevels safe"]);
  expect(kinds(mixed.replace(/^.*\n/, ""))).toEqual(["busybox-runlevels safe"]);
});

test("what holds for procd alone is information where OpenWrt's BusyBox init had the same words", () => {
  const table = "::sysinit:/etc/init.d/rcS S boot\ntts/0::askfirst:/bin/ash --login\n";
  const told = (text: string, options = {}) =>
    lintInittab(scanInittab(text, options)).findings.map(({ rule, severity }) => `${severity} ${rule}`);
  expect(told(table)).toContain("information procd-id-cut");
  expect(told(table, { dialect: "procd" })).toContain("error procd-id-cut");
  expect(told(`${table}::askconsole:/bin/ash --login\n`)).toContain("error procd-id-cut");
});
