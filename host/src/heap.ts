// How much memory V8 takes for itself, in a program that runs as long as an editor. Measured by `npm run bench`.

import { setFlagsFromString } from "node:v8";

/**
 * From now on the part of the heap for young objects stays at two megabytes instead of growing to 32, and that for old
 * ones grows by 60 percent of what is in use instead of to four times as much. A server with a file of usual length makes
 * a few kilobytes with each key. Young objects keep what they have been given before, so this is for the start.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=60");
}

/** From now on the part for young objects may grow: where megabytes live on, it would be copied again and again. */
export function letYoungGrow(): void {
  setFlagsFromString("--semi-space-growth-factor=2");
}
