// Code that V8 has compiled before. A build, or a packager, records what starts of the program compile (record.ts), for
// the Node that runs it; a start with the same Node takes that instead of compiling anew. Nothing is written here, and
// where nothing fits, Node compiles as ever.
//
// A file holds V8's data, the text that it was made of, and the length of that. V8 itself compares no more of a text than
// its length, so the text is compared here: it is in memory anyway, and code of another text cannot be run. V8 compares
// its own version and flags.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire, Module, wrap } from "node:module";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { notedFlags } from "@inittab/host/v8-flags";

/** Where the code for this Node is: one of another release, or for another machine, is not even looked at. */
export const cacheFolder: string = join(
  __dirname,
  "code-cache",
  [process.version, process.versions.v8, process.platform, process.arch].join("-"),
);

/** The file for a part of the program, and the flags of V8 that are set. */
export function cacheName(part: string, flags: readonly string[]): string {
  return `${basename(part)}${flags.join("")}`;
}

/** A file of the cache. */
export function packed(data: Uint8Array, text: string): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([data, Buffer.from(text, "latin1"), length]);
}

/** V8's data in such a file; undefined where it was made of another text. */
export function unpacked(bytes: Buffer, text: string): Buffer | undefined {
  const end = bytes.length - 4;
  const start = end - text.length;
  if (start < 0 || bytes.readUInt32LE(end) !== text.length) return undefined;
  return bytes.toString("latin1", start, end) === text ? bytes.subarray(0, start) : undefined;
}

/** The function that Node makes of a file of CommonJS. */
type Part = (
  exports: unknown,
  require: NodeJS.Require,
  module: NodeJS.Module,
  path: string,
  folder: string,
) => unknown;

/** Makes a script of the text of a file; undefined leaves the file to Node. */
export type Compile = (wrapped: string, path: string, text: string) => Script | undefined;

/** What Node has in modules of CommonJS, and tools that compile by themselves have always replaced. */
interface Compiling {
  _compile?: (this: NodeJS.Module, text: string, path: string, ...more: unknown[]) => unknown;
}

/** From now on the parts of the program beside this file are compiled so. */
export function compileParts(compile: Compile): void {
  const modules: NodeJS.Module & Compiling = Module.prototype;
  const ofNode = modules._compile;
  if (typeof ofNode !== "function") return;
  modules._compile = function (text, path, ...more) {
    const script = dirname(path) === __dirname ? compile(wrap(text), path, text) : undefined;
    if (script === undefined) return ofNode.call(this, text, path, ...more);
    const part: Part = script.runInThisContext();
    return part.call(this.exports, this.exports, createRequire(path), this, path, __dirname);
  };
}

/** The script, with its columns as Node counts them: those of the text alone. */
export function scriptOf(wrapped: string, path: string, text: string, cachedData?: Buffer): Script {
  const before = wrapped.indexOf(text);
  return new Script(wrapped, {
    filename: path,
    columnOffset: -before,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
}

/** From now on parts of the program are taken from the cache, as far as it has them. */
export function useCodeCache(): void {
  if (!existsSync(cacheFolder)) return;
  const names = new Set(readdirSync(cacheFolder));
  compileParts((wrapped, path, text) => {
    const name = cacheName(path, notedFlags());
    if (!names.has(name)) return undefined;
    const data = unpacked(readFileSync(join(cacheFolder, name)), text);
    return data === undefined ? undefined : scriptOf(wrapped, path, text, data);
  });
}
