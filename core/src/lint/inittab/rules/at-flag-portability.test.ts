import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("no flag before 3.02", () => {
  checkMarked(
    `\
a:2:once:@/bin/a
#        ^ at-flag-portability: before sysvinit 3.02, \`@\` is not a flag; init takes it for a part of the program's name
b:2:once:+@/bin/b
#         ^ at-flag-portability
c:2:once:/bin/c @
`,
    { version: "2.97" },
  );
});

test("a flag since", () => {
  expect(firing("a:2:once:@/bin/a\n", { version: "3.02" })).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("a:2:once:+@/bin/a\n", "at-flag-portability", { version: "2.88" })).toBe(
    "a:2:once:+/bin/a\n",
  );
});
