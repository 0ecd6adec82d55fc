// Writes what V8 has made of the parts of a program.

import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Script } from "node:vm";
import { underFlags } from "../set-flags.ts";
import { cacheName, doubled, folderOfNode, packed } from "./file.ts";
import { type Kept, removeOlder, tidy, unfinished } from "./tidy.ts";

/** A part that was compiled, with the flags of V8 that were set then. */
export interface Compiled {
  readonly path: string;
  readonly text: Uint8Array;
  readonly script: Script;
  readonly flags: readonly string[];
}

/** Writes into a cache, which it tidies up before. Throws where that fails. */
export class CodeWriter {
  readonly #folder: string;

  constructor(kept: Kept) {
    tidy(kept);
    this.#folder = join(kept.cache, folderOfNode);
  }

  /** Writes under another name first: another process never sees half a file. */
  write({ path, text, script, flags }: Compiled): void {
    const folder = this.#folder;
    const data = underFlags(flags, () => script.createCachedData());
    if (data === undefined) return;
    const name = cacheName(path, flags);
    const own = join(folder, unfinished(name));
    try {
      writeFileSync(own, packed(doubled(data), text));
      renameSync(own, join(folder, name));
    } catch (error) {
      rmSync(own, { force: true });
      throw error;
    }
    removeOlder(folder, path, text);
  }
}
