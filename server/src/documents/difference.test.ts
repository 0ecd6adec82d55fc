import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "./difference.ts";

const text = fc
  .array(pieceOf("a", "b", "\r\n", "\r", "\n", "\u{1f600}", "\ud83d", "\ude00", "x".repeat(5000)), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(""));

test("the edit makes the other text of one, and is as small as it can be", () => {
  fc.assert(
    fc.property(text, text, text, text, (head, one, other, tail) => {
      const [before, after] = [head + one + tail, head + other + tail];
      const edit = difference(before, after);
      if (edit === undefined) {
        expect(before).toBe(after);
        return;
      }
      expect(before.slice(0, edit.start) + edit.text + before.slice(edit.end)).toBe(after);
      // Up to two units on each side belong to a character or a line break that is not the same.
      expect(edit.text.length).toBeLessThanOrEqual(other.length + 4);
    }),
  );
});

test("what stays is never half a line break or half a character", () => {
  fc.assert(
    fc.property(text, text, text, text, (head, one, other, tail) => {
      const [before, after] = [head + one + tail, head + other + tail];
      const edit = difference(before, after);
      if (edit === undefined) return;
      const around = [
        before.slice(edit.start - 1, edit.start + 1),
        after.slice(edit.start - 1, edit.start + 1),
        before.slice(edit.end - 1, edit.end + 1),
        after.slice(edit.start + edit.text.length - 1, edit.start + edit.text.length + 1),
      ];
      for (const pair of around) expect(pair).not.toMatch(/^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/);
    }),
  );
});
