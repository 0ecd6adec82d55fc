import { expect, test } from "vitest";
import { applyFix, checkMarked } from "../../../testing/lint-check.ts";

test("a record that begins with a colon is dropped", () => {
  checkMarked(`\
::once:/sbin/openrc async
#< missing-id: the entry has no id; init drops it with "missing id field"
as::once:/sbin/openrc async
`);
});

test("blanks in front are no id", () => {
  checkMarked(`\
  :2:once:/bin/sync
# ^ missing-id
`);
});

test("of several faults the last one that init looks for is told", () => {
  checkMarked(`\
:2::/bin/sync
# ^^ missing-action
:2:respwan:/bin/sync
#< missing-id
`);
});

test("the fix takes the id that distributions use, or the program's name", () => {
  expect(applyFix(":3:initdefault:\n", "missing-id")).toBe("id:3:initdefault:\n");
  expect(applyFix(":3:respawn:/sbin/getty 38400 tty1\n", "missing-id")).toBe(
    "gett:3:respawn:/sbin/getty 38400 tty1\n",
  );
  expect(applyFix(":3:off:\n", "missing-id")).toBe("x:3:off:\n");
});
