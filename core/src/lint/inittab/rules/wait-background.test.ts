import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("init does not wait", () => {
  checkMarked(`\
si::sysinit:/etc/init.d/rcS &
#                           ^ wait-background: init does not wait for this sysinit entry: the shell ends at once
`);
});

test("nobody would wait anyway", () => {
  expect(firing("a:2:once:/bin/a &\nb::boot:/bin/b &\n")).toEqual([]);
  expect(firing("a:2:wait:/bin/a & /bin/b\n")).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("a:2:wait:/bin/a &\n", "wait-background")).toBe("a:2:wait:/bin/a\n");
});
