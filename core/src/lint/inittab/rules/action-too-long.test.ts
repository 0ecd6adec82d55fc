import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("33 bytes are too many; 32 are only unknown", () => {
  checkMarked(`\
a:2:/usr/local/bin/the-long-command-x:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-too-long: the action is 33 bytes long, and the limit is 32; init drops the entry with "action field too long"
b:2:/usr/local/bin/the-long-command-:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-action
`);
});

test("blanks around a known word", () => {
  const padded = `a:2:${" ".repeat(30)}once:/bin/sync\n`;
  expect(firing(padded)).toEqual(["action-too-long"]);
  expect(applyFix(padded, "action-too-long")).toBe("a:2:once:/bin/sync\n");
});
