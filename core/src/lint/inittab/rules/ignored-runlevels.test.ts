import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("records of the boot", () => {
  checkMarked(`\
si:S:sysinit:/etc/rc.d/rc.S
#  ^ ignored-runlevels: init ignores the runlevels \`S\` of a sysinit entry
bo:123:boot:/bin/sync
#  ^^^ ignored-runlevels
bw:x:bootwait:/bin/sync
#  ^ ignored-runlevels
`);
});

test("an empty field, or another action", () => {
  expect(firing("si::sysinit:/etc/rc\nl2:2:wait:/etc/rc\n")).toEqual([]);
});

test("the fix is safe", () => {
  expect(applyFix("bw:x2:bootwait:/bin/sync\n", "ignored-runlevels")).toBe("bw::bootwait:/bin/sync\n");
});
