import fc from "fast-check";
import { expect, test } from "vitest";
import { pieceOf } from "../../testing/alphabet.ts";
import { bootCallOf } from "./boot-call.ts";

/** The calls of processes: `PROGRAM LEVEL`, or `-`. */
function check(...processes: readonly string[]): readonly string[] {
  return processes.map((process) => {
    const call = bootCallOf(process);
    return call === undefined ? "-" : `${call.program} ${call.level}`.trim();
  });
}

test("rc is called with the letter of a level, and the programs of boot and shutdown with nothing", () => {
  expect(check("/etc/init.d/rc 3", "+/etc/rc.d/rc S", "/etc/init.d/rcS", "/etc/init.d/rcK")).toEqual([
    "rc 3",
    "rc S",
    "rc S",
    "rc 0",
  ]);
  expect(check("/etc/rc.d/rc.M", "/etc/init.d/rc 33", "/usr/bin/rcS", "/etc/init.d/rcS boot")).toEqual([
    "-",
    "-",
    "-",
    "-",
  ]);
});

test("OpenWrt's rcS is called with the letter of the links and an argument for the scripts", () => {
  expect(check("/etc/init.d/rcS S boot", "/etc/init.d/rcS K shutdown", "/etc/init.d/rcS K stop x")).toEqual([
    "rc S",
    "rc 0",
    "-",
  ]);
});

test("OpenRC is called with a runlevel, with options, or with nothing", () => {
  expect(check("/sbin/openrc sysinit", "openrc", "-/usr/sbin/openrc -n default", "/sbin/openrc 3")).toEqual([
    "openrc sysinit",
    "openrc",
    "openrc -n default",
    "openrc 3",
  ]);
  expect(check("/sbin/openrc boot >/dev/console 2>&1", "/sbin/openrc default; sync", "openrc-run x")).toEqual(
    ["openrc boot", "openrc default", "-"],
  );
});

test("the program that is called openrc now was called rc before", () => {
  expect(check("/sbin/rc boot", "/sbin/rc default", "/sbin/rc elsewhere")).toEqual([
    "openrc boot",
    "openrc default",
    "-",
  ]);
});

test("any text is read to its end", () => {
  fc.assert(
    fc.property(fc.array(pieceOf("/etc/init.d/rc", "openrc", "S", "default", " ", "\t")), (pieces) => {
      const call = bootCallOf(pieces.join(""));
      expect(call === undefined || !/[<>&|;#\n]/.test(call.level)).toBe(true);
    }),
  );
});
