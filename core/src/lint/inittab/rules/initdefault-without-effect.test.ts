import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

const solaris = { dialect: "solaris" } as const;
const smf = "smf::sysinit:/lib/svc/bin/svc.startd >/dev/msglog 2<>/dev/msglog </dev/console\n";

test("since SMF init ignores the default level", () => {
  checkMarked(
    `${smf}is:3:initdefault:\n#    ^^^^^^^^^^^ initdefault-without-effect: init ignores this: svc.startd brings the machine to its default milestone\n`,
    solaris,
  );
  expect(firing(`is:3:initdefault:\n${smf}`, solaris)).toEqual(["initdefault-without-effect"]);
});

test("before SMF, and elsewhere", () => {
  expect(firing("is:3:initdefault:\nfs::sysinit:/sbin/rcS\n", solaris)).toEqual([]);
  expect(firing(`${smf}is:3:initdefault:\n`, { dialect: "hp-ux" })).toEqual([]);
});

test("the fix", () => {
  expect(applyFix(`is:3:initdefault:\n${smf}`, "initdefault-without-effect", solaris)).toBe(smf);
});
