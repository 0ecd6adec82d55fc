// Long work that can be laid down between two slices: whoever drives it decides whether and when it goes on. Work is
// counted, so that the same work has the same slices on every machine.

/** Work that yields after each slice and returns its result. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** A slice takes some milliseconds at most. */
const sliceOfWork = 5_000;

/** How much of the current slice is used up. */
export interface WorkMeter {
  spent: number;
}

/** Counts work; true when it is time to yield. A unit is about as much as looking at one thing in a list. */
export function spend(meter: WorkMeter, units = 1): boolean {
  meter.spent += units;
  if (meter.spent < sliceOfWork) return false;
  meter.spent = 0;
  return true;
}

/** Does all of the work at once. */
export function finish<T>(work: Slices<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Does all of the work; after each slice `pause` lets others have their turn. */
export async function finishInTurns<T>(
  work: Slices<T>,
  pause: (() => Promise<void>) | undefined,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await pause?.();
  }
}

/** The same work, given up after so many slices; undefined then. */
export function* within<T>(mostSlices: number, work: Slices<T>): Slices<T | undefined> {
  for (let slice = 0; slice < mostSlices; slice++) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield;
  }
  return undefined;
}
