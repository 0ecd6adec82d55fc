import { expect, test } from "vitest";
import { applyFix } from "../../../testing/lint-check.ts";
import { alpine, busybox, checkOpenrc, gentoo, levels, sysvinit } from "../../../testing/openrc-check.ts";

test("a runlevel that does not exist is told for numbers, and of any name where the system is known", () => {
  const numbers = [...alpine.slice(0, 2), "::wait:/sbin/openrc 3", ...alpine.slice(3)];
  const mistyped = [...alpine.slice(0, 2), "::wait:/sbin/openrc defualt >/dev/null", ...alpine.slice(3)];
  expect(checkOpenrc(numbers)).toEqual([
    '3 openrc-runlevel-missing "3": unless there is a folder /etc/runlevels/3, OpenRC says that `3` is not a valid runlevel and changes nothing',
  ]);
  expect(checkOpenrc(mistyped)).toEqual([]);
  const system = { ...busybox, ...levels("sysinit", "boot", "default", "shutdown") };
  expect(checkOpenrc(mistyped, system)).toEqual([
    '3 openrc-runlevel-missing "defualt": there is no /etc/runlevels/defualt: OpenRC says that `defualt` is not a valid runlevel and changes nothing',
  ]);
  expect(applyFix(`${mistyped.join("\n")}\n`, "openrc-runlevel-missing", system)).toContain(
    "openrc default >/dev/null",
  );
  const own = { ...busybox, ...levels("sysinit", "boot", "3", "shutdown") };
  expect(checkOpenrc(numbers, own)).toEqual([]);
  // The folder is looked for before anything else happens, and single and reboot need none.
  expect(checkOpenrc(gentoo, { ...sysvinit, ...levels("boot", "default", "shutdown") })).toEqual([
    '7 openrc-runlevel-missing "nonetwork": there is no /etc/runlevels/nonetwork: OpenRC says that `nonetwork` is not a valid runlevel and changes nothing',
  ]);
});

test("a number is mended as the table for sysvinit has it", () => {
  const fixed = (level: string) =>
    applyFix(`l:${level}:wait:/sbin/openrc ${level}\n`, "openrc-runlevel-missing", sysvinit);
  expect(["0", "1", "2", "5", "6"].map((level) => /openrc (.*)\n/.exec(fixed(level))?.[1])).toEqual([
    "shutdown",
    "single",
    "nonetwork",
    "default",
    "reboot",
  ]);
});
