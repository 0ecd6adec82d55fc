// Long work about something that many ask for.

import { finish, type Slices } from "./slices.ts";

/** An answer that is worked out once for each object. */
export interface RememberedWork<Key extends object, Value> {
  /** In slices, for whoever lets others have their turn. */
  readonly slices: (key: Key) => Slices<Value>;
  /** At once, which takes no time where it is known. */
  readonly now: (key: Key) => Value;
}

/** Work in slices whose answer is kept for each object. */
export function rememberedWork<Key extends object, Value>(
  work: (key: Key) => Slices<Value>,
): RememberedWork<Key, Value> {
  const known = new WeakMap<Key, { readonly value: Value }>();
  function* slices(key: Key): Slices<Value> {
    const answer = known.get(key) ?? { value: yield* work(key) };
    known.set(key, answer);
    return answer.value;
  }
  return { slices, now: (key) => finish(slices(key)) };
}
