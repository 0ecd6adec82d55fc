// Random choices for answers that were recorded once.

/** Draws that are the same on every machine. */
export interface Drawing {
  readonly below: (end: number) => number;
  readonly isOneIn: (count: number) => boolean;
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** Fewer than so many words, with a blank between them. */
  readonly list: (words: readonly string[], end: number) => string;
}

/** Draws by a seed: the linear congruential generator of Numerical Recipes. */
export function drawing(seed: number): Drawing {
  let state = seed >>> 0;
  const below = (end: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  const oneOf = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error("drawn from nothing");
    return found;
  };
  const list = (words: readonly string[], end: number): string =>
    Array.from({ length: below(end) }, () => oneOf(words)).join(" ");
  return { below, isOneIn: (count) => below(count) === 0, oneOf, list };
}
