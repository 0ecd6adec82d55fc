import { expect, test } from "vitest";
import { withArticle } from "./article.ts";

test.each([
  ["az alma", "a(z) ", "alma"],
  ["a bash", "a(z) ", "bash"],
  ["az `/etc/inittab", "a(z) `", "/etc/inittab"],
  ["A $network", "A(z) ", "$network"],
  ["Az őr", "A(z) ", "őr"],
  ["az ssh", "a(z) ", "ssh"],
  ["az LSB", "a(z) ", "LSB"],
  ["x a ntfs", "x a ", "ntfs"],
  ["az l2", "a(z) ", "l2"],
  ["a tty1", "a(z) ", "tty1"],
  ["a Ctrl", "a(z) ", "Ctrl"],
  ["a start", "a(z) ", "start"],
  ["a sysinit", "a(z) ", "sysinit"],
  ["az 1", "a(z) ", "1"],
  ["a 3", "a(z) ", "3"],
  ["az 5", "a(z) ", "5"],
  ["a 10", "a(z) ", "10"],
  ["az 57", "a(z) ", "57"],
  ["a 100", "a(z) ", "100"],
  ["az 1000", "a(z) ", "1000"],
  ["a(z) ", "a(z) ", ""],
  ["a(z) *", "a(z) ", "*"],
  ["of a(z) b", "of a(z) b", ""],
])("says %s", (expected, before, words) => {
  expect(withArticle(before, words) + words).toBe(expected);
});
