// Which mutants the compiler refuses: the gate would not let them in, whatever the tests say.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import MagicString from "magic-string";
import type { Mutant } from "./mutant.ts";

/**
 * The ids of those that do not compile. One of each file is written into a copy of core at once; a mutant is refused if
 * the compiler complains of its own file, and its change is undone before the next of that file is looked at.
 */
export function refusedByCompiler(
  root: string,
  folder: string,
  mutants: readonly Mutant[],
): ReadonlySet<number> {
  const copy = join(folder, "compiled");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(join(root, "tsconfig.base.json"), join(copy, "tsconfig.base.json"));
  cpSync(join(root, "core/tsconfig.json"), join(copy, "core/tsconfig.json"));
  cpSync(join(root, "core/src"), join(copy, "core/src"), { recursive: true });
  const refused = new Set<number>();
  const before = complaints(root, copy);
  if (before.size > 0) throw new Error(`core does not compile: ${[...before].join(", ")}`);
  for (let left = mutants; left.length > 0; ) {
    const batch = [...new Map(left.toReversed().map((mutant) => [mutant.path, mutant])).values()];
    for (const mutant of batch) writeFileSync(join(copy, mutant.path), mutatedText(root, mutant));
    const wrong = complaints(root, copy);
    for (const { id, path } of batch) if (wrong.has(path)) refused.add(id);
    for (const { path } of batch) cpSync(join(root, path), join(copy, path));
    left = left.filter((mutant) => !batch.includes(mutant));
  }
  return refused;
}

function mutatedText(root: string, { path, places, mutated }: Mutant): string {
  const text = new MagicString(readFileSync(join(root, path), "utf8"));
  for (const { start, end, form } of places) {
    if (form === "block") text.overwrite(start, end, "{}");
    else if (form === "property") text.appendLeft(end, `: ${mutated}`);
    else text.overwrite(start, end, `(${mutated})`);
  }
  return text.toString();
}

/** The files that the compiler complains of. */
function complaints(root: string, copy: string): ReadonlySet<string> {
  const lines = output(join(root, "node_modules/typescript/bin/tsc"), copy).split("\n");
  return new Set(
    lines.flatMap((line) => {
      const [, path] = /^(.*?)\(\d+,\d+\): error/.exec(line) ?? [];
      return path === undefined ? [] : relative(copy, join(copy, path));
    }),
  );
}

function output(tsc: string, copy: string): string {
  try {
    return execFileSync(
      process.execPath,
      [
        tsc,
        "-p",
        "core",
        "--pretty",
        "false",
        "--incremental",
        "false",
        "--composite",
        "false",
        "--emitDeclarationOnly",
        "false",
        "--declarationMap",
        "false",
        "--declaration",
        "--noEmit",
      ],
      {
        cwd: copy,
        encoding: "utf8",
      },
    );
  } catch (error) {
    // It ends with another status than 0 when it has something to say.
    if (error instanceof Error && "stdout" in error && typeof error.stdout === "string") return error.stdout;
    throw error;
  }
}
