// What a program loads when it first needs it.

/**
 * Does some work when its result is first asked for, and hands out the same result from then on. Work that fails is done
 * again for the next one who asks.
 */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    });
    return result;
  };
}
