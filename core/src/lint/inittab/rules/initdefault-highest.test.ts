import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("the highest wins", () => {
  checkMarked(`\
id:35:initdefault:
#  ^^ initdefault-highest: init enters the highest of several runlevels, \`5\`, never \`3\`
`);
  checkMarked(`\
id:2sS9:initdefault:
#  ^^^^ initdefault-highest: init enters the highest of several runlevels, \`S\`, never \`2\` or \`9\`
`);
});

test("one level, even twice, is one level", () => {
  expect(firing("id:5:initdefault:\n")).toEqual([]);
  expect(firing("id:55:initdefault:\n")).toEqual([]);
  expect(firing("id:sS:initdefault:\n")).toEqual([]);
});

test("what goes down at once was not meant: it is the last offer, and not a safe one", () => {
  const fixes = (text: string) => {
    const found = findings(text).find(({ rule }) => rule === "initdefault-highest");
    return found?.fixes.map(({ kind, edits }) => `${kind} ${edits[0]?.text}`);
  };
  expect(fixes("id:236:initdefault:\n")).toEqual(["suggestion 2", "suggestion 3", "suggestion 6"]);
  expect(fixes("id:32:initdefault:\n")).toEqual(["safe 3", "suggestion 2"]);
});

test("the fix is safe unless an `S` would come or go", () => {
  expect(applyFix("id:2534:initdefault:\n", "initdefault-highest")).toBe("id:5:initdefault:\n");
  expect(applyFix("id:35:initdefault:\n", "initdefault-highest", {}, "Write `3`")).toBe(
    "id:3:initdefault:\n",
  );
  expect(findings("id:S3:initdefault:\n")[0]?.fixes.map((fix) => fix.kind)).toEqual([
    "suggestion",
    "suggestion",
  ]);
});
