import { expect, test } from "vitest";
import { findings, firing } from "../../../testing/lint-check.ts";

const twice = "rc:2:wait:/etc/rc\nap:2:once:/bin/a\nap:3:once:/bin/b\n";

test("an id that stands twice", () => {
  const [finding, ...more] = findings(twice, { dialect: "aix" });
  expect(more).toEqual([]);
  expect(finding?.message).toBe("`ap` repeats the id of line 2; the manual requires each id to be unique");
  for (const dialect of ["solaris", "hp-ux", "irix"] as const)
    expect([dialect, firing(twice, { dialect })]).toEqual([dialect, ["family-repeated-id"]]);
});

test("different ids, and comments", () => {
  expect(firing("a:2:once:/bin/a\nA:2:once:/bin/b\n", { dialect: "aix" })).toEqual([]);
  expect(firing(":ap:2:once:/bin/a\nap:2:once:/bin/b\n", { dialect: "aix" })).toEqual([]);
  // Linux has a rule of its own.
  expect(firing(twice)).toEqual(["duplicate-id"]);
});
