import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("the second record is dropped", () => {
  checkMarked(
    `\
l3:3:wait:/etc/rc.d/rc 3
# comment
l3:5:wait:/etc/rc.d/rc 5
#<^ duplicate-id: \`l3\` repeats the id of line 1; init ignores this entry
L3:5:wait:/etc/rc.d/rc 5
`,
  );
});

test("only an accepted record keeps its id, and each repetition names the first", () => {
  checkMarked(`\
a:2:nonce:/bin/one
#   ^^^^^ unknown-action
a:2:once:/bin/two
a:3:once:/bin/three
#< duplicate-id: \`a\` repeats the id of line 2; init ignores this entry
a:4:once:/bin/four
#< duplicate-id: \`a\` repeats the id of line 2; init ignores this entry
`);
});

test("`~~` may be repeated, and other dialects have no ids to keep apart", () => {
  expect(firing("~~:S:wait:/bin/one\n~~:S:wait:/bin/two\n")).toEqual([]);
  expect(firing("::sysinit:/bin/one\n::sysinit:/bin/two\n", { dialect: "busybox" })).toEqual([]);
});

test("ids of other letters are compared too", () => {
  expect(firing("é:2:once:/bin/one\né:3:once:/bin/two\n")).toEqual(["duplicate-id"]);
  expect(firing("€:2:once:/bin/one\n€:3:once:/bin/two\n")).toEqual(["duplicate-id"]);
  expect(firing("€:2:once:/bin/one\n₤:3:once:/bin/two\n")).toEqual([]);
});

test("lines are counted as an editor does", () => {
  const long = `# ${"x".repeat(600)}\n`;
  expect(findings(`${long}a:2:once:/bin/one\na:2:once:/bin/two\n`, { version: "3.14" })[0]?.message).toBe(
    "`a` repeats the id of line 2; init ignores this entry",
  );
});

test("the fix prefers the record's own level", () => {
  expect(applyFix("x:2:once:/bin/one\nx:4:once:/bin/two\n", "duplicate-id")).toBe(
    "x:2:once:/bin/one\nx4:4:once:/bin/two\n",
  );
});
