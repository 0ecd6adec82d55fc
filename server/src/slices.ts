// Long work between which the server goes on answering.

import type { Slices } from "@inittab/core";

/** Whether somebody still waits for a result. */
export type Wanted = () => boolean;

/** For work that cannot be canceled. */
export const always: Wanted = () => true;

/**
 * Does work turn by turn, a slice in each; `pause` lets others have theirs, and is called before whatever follows work of
 * several slices. Undefined if nobody wants the result any more.
 */
export async function inTurns<T>(
  work: Slices<T>,
  pause: () => Promise<void>,
  isWanted: Wanted,
): Promise<{ readonly value: T } | undefined> {
  let hasPaused = false;
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      if (hasPaused) await pause();
      return { value: step.value };
    }
    await pause();
    hasPaused = true;
    if (!isWanted()) return undefined;
  }
}
