import { anyCharacter } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Edit } from "web-tree-sitter";
import {
  type Binding,
  type FieldTexts,
  flawsOf,
  linesOf,
  nativeBinding,
  parseWeb,
  printTree,
  readTree,
  webBinding,
} from "./trees.ts";

// Every character that means something to the grammar, often; some that mean something to lexers; and any other.
const meaningful = [..."::::\n\n\r \t#+@'\"`\\;&|<>()-$a2"];
const awkward = [
  "\0",
  "\v",
  "\f",
  "\x1a",
  "\x7f",
  "\x85",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "\uffff",
  "\ud800",
  "\udc00",
];
const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...meaningful) },
  { weight: 1, arbitrary: fc.constantFrom(...awkward, "\u{10ffff}") },
  { weight: 1, arbitrary: anyCharacter },
);
const textOf = (maxLength: number) =>
  fc.array(character, { maxLength }).map((characters) => characters.join(""));

// A parser skips a byte order mark at the start of what it reads.
const text = textOf(80).filter((value) => !value.startsWith("\ufeff"));
const lineText = textOf(40).map((value) => value.replaceAll(/[\n\ufeff]/g, ""));

const names = ["id", "runlevels", "action", "process"] as const;

/** The fields of a line as init splits it, without those that are empty. */
function split(line: string): FieldTexts {
  const [id = "", runlevels = "", action = "", ...process] = line.split(":");
  const values = [id, runlevels, action, process.join(":")];
  return Object.fromEntries(names.map((name, at) => [name, values[at]]).filter(([, value]) => value !== ""));
}

/** What the lines of a text are, told without a grammar. */
function expected(value: string): object[] {
  const lines = value
    .split("\n")
    .map((line, at, all) => (at < all.length - 1 ? line.replace(/\r+$/, "") : line));
  return lines
    .map((line) => line.replace(/^[ \t]+/, ""))
    .flatMap((line) => {
      if (line === "") return [];
      return [
        line.startsWith("#")
          ? { kind: "comment", text: line }
          : { kind: "record", text: line, fields: split(line) },
      ];
    });
}

/** What the lines of a text are in its tree. */
function found(value: string, binding: Binding = webBinding): object[] {
  const lines = binding(value, (root) => linesOf(root, value));
  return lines.map(({ start, end, ...line }) => ({ ...line, text: value.slice(start, end) }));
}

/** Prints the children of the root. */
function printLines(value: string): string[] {
  return webBinding(value, (root) => printTree(root, value))
    .split("\n")
    .slice(1);
}

test("no text gives ERROR or MISSING nodes", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(webBinding(value, flawsOf)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("the records, fields and comments of any text are those that splitting at newlines and colons gives", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(found(value)).toEqual(expected(value));
    }),
    { numRuns: 2000 },
  );
});

test("every prefix of a line is a record of the fields typed so far, and the next line is not touched", () => {
  const field = fc.string({ unit: fc.constantFrom(..."abS012345~-"), minLength: 1, maxLength: 8 });
  const process = fc.string({ unit: fc.constantFrom(..."/bin x'\"`$;|&<>()\\:#+@-"), maxLength: 20 });
  fc.assert(
    fc.property(field, field, field, process, (id, runlevels, action, command) => {
      const line = `${id}:${runlevels}:${action}:${command}`;
      for (let length = 1; length <= line.length; length += 1) {
        const prefix = line.slice(0, length);
        expect(found(`${prefix}\nz:9:off:`)).toEqual([
          { kind: "record", text: prefix, fields: split(prefix) },
          { kind: "record", text: "z:9:off:", fields: { id: "z", runlevels: "9", action: "off" } },
        ]);
      }
    }),
  );
});

test("a line has the same nodes whatever stands on the other lines", () => {
  fc.assert(
    fc.property(fc.array(lineText, { maxLength: 6 }), (lines) => {
      const ended = lines.map((line) => `${line}\n`);
      expect(printLines(ended.join(""))).toEqual(ended.flatMap(printLines));
    }),
    { numRuns: 1000 },
  );
});

test("nothing but blanks and carriage returns is left out of a command", () => {
  fc.assert(
    fc.property(lineText, (value) => {
      const process = `x${value}`.replace(/\r+$/, "");
      const pieces = printLines(`a:2:once:${process}\n`).flatMap(
        (line) => /^ {8}\w+ (".*")$/.exec(line)?.[1] ?? [],
      );
      const kept = pieces.map((piece) => JSON.parse(piece)).join("");
      expect(kept.replaceAll(/[ \t\r]/g, "")).toBe(process.replaceAll(/[ \t\r]/g, ""));
    }),
    { numRuns: 1000 },
  );
});

test("a tree that followed edits equals a fresh one", () => {
  const edit = fc.record({ at: fc.nat(), removed: fc.nat({ max: 12 }), inserted: textOf(12) });
  fc.assert(
    fc.property(textOf(200), fc.array(edit, { minLength: 1, maxLength: 6 }), (first, edits) => {
      let value = first;
      let tree = parseWeb(value);
      for (const { at, removed, inserted } of edits) {
        const startIndex = at % (value.length + 1);
        const oldEndIndex = Math.min(startIndex + removed, value.length);
        const newEndIndex = startIndex + inserted.length;
        const next = value.slice(0, startIndex) + inserted + value.slice(oldEndIndex);
        tree.edit(
          new Edit({
            startIndex,
            oldEndIndex,
            newEndIndex,
            startPosition: pointAt(value, startIndex),
            oldEndPosition: pointAt(value, oldEndIndex),
            newEndPosition: pointAt(next, newEndIndex),
          }),
        );
        const edited = parseWeb(next, tree);
        tree.delete();
        tree = edited;
        value = next;
        expect(readTree(tree, printTree)).toBe(webBinding(value, printTree));
      }
      tree.delete();
    }),
    { numRuns: 500 },
  );
});

test.skipIf(nativeBinding === undefined)("both bindings give the same tree for any text", () => {
  fc.assert(
    fc.property(textOf(80), (value) => {
      expect(nativeBinding?.(value, printTree)).toBe(webBinding(value, printTree));
    }),
    { numRuns: 1000 },
  );
});

function pointAt(value: string, index: number): { row: number; column: number } {
  const before = value.slice(0, index).split("\n");
  return { row: before.length - 1, column: before.at(-1)?.length ?? 0 };
}
