// Random numbers from a seed, so that a case that shows a difference can be made again.

/** Makes random choices, the same for the same seed. Each choice takes one number from the source, `some` one for each item. */
export interface RandomSource {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number;
  /** Whether something happens that happens in this share of all cases. */
  readonly chance: (share: number) => boolean;
  /** One of these, of which there must be one. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** Each of these with this probability, in their order. */
  readonly some: <T>(list: readonly T[], share: number) => T[];
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/** A small generator of random numbers. */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new RangeError("there is nothing to choose from");
      return item;
    },
    some: (list, share) => list.filter(() => next() < share),
    shuffle: (list) => {
      const shuffled = [...list];
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = below(at + 1);
        const taken = shuffled.splice(other, 1, ...shuffled.slice(at, at + 1));
        shuffled.splice(at, 1, ...taken);
      }
      return shuffled;
    },
  };
}
