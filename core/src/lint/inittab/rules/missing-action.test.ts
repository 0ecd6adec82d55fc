import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("an empty action is shown with its colons", () => {
  checkMarked(`\
l2:2::/etc/init.d/rc 2
#   ^^ missing-action: the action is empty; init drops the entry with "missing action field"
l2:2:wait:/etc/init.d/rc 2
`);
});

test("a record that ends before its action", () => {
  expect(findings("a:4\n").map((finding) => finding.message)).toEqual([
    'the entry ends before its action; init drops it with "missing action field"',
  ]);
});

test("a short line without colon is offered to be a comment", () => {
  expect(findings("old\n").map((finding) => finding.message)).toEqual([
    'the line is neither an entry nor a comment; init drops it with "missing action field"',
  ]);
  expect(applyFix("old\n", "missing-action")).toBe("# old\n");
});

test("blanks at the end of the file, before 3.14", () => {
  expect(firing("# end\n  ", { version: "3.06" })).toEqual(["missing-action"]);
  expect(applyFix("# end\n  ", "missing-action", { version: "3.06" })).toBe("# end\n");
  expect(firing("# end\n  \n", { version: "3.06" })).toEqual([]);
});
