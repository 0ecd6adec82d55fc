// A trial made of an arbitrary of fast-check and of what must hold for each of its values.

import fc from "fast-check";
import type { RunOptions, Trial } from "./area.ts";

/** Tries the values; `complaints` says what is wrong with one, and nothing if nothing is. */
export function trialOf<T>(
  values: fc.Arbitrary<T>,
  complaints: (value: T) => Promise<readonly string[]>,
  stop: () => Promise<void> = async () => {},
): Trial {
  const run = async ({ seed, path, milliseconds, most = Number.MAX_SAFE_INTEGER, onInput }: RunOptions) => {
    let index = 0;
    let last: Promise<readonly string[]> | undefined;
    const property = fc.asyncProperty(values, async (value) => {
      onInput(index++);
      last = complaints(value);
      const found = await last;
      if (found.length > 0) throw new Error([...new Set(found)].slice(0, mostTold).join("\n"));
    });
    const result = await fc.check(property, {
      seed,
      numRuns: most,
      interruptAfterTimeLimit: milliseconds,
      ...(path !== undefined && { path, endOnFailure: true }),
    });
    // Time is up in the midst of an input.
    await last?.catch(() => {});
    const { numRuns, failed, counterexample, counterexamplePath, errorInstance } = result;
    // An interrupted search has no counterexample.
    if (!failed || counterexample === null) return { runs: numRuns };
    const error =
      errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
    return {
      runs: numRuns,
      failure: { path: counterexamplePath ?? "0", input: fc.stringify(counterexample[0]), error },
    };
  };
  return { run, stop };
}

/** So many different complaints about one input are printed. */
const mostTold = 10;
