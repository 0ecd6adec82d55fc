import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("whatever stands there has no effect", () => {
  checkMarked(
    `\
:2345:respawn:/bin/a
#<<^^^ busybox-runlevels: \`2345\` has no effect: this init has no runlevels
tty1: :once:/bin/b
#    ^ busybox-runlevels
::once:/bin/c
`.replace("#<<^^^", "#^^^^"),
    { dialect: "busybox" },
  );
});

test("procd and toybox ignore it too, System V does not", () => {
  expect(firing(":2:respawn:/bin/a\n", { dialect: "procd" })).toEqual([
    "busybox-runlevels",
    "procd-empty-id",
  ]);
  expect(firing(":2:respawn:/bin/a\n", { dialect: "toybox" })).toEqual(["busybox-runlevels"]);
  expect(firing("a:2:respawn:/bin/a\n")).toEqual([]);
});

test("the fix empties the field", () => {
  expect(applyFix("tty1:S:once:/bin/a\n", "busybox-runlevels", { dialect: "busybox" })).toBe(
    "tty1::once:/bin/a\n",
  );
});
