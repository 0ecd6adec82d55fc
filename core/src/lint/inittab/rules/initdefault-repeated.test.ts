import { expect, test } from "vitest";
import { applyFix, checkMarked, findings, firing } from "../../../testing/lint-check.ts";

test("only the first counts", () => {
  checkMarked(`\
id:3:initdefault:
gr:5:initdefault:
#  ^ initdefault-repeated: init takes the default runlevel from line 1 and ignores this entry
xx:4:initdefault:
#  ^ initdefault-repeated
`);
});

test("one is enough, and a dropped one is none", () => {
  expect(firing("id:3:initdefault:\n")).toEqual([]);
  expect(firing("id:3:initdefault:\nid:5:initdefault:\n")).toEqual(["duplicate-id"]);
});

test("the fix is safe unless the record matters otherwise", () => {
  const rule = "initdefault-repeated";
  expect(applyFix("id:3:initdefault:\ngr:5:initdefault:\n", rule)).toBe("id:3:initdefault:\n");
  const kind = (text: string) => findings(text).find((finding) => finding.rule === rule)?.fixes[0]?.kind;
  expect(kind("id:3:initdefault:\ngr:5:initdefault:\n")).toBe("safe");
  expect(kind("id:3:initdefault:\ngr:S:initdefault:\n")).toBe("suggestion");
  expect(kind("id:3:initdefault:\ngr:5:initdefault:\ngr:5:once:/bin/sync\n")).toBe("suggestion");
});
