import { readInittab } from "@inittab/core";
import { pieceOf } from "@inittab/core/testing/alphabet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentOf, marked } from "../../testing/document.ts";
import { formatEdits } from "./format.ts";

function formatted(text: string, settings?: object): string {
  const { document, selection } = marked(text, settings);
  const all = { start: 0, end: document.scan.text.length };
  const edits = formatEdits(document.scan, selection.start === selection.end ? all : selection);
  return edits.reduceRight(
    (result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end),
    document.scan.text.toString(),
  );
}

test("a table loses the blanks that no init sees", () => {
  expect(formatted("  # boot \t\n\t1:2:Respawn:/bin/a \n \t \nid:2:initdefault:\n")).toBe(
    "# boot\n1:2:respawn:/bin/a \n\nid:2:initdefault:\n",
  );
});

test("what init sees stays: blanks in fields, the case of BusyBox, a line that goes on, a line that is too long", () => {
  for (const text of ["1 : 2:once: /bin/a  \n", "1:2:respwan:/x\n"]) expect(formatted(text)).toBe(text);
  const busybox = { dialect: "busybox" };
  expect(formatted("::Respawn:/bin/a\n", busybox)).toBe("::Respawn:/bin/a\n");
  expect(formatted("# a\\ \n::once:/bin/b\n", busybox)).toBe("# a\\ \n::once:/bin/b\n");
  const long = `  1:2:once:/bin/${"x".repeat(243)}\n`;
  expect(formatted(long, { initVersion: "2.88", dialect: "sysvinit" })).toBe(long);
});

test("a part is formatted by itself", () => {
  expect(formatted(" # a \n$0 # b \n$0 # c \n")).toBe(" # a \n# b\n # c \n");
});

const piece = pieceOf(
  "1",
  ":2:",
  "once:",
  "RESPAWN:",
  "/bin/a",
  " ",
  "\t",
  "\n",
  "# x",
  "\\\n",
  "\r\n",
  "x".repeat(80),
);
const settings = fc.constantFrom(
  { dialect: "sysvinit" },
  { dialect: "sysvinit", initVersion: "2.88" },
  { dialect: "busybox" },
  { dialect: "procd" },
  { dialect: "aix" },
);

test("init reads the same of the formatted text", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), settings, (pieces, options) => {
      const text = pieces.join("");
      const { scan } = documentOf(text, options);
      const after = formatted(text, options);
      const read = (each: string) => {
        const { records, messages, replaced } = readInittab(each, { ...scan.options, dialect: scan.dialect });
        return { records, messages, replaced };
      };
      expect(read(after)).toEqual(read(text));
      expect(after.split("\n").length).toBe(text.split("\n").length);
    }),
    { numRuns: 300 },
  );
});
