// A sample that anybody can draw again: the same seed and the same code give the same mutants.

/** So many of the values, chosen by the seed, in their own order; all where there are fewer. */
export function sample<T>(values: readonly T[], count: number, seed: number): readonly T[] {
  const next = numbersFrom(seed);
  const indexes = values.map((_, index) => index);
  const chosen = Math.min(count, values.length);
  // The first steps of a shuffle by Fisher and Yates.
  for (let at = 0; at < chosen; at++) {
    const other = at + Math.floor(next() * (indexes.length - at));
    [indexes[at], indexes[other]] = [indexes[other] ?? at, indexes[at] ?? other];
  }
  const drawn = new Set(indexes.slice(0, chosen));
  return values.filter((_, index) => drawn.has(index));
}

/** Numbers from 0 to 1, by the generator that is known as mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
