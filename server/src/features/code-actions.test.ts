import type { Finding } from "@inittab/core";
import { describe, expect, test } from "vitest";
import { applied } from "../testing/document.ts";
import { fixAll } from "./code-actions.ts";

function lineOf(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split("\n").length - 1;
}

describe("all at once", () => {
  const text = "aaaa bbbb\ncccc dddd\n";
  const finding = (
    fixes: readonly (readonly [kind: "safe" | "suggestion", start: number, end: number])[],
  ): Finding => ({
    rule: "r",
    code: "IT999",
    severity: "warning",
    message: { id: "m" },
    range: { start: 0, end: 1 },
    related: [],
    unnecessary: false,
    fixes: fixes.map(([kind, start, end]) => ({
      title: { id: "t" },
      kind,
      edits: [{ start, end, text: "X" }],
    })),
  });

  test.each([
    ["safe ones", [finding([["safe", 0, 4]]), finding([["safe", 10, 14]])], "X bbbb\nX dddd\n"],
    [
      "no suggestions",
      [
        finding([["suggestion", 0, 4]]),
        finding([
          ["suggestion", 0, 1],
          ["safe", 5, 9],
        ]),
      ],
      "aaaa X\ncccc dddd\n",
    ],
    [
      "the first of two that overlap",
      [finding([["safe", 0, 4]]), finding([["safe", 2, 9]]), finding([["safe", 5, 9]])],
      "X X\ncccc dddd\n",
    ],
    [
      "the first of two at one place",
      [finding([["safe", 5, 5]]), finding([["safe", 5, 5]])],
      "aaaa Xbbbb\ncccc dddd\n",
    ],
    ["one over several lines", [finding([["safe", 5, 14]]), finding([["safe", 11, 12]])], "aaaa X dddd\n"],
  ])("%s", (_, findings, expected) => {
    expect(applied(text, fixAll(lineOf(text), findings))).toBe(expected);
  });

  test("is no offer where there is none", () => {
    expect(fixAll(lineOf(text), [finding([["suggestion", 0, 4]])])).toBeUndefined();
  });
});
