// What a run has found out so far, so that it may be stopped at any moment and goes on where it was.

import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Entry } from "./journal.ts";
import type { Verdict } from "./verdict.ts";

/** Something that need not be found out again. */
export type Note =
  /** What the tests of a file have shown without a mutant. */
  | { readonly kind: "seen"; readonly entries: readonly Entry[] }
  | { readonly kind: "verdict"; readonly mutant: number; readonly verdict: Verdict }
  /** No test can judge it beside others. */
  | { readonly kind: "doubtful"; readonly mutant: number }
  /** These files were run with all mutants that they reach. */
  | { readonly kind: "tried"; readonly files: readonly string[] };

/** The notes of a run. */
export interface Progress {
  readonly notes: readonly Note[];
  readonly add: (note: Note) => void;
}

/** Goes on with the run of this name if the file holds its notes; begins anew if it holds those of another. */
export function openProgress(file: string, name: string): Progress {
  const first = JSON.stringify({ run: name });
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  // A line that was cut off when the run was stopped has no newline at its end.
  const whole = lines[0] === first ? lines.slice(1, -1) : [];
  writeFileSync(file, [first, ...whole].map((line) => `${line}\n`).join(""));
  return {
    notes: whole.map((line): Note => JSON.parse(line)),
    add: (note) => appendFileSync(file, `${JSON.stringify(note)}\n`),
  };
}

/** A name that another choice of mutants, or another state of these files, does not have. */
export function nameOfRun(choice: unknown, files: Iterable<string>): string {
  const hash = createHash("sha256").update(JSON.stringify(choice));
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}
