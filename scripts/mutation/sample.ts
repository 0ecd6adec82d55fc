// A sample that anybody can draw again, and that stays nearly the same when the code changes: whether a mutant is in it
// depends on what it is, not on how many come before it.

/** So many of the values, those that come first in an order which the seed makes of their keys, in their own order. */
export function sample<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  count: number,
  seed: number,
): readonly T[] {
  const times = new Map<string, number>();
  const ranked = values.map((value, index) => {
    const key = keyOf(value);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    return { value, index, rank: hash(`${seed} ${time} ${key}`) };
  });
  const drawn = ranked
    .toSorted((one, other) => one.rank - other.rank || one.index - other.index)
    .slice(0, count);
  return drawn.toSorted((one, other) => one.index - other.index).map(({ value }) => value);
}

/** The hash FNV-1a of the code units, with its bits mixed once more. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
