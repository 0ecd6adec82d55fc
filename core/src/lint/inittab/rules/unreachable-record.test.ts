import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("no level at all", () => {
  checkMarked(`\
7:x:respawn:/sbin/getty 38400 tty7
# ^ unreachable-record: \`x\` names no runlevel; init never runs this entry
8: :once:/bin/sync
# ^ unreachable-record
9::once:/bin/sync
`);
});

test("letters for telinit and the marks of the boot phases are reached", () => {
  expect(firing("x:a:once:/bin/sync\ny:#:once:/bin/sync\nz:*:once:/bin/sync\n")).toEqual([]);
  expect(firing("x:x:off:/bin/sync\n")).toEqual([]);
});

test("the fix makes it plain", () => {
  expect(applyFix("7:-:respawn:/sbin/getty\n", "unreachable-record")).toBe("7:-:off:/sbin/getty\n");
});
