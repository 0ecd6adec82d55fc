import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChanges, changesBetween } from "./line-changes.ts";

/** Prints each change as the lines of one text that become lines of the other. */
function check(old: string, now: string): string {
  const texts = changesBetween(old.replaceAll(" ", "\n"), now.replaceAll(" ", "\n"));
  const name = (lines: readonly string[], index: number | undefined) => lines[index ?? -1]?.trim() ?? "";
  return texts.changes
    .map(({ edits }) =>
      edits.map((edit) => `${name(texts.old, edit.old)} > ${name(texts.new, edit.new)}`.trim()).join(", "),
    )
    .join("; ");
}

test("lines that were added, removed, replaced and moved", () => {
  const pairs = [
    ["a:1 b:1 c:1 ", "a:1 b:1 c:1 "],
    ["a:1 b:1 c:1 ", "a:1 b:2 c:1 "],
    ["a:1 b:1 c:1 ", "a:1 c:1 d:1 "],
    ["a:1 b:1 c:1 ", "b:1 c:1 a:1 "],
    ["a:1 b:1 c:1 ", "a:2 x:2 b:2 c:1 "],
    ["a:1", "a:1 b:1"],
    ["", "a:1 "],
  ] as const;
  expect(pairs.map(([old, now]) => check(old, now)).join("\n")).toMatchInlineSnapshot(`
    "
    b:1 > b:2
    b:1 >; > d:1
    a:1 >, > a:1
    a:1 > a:2; b:1 > b:2; > x:2
    a:1 > a:1; > b:1
    > a:1"
  `);
});

test("all changes lead to the new text, none to the old one", () => {
  const line = pieceOf("a:1", "a:2", "b:1", "b:2", "c:1", "#", "", "x");
  const text = fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.boolean())
    .map(([lines, ends]) => lines.join("\n") + (ends ? "\n" : ""));
  fc.assert(
    fc.property(text, text, (old, now) => {
      const texts = changesBetween(old, now);
      expect(applyChanges(texts, [])).toBe(old);
      expect(applyChanges(texts, texts.changes)).toBe(now);
    }),
  );
});
