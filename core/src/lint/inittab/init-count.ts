import type { InittabScan } from "../../inittab/scan.ts";

/** The indexes of the lines of a scan by the number that init has for them: it counts joined lines one by one. */
export function indexesByCount({ lines }: InittabScan): ReadonlyMap<number, number> {
  const indexes = new Map<number, number>();
  let number = 0;
  for (const [index, { count }] of lines.entries()) {
    number += count;
    indexes.set(number, index);
  }
  return indexes;
}
