import { expect, test } from "vitest";
import { quoted } from "./words.ts";

test("what a file holds is quoted with its controls as a shell writes them", () => {
  expect(quoted("a\tb\rc\x1bd\x7fe\0")).toBe("`a\\tb\\rc\\x1bd\\x7fe\\x00`");
  expect(quoted("a`b`")).toBe("`a'b'`");
  expect(quoted("")).toBe("``");
});

test("more than 40 characters are cut", () => {
  expect(quoted("x".repeat(40))).toBe(`\`${"x".repeat(40)}\``);
  expect(quoted("x".repeat(41))).toBe(`\`${"x".repeat(37)}...\``);
});
