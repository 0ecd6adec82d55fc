import fc from "fast-check";
import { expect, test } from "vitest";
import { scanInittab } from "../../inittab/scan.ts";
import { keptFacts, lineFacts, markOf, packedId, rejected } from "./line-facts.ts";

const byte = fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code));

test("ids of up to four bytes are numbers, and different ones are different numbers", () => {
  const id = fc.oneof(
    fc.string({ unit: byte, minLength: 1, maxLength: 4 }),
    fc.constantFrom("1", "1234", "\u00ff", "\u00ff\u00ff\u00ff\u00ff", "a\u0001", "\u0001a"),
  );
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(packedId(one)).not.toBe(0);
      expect(packedId(one) === packedId(other)).toBe(one === other);
    }),
    {
      examples: [
        ["1234", "1235"],
        ["\u00ff", "\u00fe"],
        ["\u0001", "\u0001\u0001"],
      ],
    },
  );
});

test("an id that is longer, has a NUL, or more than a byte in a character is no number", () => {
  for (const id of ["", "12345", "a\0", "\0a", "\u0100", "a\u20ac"])
    expect([id, packedId(id)]).toEqual([id, 0]);
});

test("what an edit has not touched is kept as it was", () => {
  const { lines } = scanInittab("# one\ntwo:2:once:/bin/two\nbad\nfour:S:wait:/bin/four\n", {
    dialect: "sysvinit",
    version: "3.14",
  });
  const all = lineFacts(lines, 0, 0, undefined);
  expect([...all.marks]).toEqual([0, markOf("once"), rejected, markOf("wait")]);
  expect([...all.ids]).toEqual([0, packedId("two"), 0, packedId("four")]);
  expect([...all.singleUser]).toEqual([0, 0, 0, 1]);

  // The second line is new. Facts that no line has show which of the others are looked at again.
  const old = {
    marks: all.marks.map(() => 7),
    ids: all.ids.map(() => 8),
    singleUser: all.singleUser.map(() => 9),
    consoles: new Uint8Array(),
    scripts: new Uint8Array(),
  };
  const spliced = lineFacts(lines, 1, 2, old);
  expect([...spliced.marks]).toEqual([7, markOf("once"), 7, 7]);
  expect([...spliced.ids]).toEqual([8, packedId("two"), 8, 8]);
  expect([...spliced.singleUser]).toEqual([9, 0, 9, 9]);
});

test("facts that are what they were stay the same object, unless an id is no number", () => {
  const factsOf = (text: string) => {
    const { lines } = scanInittab(text, { dialect: "sysvinit", version: "3.14" });
    const consoles = new Uint8Array(lines.length);
    const known = { ...lineFacts(lines, 0, 0, undefined), consoles, scripts: consoles };
    // As if the second line had been read again.
    const again = { ...lineFacts(lines, 1, 1, known), consoles, scripts: consoles };
    const other = {
      ...lineFacts([...lines.slice(0, 1), ...lines], 1, 2, known),
      consoles,
      scripts: consoles,
    };
    return { known, kept: keptFacts(known, again), other: keptFacts(known, other) };
  };
  const usual = factsOf("a:2:once:/bin/a\nb:2:once:/bin/b\n\n");
  expect(usual.kept).toBe(usual.known);
  expect(usual.other).not.toBe(usual.known);
  expect([...usual.other.ids]).toEqual([packedId("a"), packedId("a"), packedId("b"), 0]);

  const wide = factsOf("\u20ac:2:once:/bin/a\nb:2:once:/bin/b\n\n");
  expect(wide.kept).not.toBe(wide.known);
  expect(wide.kept).toEqual(wide.known);
});
