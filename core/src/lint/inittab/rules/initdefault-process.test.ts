import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("it is ignored", () => {
  checkMarked(`\
id:3:initdefault:/etc/rc 3
#                ^^^^^^^^^ initdefault-process: init ignores the process of an initdefault entry
`);
});

test("blanks and the CR of a CRLF file are no process", () => {
  expect(firing("id:3:initdefault:\nxx:3:off:/bin/sync\n")).toEqual([]);
  expect(firing("id:3:initdefault:  \n")).toEqual([]);
  expect(firing("id:3:initdefault:\r\n")).toEqual(["crlf"]);
});

test("the fix is safe", () => {
  expect(applyFix("id:3:initdefault:/etc/rc 3\n", "initdefault-process")).toBe("id:3:initdefault:\n");
});
