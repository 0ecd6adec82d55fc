// How much memory V8 takes for itself, in a program that runs as long as an editor. Measured by `npm run bench`.

import { setFlagsFromString } from "node:v8";

/**
 * From now on young objects have two megabytes, and not up to 32, and old ones 60 percent more than at the last look,
 * and not up to four times as much. A language server lives on little: after the first file is read, a key makes a few
 * kilobytes. To be called before much is loaded, since what V8 has taken it does not give back.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=60");
}
