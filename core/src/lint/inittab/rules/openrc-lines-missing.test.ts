import { expect, test } from "vitest";
import { alpine, busybox, checkOpenrc, gentoo, levels, sysvinit } from "../../../testing/openrc-check.ts";

test("the tables of Alpine and of Gentoo are as they should be, also against their systems", () => {
  const system = levels("sysinit", "boot", "default", "nonetwork", "shutdown");
  expect(checkOpenrc(alpine)).toEqual([]);
  expect(checkOpenrc(gentoo, sysvinit)).toEqual([]);
  expect(checkOpenrc(alpine, { ...busybox, ...system })).toEqual([]);
  expect(checkOpenrc(gentoo, { ...sysvinit, ...system })).toEqual([]);
});

test("a level of the boot that nothing enters is told, unless a script may do it or it is empty", () => {
  const without = alpine.filter((line) => !line.endsWith("openrc boot"));
  expect(checkOpenrc(without)).toEqual([
    '2 openrc-lines-missing "/sbin/openrc default": no entry before this one calls `openrc boot`: services of that runlevel start only where others need them',
  ]);
  expect(checkOpenrc(["::sysinit:/etc/init.d/rcS", ...without])).toEqual([]);
  expect(checkOpenrc(["::sysinit:/bin/sh -c '/sbin/openrc boot'", ...without])).toEqual([]);
  expect(checkOpenrc(["::sysinit:/bin/mount -a", ...without])).toHaveLength(1);
  expect(checkOpenrc(without, { ...busybox, ...levels("sysinit", "default", "shutdown") })).toEqual([]);
  expect(
    checkOpenrc(
      gentoo.filter((line) => !line.includes("sysinit")),
      sysvinit,
    ),
  ).toEqual([
    '6 openrc-lines-missing "/sbin/openrc nonetwork": no entry before this one calls `openrc sysinit`: services of that runlevel start only where others need them',
  ]);
  expect(checkOpenrc(without, { ...busybox, fragment: true })).toEqual([]);
});

test("the order is that in which init runs the records", () => {
  const [sysinit = "", boot = "", byDefault = "", getty = "", shutdown = ""] = alpine;
  expect(checkOpenrc([byDefault, sysinit, boot, getty, shutdown])).toEqual([]);
  expect(checkOpenrc([byDefault, boot, sysinit, getty, shutdown])).toEqual([
    '2 openrc-lines-missing "/sbin/openrc boot": `openrc boot` runs before `openrc sysinit` on line 3, which stops what does not belong to its runlevel',
  ]);
  expect(checkOpenrc([sysinit, boot.replace("sysinit:", "once:"), byDefault, shutdown])).toEqual([
    '3 openrc-lines-missing "/sbin/openrc default": `openrc default` runs before `openrc boot` on line 2, which stops what does not belong to its runlevel',
  ]);
  expect(
    checkOpenrc([...gentoo.slice(0, 2), ...gentoo.slice(3), "rc::bootwait:/sbin/openrc boot"], sysvinit),
  ).toEqual([]);
});

test("levels of one's own stand where they like", () => {
  expect(checkOpenrc([...alpine, "::once:/sbin/openrc afterlogin"])).toEqual([]);
});

test("tables without OpenRC, and those of inits that do not start it, get no word", () => {
  expect(checkOpenrc(["::sysinit:/etc/init.d/rcS", "::shutdown:/etc/init.d/rcK"])).toEqual([]);
  expect(checkOpenrc(["l3:3:wait:/sbin/openrc 3"], { dialect: "aix", fragment: false })).toEqual([]);
});
