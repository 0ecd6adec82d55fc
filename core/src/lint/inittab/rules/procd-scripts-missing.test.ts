import { expect, test } from "vitest";
import { firing } from "../../../testing/lint-check.ts";

const whole = { dialect: "procd", fragment: false } as const;

test("a table without a way up or down", () => {
  expect(firing("tty1::askfirst:/bin/ash\n", whole)).toEqual([
    "procd-scripts-missing",
    "procd-scripts-missing",
  ]);
  expect(firing("::sysinit:/x S boot\n", whole)).toEqual(["procd-scripts-missing"]);
});

test("both are there, or there is no table at all", () => {
  expect(firing("::sysinit:/x S boot\n::shutdown:/x K stop\n", whole)).toEqual([]);
  expect(firing("# nothing\n", whole)).toEqual([]);
});
