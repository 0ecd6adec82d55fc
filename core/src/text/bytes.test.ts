import fc from "fast-check";
import { expect, test } from "vitest";
import { byteLength, fromByteString, isAscii, toByteString } from "./bytes.ts";

const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", maxLength: 1 }),
    fc.constantFrom(
      "a",
      "\0",
      "é",
      "€",
      "😀",
      "\ud800",
      "\udfff",
      "\u007f",
      "\u0080",
      "\u07ff",
      "\u0800",
      "\uffff",
      "\u{10000}",
      "\u{10ffff}",
    ),
  ),
});

/** The bytes that Node writes for a text. */
const written = (value: string): string => Buffer.from(value, "utf8").toString("latin1");

test("a text has the bytes that an encoder writes", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(toByteString(value)).toBe(written(value));
      expect(byteLength(value)).toBe(Buffer.byteLength(value));
      expect(byteLength(value, "latin-1")).toBe(value.length);
      expect(isAscii(value)).toBe(Buffer.byteLength(value) === value.length);
    }),
    { examples: [["a😀b"], ["\ud83d"], ["é€\u{10ffff}"]] },
  );
});

test("a text comes back from its bytes", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(fromByteString(written(value))).toBe(Buffer.from(value, "utf8").toString("utf8"));
    }),
  );
});

test("each byte that fits nowhere is one replacement", () => {
  const bad: readonly (readonly [string, string])[] = [
    ["\x80", "\ufffd"],
    ["a\xffb", "a\ufffdb"],
    ["\xc3", "\ufffd"],
    ["\xc3a", "\ufffda"],
    ["\xe2\x82", "\ufffd\ufffd"],
    ["\xf0\x9f\x98", "\ufffd\ufffd\ufffd"],
    // Longer than they need be, a surrogate, and what is behind the last character of all.
    ["\xc0\x80", "\ufffd\ufffd"],
    ["\xc1\xbf", "\ufffd\ufffd"],
    ["\xe0\x9f\xbf", "\ufffd\ufffd\ufffd"],
    ["\xe0\xa0\x80", "\u0800"],
    ["\xf0\x8f\xbf\xbf", "\ufffd\ufffd\ufffd\ufffd"],
    ["\xf0\x90\x80\x80", "\u{10000}"],
    ["\xed\xa0\x80", "\ufffd\ufffd\ufffd"],
    ["\xed\x9f\xbf", "\ud7ff"],
    ["\xf4\x8f\xbf\xbf", "\u{10ffff}"],
    ["\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"],
    ["\xf5\x80\x80\x80", "\ufffd\ufffd\ufffd\ufffd"],
  ];
  for (const [bytes, expected] of bad) expect([bytes, fromByteString(bytes)]).toEqual([bytes, expected]);
});
