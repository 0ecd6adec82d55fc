import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOf } from "../testing/document.ts";
import { inEnglish } from "../testing/english.ts";
import { createOutline } from "./outline.ts";

const piece = pieceOf(
  "1:2:once:/bin/a",
  "\n",
  "\n2:3:wait:/bin/b\n",
  "::respawn:",
  "\\\n",
  "\r\n",
  "\r",
  "# x",
  "é",
);

test("after any edits the outline is that of a document which is opened with the text", () => {
  const text = fc.string({ unit: piece, maxLength: 20 });
  const edit = fc.record({
    at: fc.nat(),
    length: fc.nat(12),
    text: fc.string({ unit: piece, maxLength: 3 }),
  });
  const dialect = fc.constantFrom("sysvinit", "busybox", "procd", "auto");
  fc.assert(
    fc.property(text, fc.array(edit, { maxLength: 6 }), dialect, (first, edits, name) => {
      const document = documentOf(first, { dialect: name });
      const outline = createOutline(document, () => inEnglish);
      let now = first;
      for (const { at, length, text } of edits) {
        const start = at % (now.length + 1);
        const end = Math.min(now.length, start + length);
        // What an editor can name are whole lines' ends, so the range is taken as it reads it.
        const range = { start: document.placeAt(start), end: document.placeAt(end) };
        const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
        document.change([{ range, text }], document.version + 1);
        now = now.slice(0, from) + text + now.slice(to);
        const fresh = documentOf(now, { dialect: name });
        expect(outline()).toEqual(createOutline(fresh, () => inEnglish)());
      }
    }),
    { numRuns: 300 },
  );
});

test("records that an edit leaves alone keep their symbols, and those below an added line are moved", () => {
  const document = documentOf("1:2:once:/bin/a\n2:2:once:/bin/b\n3:2:once:/bin/c\n");
  const outline = createOutline(document, () => inEnglish);
  const [one, , three] = outline();
  const end = { line: 1, character: 15 };
  document.change([{ range: { start: end, end }, text: "x" }], 2);
  const typed = outline();
  expect(typed[0]).toBe(one);
  expect(typed[1]?.detail).toBe("2 once /bin/bx");
  expect(typed[2]).toBe(three);
  const begin = { line: 1, character: 0 };
  document.change([{ range: { start: begin, end: begin }, text: "# new\n" }], 3);
  const added = outline();
  expect(added[0]).toBe(one);
  expect(added.map(({ range }) => range.start.line)).toEqual([0, 2, 3]);
  expect(added[2]).toEqual({
    ...three,
    range: { start: { line: 3, character: 0 }, end: { line: 3, character: 15 } },
    selectionRange: { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } },
  });
});

test("where the outline ends early, another record may become its last one", () => {
  const text = Array.from({ length: 10_002 }, (_, index) => `${index}:2:once:/bin/a\n`).join("");
  const document = documentOf(text, { dialect: "busybox" });
  const outline = createOutline(document, () => inEnglish);
  const fresh = () =>
    createOutline(documentOf(document.scan.text.toString(), { dialect: "busybox" }), () => inEnglish)();
  expect(outline()).toHaveLength(10_000);
  const begin = { line: 5000, character: 0 };
  for (const [lines, added] of [
    [1, ""],
    [0, "a::once:/bin/a\n# x\nb::once:/bin/b\n"],
    [3, ""],
  ] as const) {
    const end = { line: 5000 + lines, character: 0 };
    document.change([{ range: { start: begin, end }, text: added }], document.version + 1);
    expect(outline()).toEqual(fresh());
  }
});
