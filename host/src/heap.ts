// How much memory V8 takes for itself, in a program that runs as long as an editor. Measured by `npm run bench`.

import { getHeapSpaceStatistics } from "node:v8";
import { setFlags } from "./set-flags.ts";

/**
 * From now on the part of the heap for young objects stays at two megabytes instead of growing to 32, and that for old
 * ones grows by 60 percent of what is in use instead of to four times as much. A server with a file of usual length makes
 * a few kilobytes with each key. Young objects keep what they have been given before, so this is for the start.
 */
export function keepHeapSmall(): void {
  setFlags("--semi-space-growth-factor=1");
  setFlags("--heap-growing-percent=60");
}

/**
 * While a text of this length is taken in, the part for young objects may grow: where megabytes live on, they would be
 * copied again and again. It keeps what it has been given, so it gets no more than helps with the text.
 */
export function whileYoungGrow(length: number, work: () => void): void {
  const young =
    getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
  const mayGrow = young < length * youngPerUnit;
  if (mayGrow) setFlags("--semi-space-growth-factor=2");
  try {
    work();
  } finally {
    if (mayGrow) setFlags("--semi-space-growth-factor=1");
  }
}

/** What a text leaves alive of each of its units, and as much room to copy it to; in bytes. */
const youngPerUnit = 16;
