// The code of parts that V8 has compiled before. Nothing is written here, and where nothing fits, Node compiles as ever.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { notedFlags } from "../v8-flags.ts";
import { type Compile, scriptOf } from "./compile.ts";
import { cacheName, unpacked } from "./file.ts";

/** Takes parts out of a folder of the cache as far as it has them; undefined if the folder does not exist. */
export function takeFrom(folder: string): Compile | undefined {
  if (!existsSync(folder)) return undefined;
  const names = new Set(readdirSync(folder));
  return (wrapped, path, text) => {
    const name = cacheName(path, notedFlags());
    if (!names.has(name)) return undefined;
    const data = unpacked(readFileSync(join(folder, name)), Buffer.from(text));
    return data && scriptOf(wrapped, path, text, data);
  };
}
