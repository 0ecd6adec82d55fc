// What an assistant may see of the disk: files below the folders that the user has named, whatever links lead to.

import { realpath } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { isBelow } from "../is-below.ts";

/** The folders whose files may be read. */
export interface Roots {
  readonly folders: readonly string[];
  /** The real path of a path, which counts from the first folder; undefined where it is not there or lies outside. */
  readonly resolve: (path: string) => Promise<string | undefined>;
}

/** Opens these folders; throws the system's error where one is not there. */
export async function openRoots(given: readonly string[]): Promise<Roots> {
  const folders = await Promise.all(given.map((folder) => realpath(resolve(folder))));
  const [first = process.cwd()] = folders;
  return {
    folders,
    resolve: async (path) => {
      const real = await realpath(isAbsolute(path) ? path : join(first, path)).catch(() => undefined);
      return real !== undefined && folders.some((folder) => isBelow(real, folder)) ? real : undefined;
    },
  };
}
