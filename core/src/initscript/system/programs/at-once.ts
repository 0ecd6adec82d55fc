// Programs that end as soon as they are run.

import type { Program, ProgramRun } from "../contract.ts";

/** A program that neither waits nor runs anything. */
export function atOnce(run: (run: ProgramRun) => number): Program {
  // biome-ignore lint/correctness/useYield: It has nothing to ask for.
  return function* (given) {
    return run(given);
  };
}
