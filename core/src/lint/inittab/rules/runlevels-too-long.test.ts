import { expect, test } from "vitest";
import { applyFix, checkMarked, findings } from "../../../testing/lint-check.ts";

test("twelve bytes are too many, eleven are not", () => {
  checkMarked(`\
a:0123456789Ss:once:/bin/sync
# ^^^^^^^^^^^^ runlevels-too-long: the runlevels field is 12 bytes long, and the limit is 11; init drops the entry with "rlevel field too long (max 11 characters)"
b:0123456789S:once:/bin/sync
`);
});

test("also where the action ignores them", () => {
  checkMarked(`\
si:0123456789Sa:sysinit:/etc/rc.sysinit
#  ^^^^^^^^^^^^ runlevels-too-long
`);
});

test("without a colon the newline counts", () => {
  expect(findings("abc:0123456789S\n")[0]?.message).toBe(
    'the runlevels field is 12 bytes long with the newline, because no colon follows, and the limit is 11; init drops the entry with "rlevel field too long (max 11 characters)"',
  );
  expect(findings("abc:0123456789S\n")[0]?.fixes).toEqual([]);
});

test("the fix keeps each level once", () => {
  expect(applyFix("a:2,2,3,3,4,4,5:once:/bin/sync\n", "runlevels-too-long")).toBe("a:2345:once:/bin/sync\n");
});
