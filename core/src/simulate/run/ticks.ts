// Time in the simulator is a whole number of microseconds, so that sums of tenths of a second meet where they should.

/** A moment or a span: whole microseconds, from the boot where it is a moment. */
export type Ticks = number;

/** The ticks of one second. */
export const second: Ticks = 1_000_000;

/** The latest moment that is simulated: some thirty years after the boot. */
export const latest: Ticks = 1_000_000_000 * second;

/** The ticks of a span in seconds: never negative, and never later than `latest`; what is not a number counts as 0. */
export function toTicks(seconds: number): Ticks {
  if (!(seconds > 0)) return 0;
  return Math.min(Math.round(seconds * second), latest);
}

/** Seconds, rounded to the tick. */
export function toSeconds(ticks: Ticks): number {
  return ticks / second;
}

/** The whole second of init's clock, which begins at a whole second. */
export function wholeSeconds(ticks: Ticks): number {
  return Math.floor(ticks / second);
}
