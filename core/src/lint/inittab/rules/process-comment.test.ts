import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("a `#` cuts the command", () => {
  checkMarked(`\
a:2:once:/bin/p e # note
#                 ^^^^^^ process-comment: init cuts the command at \`#\` and passes an empty argument in its place
b:2:once:/bin/p d x#y z
#                  ^^^^ process-comment: init cuts the command at \`#\`, in the middle of a word
c:2:once:# nothing
#        ^^^^^^^^^ process-comment: init cuts the command at \`#\`, and there is no program to run
`);
});

test("a shell knows what a comment is, and what is not run is not cut", () => {
  expect(firing("a:2:once:/bin/p >/dev/null # note\n")).toEqual([]);
  expect(firing("a:2:off:/bin/p # note\nid:3:initdefault:# note\n")).toEqual(["initdefault-process"]);
});

test("the fixes", () => {
  const rule = "process-comment";
  expect(applyFix(" a:2:once:/bin/p e  # note\n", rule)).toBe(" # note\na:2:once:/bin/p e\n");
  expect(applyFix("a:2:once:/bin/p x#y z\n", rule)).toBe("a:2:once:/bin/p 'x#y' z\n");
  expect(applyFix("a:2:once:/bin/p x#y z\n", rule, {}, "Delete the rest")).toBe("a:2:once:/bin/p x\n");
  expect(applyFix("a:2:once:/bin/p x#y z\r\n", rule, {}, "Delete the rest")).toBe("a:2:once:/bin/p x\r\n");
  expect(applyFix("a:2:once:#\n", rule)).toBe("a:2:off:#\n");
});
