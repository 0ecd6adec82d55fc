import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("nothing to run", () => {
  checkMarked(`\
S0:2345:respawn:
#              ^ empty-process: there is nothing to run; after every ten tries, init disables the entry for five minutes
l2:2:wait:+  \n\
#        ^^^^ empty-process: there is nothing to run; init starts a child process that ends at once
`);
});

test("actions that run nothing", () => {
  expect(firing("S0:2345:off:\nid:3:initdefault:\n")).toEqual([]);
});

test("`@` is a flag only where init knows it", () => {
  expect(firing("a:2:once:@\n", { version: "3.06" })).toEqual(["empty-process"]);
  expect(firing("a:2:once:@\n", { version: "2.88" })).toEqual(["at-flag-portability"]);
});

test("the fix", () => {
  expect(applyFix("S0:2345:respawn:\n", "empty-process")).toBe("S0:2345:off:\n");
});
