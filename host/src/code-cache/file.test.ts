import fc from "fast-check";
import { expect, test } from "vitest";
import { doubled, halved, packed, unpacked } from "./file.ts";

test("no text but its own gets code out of a file", () => {
  const text = fc.uint8Array();
  fc.assert(
    fc.property(fc.uint8Array(), text, text, (data, own, other) => {
      const file = Buffer.from(packed(data, own));
      expect(unpacked(file, own)).toEqual(Buffer.from(data));
      if (!Buffer.from(other).equals(own)) expect(unpacked(file, other)).toBeUndefined();
    }),
  );
});

test("data that is changed somewhere is not taken", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (data, at, by) => {
        const twice = Buffer.from(doubled(data));
        expect(halved(twice)).toEqual(Buffer.from(data));
        const place = at % twice.length;
        twice[place] = (twice[place] ?? 0) ^ by;
        expect(halved(twice)).toBeUndefined();
        expect(halved(twice.subarray(1))).toBeUndefined();
      },
    ),
  );
});
