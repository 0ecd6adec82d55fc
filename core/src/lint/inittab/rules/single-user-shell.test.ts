import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a shell for everybody", () => {
  checkMarked(`\
~~:S:wait:/bin/sh
#         ^^^^^^^ single-user-shell: single-user mode starts a shell without asking for a password
s2:1S:respawn:/bin/bash --login
#             ^^^^^^^^^^^^^^^^^ single-user-shell
s3:S:wait:/bin/sh -i </dev/tty1 >/dev/tty1 2>&1
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ single-user-shell
`);
});

test.each([
  "~~:S:wait:/sbin/sulogin",
  "~~:S:wait:/bin/sh /etc/rc.single",
  "~~:S:wait:/bin/sh -c 'sulogin'",
  "~~:S:wait:/etc/rc.single.sh",
  "~~:2:respawn:/bin/sh",
  "~~:S:off:/bin/sh",
  "ca:S:ctrlaltdel:/bin/sh",
])("nothing is said of %s", (record) => {
  expect(firing(`${record}\n`)).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("~~:S:wait:/bin/sh\n", "single-user-shell")).toBe("~~:S:wait:/sbin/sulogin\n");
});
