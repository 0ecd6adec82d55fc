// How much memory V8 takes for itself, in a program that runs as long as an editor. Measured by `npm run bench`.

import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * From now on the part of the heap for young objects stays at two megabytes instead of growing to 32, and that for old
 * ones grows by 60 percent of what is in use instead of to four times as much. A server with a file of usual length makes
 * a few kilobytes with each key. Young objects keep what they have been given before, so this is for the start. Threads
 * that help to collect so few objects cost more than they save.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=60");
  setFlagsFromString("--no-parallel-scavenge");
}

/**
 * While a text of this length is taken in, the part for young objects may grow: where megabytes live on, they would be
 * copied again and again. It keeps what it has been given, so it gets no more than helps with the text.
 */
export function whileYoungGrow(length: number, work: () => void): void {
  const young =
    getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
  const mayGrow = young < length * youngPerUnit;
  if (mayGrow) setFlagsFromString("--semi-space-growth-factor=2");
  try {
    work();
  } finally {
    if (mayGrow) setFlagsFromString("--semi-space-growth-factor=1");
  }
}

/** What a text leaves alive of each of its units, and as much room to copy it to; in bytes. */
const youngPerUnit = 16;
