// Code that V8 has compiled before. A build, or a packager, records what starts of the program compile (record.ts), for
// the Node that runs it; a start with the same Node takes that instead of compiling anew.

import { join } from "node:path";
import { compileParts } from "@inittab/host/code-cache/compile";
import { folderOfNode } from "@inittab/host/code-cache/file";
import { takeFrom } from "@inittab/host/code-cache/take";

/** Where the code for this Node is. */
export const cacheFolder: string = join(__dirname, "code-cache", folderOfNode);

/** From now on parts of the program are taken from the cache, as far as it has them. */
export function useCodeCache(): void {
  const take = takeFrom(cacheFolder);
  if (take !== undefined) compileParts(__dirname, take);
}
