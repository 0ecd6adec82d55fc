import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changesOf } from "./changes.ts";
import { refusedByCompiler } from "./compiler.ts";

const text = `/** A direction. */
export type Direction = "start" | "stop";

/** The direction for a number. */
export function direction(number: number): Direction {
  return number < 2 ? "start" : "stop";
}
`;

test("the compiler refuses what breaks a type, and nothing else", () => {
  const root = mkdtempSync(join(tmpdir(), "mutation-"));
  const repository = join(import.meta.dirname, "../..");
  try {
    mkdirSync(join(root, "core/src"), { recursive: true });
    writeFileSync(join(root, "core/src/x.ts"), text);
    for (const name of ["tsconfig.base.json", "core/tsconfig.json"])
      cpSync(join(repository, name), join(root, name));
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
    const mutants = changesOf("core/src/x.ts", text).map((change, index) => {
      const original = text.slice(change.span.start, change.span.end);
      return { ...change, id: index + 1, path: "core/src/x.ts", line: 1, column: 1, original };
    });
    const refused = refusedByCompiler(root, join(root, "out"), mutants);
    const shown = mutants.map(({ id, original, mutated }) => `${original} -> ${mutated}: ${refused.has(id)}`);
    expect(shown).toMatchInlineSnapshot(`
      [
        "{
        return number < 2 ? "start" : "stop";
      } -> : true",
        "number < 2 -> number <= 2: false",
        "number < 2 -> number >= 2: false",
        "number < 2 -> true: false",
        "number < 2 -> false: false",
        "2 -> 3: false",
        ""start" -> "": true",
        ""stop" -> "": true",
      ]
    `);
  } finally {
    rmSync(root, { recursive: true });
  }
});
