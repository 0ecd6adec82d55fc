import { visible } from "@inittab/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth, markLine } from "./terminal-text.ts";

/** Marks what stands between the bars and prints the two lines, between `>` and `<` so that blanks show. */
function check(line: string, width = 30): string {
  const start = line.indexOf("|");
  const end = line.indexOf("|", start + 1) - 1;
  const { text, marks } = markLine(line.replaceAll("|", ""), start, end, width);
  return `>${text}<\n>${marks}`;
}

test("a mark stands below what it marks", () => {
  const lines = [
    "|l2|:2:wait:/x",
    "a\t|b|\tc",
    "中文|中|x",
    "e\u0301|e\u0301|x",
    "👍|👍|",
    "\x1b[1m|\x07|",
    "a||b",
    "a||",
    "||",
  ];
  expect(lines.map((line) => check(line)).join("\n")).toMatchInlineSnapshot(`
    ">l2:2:wait:/x<
    >^^
    >a       b       c<
    >        ^
    >中文中x<
    >    ^^
    >ééx<
    > ^
    >👍👍<
    >  ^^
    >␛[1m␇<
    >    ^
    >ab<
    > ^
    >a<
    > ^
    ><
    >^"
  `);
});

test("a long line is cut around its mark", () => {
  const x = (length: number) => "abcdefghij".repeat(length / 10);
  const lines = [
    `|${x(30)}|`,
    `|${x(40)}|`,
    `${x(100)}|${x(10)}|`,
    `${x(100)}|${x(100)}|${x(100)}`,
    `${x(50)}|#|${x(50)}`,
    `${x(100_000)}|#|${x(100_000)}`,
    `${"中".repeat(100)}|文|${"中".repeat(100)}`,
  ];
  expect(lines.map((line) => check(line)).join("\n")).toMatchInlineSnapshot(`
    ">abcdefghijabcdefghijabcdefghij<
    >^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    >abcdefghijabcdefghijabcdefghi…<
    >^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    >…bcdefghijabcdefghijabcdefghij<
    >                    ^^^^^^^^^^
    >…abcdefghijabcdefghijabcdefgh…<
    >           ^^^^^^^^^^^^^^^^^^
    >…abcdefghij#abcdefghijabcdefg…<
    >           ^
    >…abcdefghij#abcdefghijabcdefg…<
    >           ^
    >…中中中中中文中中中中中中中中…<
    >           ^^"
  `);
});

test("nothing of a file reaches the terminal as a command", () => {
  expect(visible("a\x1b[2J\x00\x7f\x9b\u202e\u200b\ufeff\ue000é中👍\ud800b")).toMatchInlineSnapshot(
    `"a␛[2J␀␡<U+009B><U+202E><U+200B><U+FEFF><U+E000>é中👍<U+D800>b"`,
  );
});

describe("for any text", () => {
  const character = fc.constantFrom(
    "a",
    " ",
    "\t",
    "\x1b",
    "é",
    "中",
    "👍",
    "e\u0301",
    "\u200d",
    "\u202e",
    "\ud800",
    "\x9b",
  );
  const line = fc.string({ unit: character, maxLength: 120 });
  test("the line fits, the marks are below it, and nothing unsafe is left", () => {
    fc.assert(
      fc.property(
        line,
        fc.nat(130),
        fc.nat(130),
        fc.integer({ min: 20, max: 60 }),
        (text, one, other, width) => {
          const [start, end] = one < other ? [one, other] : [other, one];
          const marked = markLine(text, Math.min(start, text.length), Math.min(end, text.length), width);
          expect(displayWidth(marked.text)).toBeLessThanOrEqual(width);
          expect(marked.marks).toMatch(/^ *\^+( *\^+)*$/);
          expect(marked.marks.length).toBeLessThanOrEqual(width + 1);
          expect(visible(marked.text)).toBe(marked.text);
        },
      ),
    );
  });
});
