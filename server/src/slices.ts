// Long work between which the server goes on answering.

import type { Slices } from "@inittab/core";

/** Together some milliseconds, and far below what somebody who types would notice. */
const slicesInTurn = 4;

/** Whether somebody still waits for a result. */
export type Wanted = () => boolean;

/** For what nobody can cancel. */
export const always: Wanted = () => true;

/** Does work turn by turn; `pause` lets others have theirs. Undefined if nobody wants the result any more. */
export async function inTurns<T>(
  work: Slices<T>,
  pause: () => Promise<void>,
  isWanted: Wanted,
): Promise<{ readonly value: T } | undefined> {
  for (;;) {
    for (let slice = 0; slice < slicesInTurn; slice++) {
      const step = work.next();
      if (step.done === true) return { value: step.value };
    }
    await pause();
    if (!isWanted()) return undefined;
  }
}
