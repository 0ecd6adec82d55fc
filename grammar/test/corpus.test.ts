import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flawsOf, grammarFolder, linesOf, nativeBinding, printTree, webBinding } from "./trees.ts";

const folder = join(grammarFolder, "../../shared/corpus/inittab");

interface RealFile {
  readonly name: string;
  readonly text: string;
}

/** The real files of the index; none, after a word about it, where the collection is missing. */
function realFiles(): readonly RealFile[] {
  const index = join(folder, "index.tsv");
  if (!existsSync(index) && process.env["CI"] !== "true") {
    console.warn("skipped: the corpus of real files, because ../shared/corpus/inittab is not there");
    return [];
  }
  const [head = "", ...rows] = readFileSync(index, "utf8").trimEnd().split("\n");
  const column = head.split("\t").indexOf("file");
  return rows.map((row) => {
    const name = row.split("\t")[column] ?? "";
    return { name, text: readFileSync(join(folder, name), "utf8") };
  });
}

const files = realFiles();

describe.skipIf(files.length === 0)("real files", () => {
  test("have trees without ERROR and MISSING nodes, whatever init they are for", () => {
    expect(files.length).toBeGreaterThan(200);
    for (const { name, text } of files)
      expect({ name, flaws: webBinding(text, flawsOf) }).toEqual({ name, flaws: [] });
  });

  test("have a record or a comment for each line that is not blank", () => {
    for (const { name, text } of files) {
      const written = text.split("\n").filter((line) => line.trim() !== "");
      const lines = webBinding(text, (root) => linesOf(root, text));
      const found = lines.map(({ start, end }) => text.slice(start, end));
      expect({ name, lines: found }).toEqual({
        name,
        lines: written.map((line) => line.replace(/^[ \t]+|\r+$/g, "")),
      });
    }
  });

  test.skipIf(nativeBinding === undefined)("have the same tree in both bindings", () => {
    for (const { name, text } of files) {
      expect({ name, tree: nativeBinding?.(text, printTree) }).toEqual({
        name,
        tree: webBinding(text, printTree),
      });
    }
  });
});
