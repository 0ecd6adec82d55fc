import type { TextEdit } from "@inittab/core";
import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { EditedText } from "./edited-text.ts";
import { LineIndex } from "./line-index.ts";

// Line ends of all kinds are frequent here, since everything difficult is about them.
const someText = fc.string({ unit: pieceOf("a", "b", "\r", "\n", "\r\n", "é", "😀"), maxLength: 60 });
const someEdits = fc.array(fc.record({ at: fc.nat(), length: fc.nat(6), text: someText }), { maxLength: 12 });

interface RawEdit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

function inside(length: number, raw: RawEdit): TextEdit {
  const start = raw.at % (length + 1);
  return { start, end: Math.min(length, start + raw.length), text: raw.text };
}

function apply(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

test("an edited text is the same as the string", () => {
  fc.assert(
    fc.property(someText, someEdits, fc.array(fc.nat(80), { minLength: 4 }), (begin, edits, numbers) => {
      let plain = begin;
      let text = new EditedText(begin);
      for (const raw of edits) {
        const edit = inside(plain.length, raw);
        plain = apply(plain, edit);
        text = text.edit(edit);
        expect(text.length).toBe(plain.length);
        for (const from of numbers) {
          const to = numbers[from % numbers.length] ?? 0;
          expect(text.slice(from, to)).toBe(plain.slice(from, to));
          expect(text.slice(-from)).toBe(plain.slice(-from));
          expect(text.charCodeAt(from)).toBe(plain.charCodeAt(from));
          for (const search of ["\n", "\r\n", "ab", "a\nb"])
            expect(text.indexOf(search, from)).toBe(plain.indexOf(search, from));
        }
        expect(text.endsWith("\r\n")).toBe(plain.endsWith("\r\n"));
      }
      expect(text.toString()).toBe(plain);
      expect(text.indexOf("b")).toBe(plain.indexOf("b"));
    }),
  );
});

test("an edit far away or a long one begins a new piece", () => {
  let plain = "0123456789".repeat(5000);
  let text = new EditedText(plain);
  for (const start of [0, 40_000, 39_990, 10, 25_000]) {
    const edit = { start, end: start + 3, text: "x".repeat(start % 20_000) };
    plain = apply(plain, edit);
    text = text.edit(edit);
    expect(text.slice(start, start + 10)).toBe(plain.slice(start, start + 10));
    expect(text.toString()).toBe(plain);
  }
});

test("lines are those that the protocol's own library counts", () => {
  fc.assert(
    fc.property(someText, someEdits, (begin, edits) => {
      let text = new EditedText(begin);
      const index = new LineIndex(text);
      for (const raw of edits) {
        const edit = inside(text.length, raw);
        text = text.edit(edit);
        index.edit(edit, text);
        const reference = TextDocument.create("", "", 1, text.toString());
        expect(index.lineCount).toBe(reference.lineCount);
        for (let offset = -1; offset <= text.length + 1; offset++)
          expect(index.placeAt(offset)).toEqual(reference.positionAt(offset));
        for (let line = -1; line <= reference.lineCount; line++)
          for (const character of [0, 1, 3, 100])
            expect(index.offsetAt({ line, character })).toBe(reference.offsetAt({ line, character }));
      }
    }),
  );
});

test("a very long insertion and its removal", () => {
  const lines = "line\n".repeat(30_000);
  let text = new EditedText("a\nb\n");
  const index = new LineIndex(text);
  for (const edit of [
    { start: 2, end: 2, text: lines },
    { start: 2, end: 2 + lines.length, text: "" },
  ]) {
    text = text.edit(edit);
    index.edit(edit, text);
  }
  expect(index.lineCount).toBe(3);
  expect(index.placeAt(3)).toEqual({ line: 1, character: 1 });
});
