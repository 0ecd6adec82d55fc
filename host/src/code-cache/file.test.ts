import fc from "fast-check";
import { expect, test } from "vitest";
import { packed, unpacked } from "./file.ts";

test("no text but its own gets code out of a file", () => {
  const text = fc.string({ unit: "grapheme-ascii" });
  fc.assert(
    fc.property(fc.uint8Array(), text, text, (data, own, other) => {
      const bytes = Buffer.from(packed(data, own));
      expect(unpacked(bytes, own)).toEqual(Buffer.from(data));
      if (other !== own) expect(unpacked(bytes, other)).toBeUndefined();
    }),
  );
});
