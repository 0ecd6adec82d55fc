import { expect, test } from "vitest";
import { applyFix, checkMarked, firing } from "../../../testing/lint-check.ts";

test("0 and 6", () => {
  checkMarked(`\
id:0:initdefault:
#  ^ initdefault-halts: the default runlevel is 0, which by convention means halt; the machine goes down as soon as it is up
`);
  checkMarked(`\
id:6:initdefault:
#  ^ initdefault-halts: the default runlevel is 6, which by convention means reboot; the machine goes down as soon as it is up
`);
});

test("the others", () => {
  for (const level of "12345789S") expect(firing(`id:${level}:initdefault:\n`)).toEqual([]);
});

test("the fix", () => {
  expect(applyFix("id:0:initdefault:\n", "initdefault-halts")).toBe("id:3:initdefault:\n");
});
