/** Compares names as OpenRC sorts them: by their bytes (observed no-order). */
export function compareNames(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
