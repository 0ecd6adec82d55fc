import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("`s` is not `S`", () => {
  checkMarked(`\
su:1s:wait:/sbin/sulogin
#   ^ lower-case-s: \`s\` does not mean single-user mode here; init runs the entry in \`S\` only if the field has an \`S\`
sv:1S:wait:/sbin/sulogin
`);
});

test("where the field does not decide, or `S` is there too", () => {
  expect(firing("si:s:sysinit:/etc/rc\n")).toEqual(["ignored-runlevels"]);
  expect(firing("of:s:off:/etc/rc\n")).toEqual([]);
  expect(firing("id:s:initdefault:\n")).toEqual([]);
  expect(firing("su:Ss:wait:/sbin/sulogin\n")).toEqual(["unknown-runlevel"]);
});

test("the fix", () => {
  expect(applyFix("su:1s:wait:/sbin/sulogin\n", "lower-case-s")).toBe("su:1S:wait:/sbin/sulogin\n");
});
