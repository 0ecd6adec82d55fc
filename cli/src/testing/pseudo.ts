// Runs the program in the pseudo-language, where every text of a catalogue stands in ⟦…⟧.

import type { RunResult } from "./process.ts";
import { runHere, runInittab } from "./program.ts";

/** Runs the program in this process. Throws where it says nothing in that language. */
export async function runPseudo(...args: readonly string[]): Promise<RunResult> {
  return spoken(await runHere(["--lang", "qps-ploc", ...args]));
}

/** Runs the built program, which has the shell's parser. Throws where it says nothing in that language. */
export async function runBuiltPseudo(...args: readonly string[]): Promise<RunResult> {
  return spoken(await runInittab(["--lang", "qps-ploc", ...args]));
}

function spoken(result: RunResult): RunResult {
  if (!`${result.stdout}${result.stderr}`.includes("⟦"))
    throw new Error(`nothing is said in the pseudo-language: ${JSON.stringify(result)}`);
  return result;
}
