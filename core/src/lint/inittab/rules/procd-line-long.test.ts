import { expect, test } from "vitest";
import { findings, firing } from "../../../testing/lint-check.ts";

const check = (text: string): readonly string[] => firing(text, { dialect: "procd" });

test("a command that is cut, and what becomes of the rest", () => {
  expect(check(`tty1::respawn:/bin/a ${"b".repeat(200)}\n`)).toEqual(["procd-line-long"]);
  const [told] = findings(`tty1::respawn:/bin/a ${"b".repeat(106)}tty2::respawn:/bin/c\n`, {
    dialect: "procd",
  });
  expect(told?.range).toEqual({ start: 127, end: 147 });
});

test("a long comment is none where its rest is no entry", () => {
  expect(check(`# ${"b".repeat(300)}\n`)).toEqual([]);
  expect(check(`# ${"b".repeat(125)}tty1::respawn:/bin/a\n`)).toEqual(["procd-line-long"]);
});

test("127 bytes are enough for an entry", () => {
  expect(check(`tty1::respawn:/bin/a ${"b".repeat(105)}\n`)).toEqual([]);
  expect(check(`tty1::respawn:/bin/a ${"b".repeat(106)}  \r\n`)).toEqual([]);
});
