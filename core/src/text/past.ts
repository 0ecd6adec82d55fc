/**
 * Where a scanner goes on: at `next`, but never where it was. A scanner that stands still takes all memory and never ends,
 * so each loop over a text has its step in its head and makes it with this function, or by counting up.
 */
export function past(at: number, next: number): number {
  return next > at ? next : at + 1;
}
