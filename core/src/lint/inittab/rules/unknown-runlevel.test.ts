import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("characters that are no levels", () => {
  checkMarked(`\
1:2,3:respawn:/sbin/getty 38400 tty1
#  ^ unknown-runlevel: \`,\` is not a runlevel; init ignores it
2: 2x:respawn:/sbin/getty 38400 tty2
# ^ unknown-runlevel: \` \` and \`x\` are not runlevels; init ignores them
3:789S#*:respawn:/sbin/getty 38400 tty3
id: 3:initdefault:
#  ^ unknown-runlevel
`);
});

test("a field without any level, or a default that is none, is another rule's", () => {
  expect(firing("1:x:respawn:/sbin/getty tty1\n")).toEqual(["unreachable-record"]);
  expect(firing("id:x3:initdefault:\n")).toEqual(["initdefault-invalid"]);
});

test("the fix is safe unless it leaves exactly `S`", () => {
  expect(applyFix("1:2,3, 4:once:/bin/sync\n", "unknown-runlevel")).toBe("1:234:once:/bin/sync\n");
  expect(applyFix("1:S,:once:/bin/sync\n", "unknown-runlevel")).toBe("1:S:once:/bin/sync\n");
});
