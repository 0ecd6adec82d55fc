// The alphabet of all property tests about texts: besides what a test is about, every character that has ever led a
// scanner astray.

import fc from "fast-check";

const codes = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCharCode(first + place));

/**
 * All C0 and C1 controls with NUL and DEL, blanks that are none to a shell, separators of lines and paragraphs, marks that
 * turn the direction of writing, halves of surrogate pairs, and what is no character.
 */
const awkward: readonly string[] = [
  ...codes(0x00, 0x1f),
  ...codes(0x7f, 0xa0),
  ..."\u00ad\u200b\u200e\u2028\u2029\u202a\u202e\u2066\u2069\u3000\ufeff\ufffd\uffff",
  ..."\ud800,\udbff,\udc00,\udfff,\u{10ffff},😀,e\u0301".split(","),
];

/** An awkward character, or any other one. */
export const anyCharacter: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
);

/** Mostly one of these pieces, now and then another character. Also for `unit` of `fc.string`. */
export function pieceOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: anyCharacter },
  );
}

/** A text of any characters. */
export function anyText(maxLength = 40): fc.Arbitrary<string> {
  return fc.string({ unit: anyCharacter, maxLength });
}
