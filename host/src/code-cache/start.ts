// When the start of a program is over. What keeps compiled code is a program of its own; therefore the two meet where
// both find each other.

declare global {
  var inittabAfterStart: (() => void) | undefined;
}

/** Does the work when the start is over. */
export function afterStart(work: () => void): void {
  globalThis.inittabAfterStart = work;
}

/** Says that the program has done what it is started for, once. */
export function startIsOver(): void {
  const work = globalThis.inittabAfterStart;
  globalThis.inittabAfterStart = undefined;
  work?.();
}
