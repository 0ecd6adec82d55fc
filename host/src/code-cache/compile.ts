// Parts of a program of CommonJS are compiled here instead of by Node, so that V8's code can be given to it and taken
// from it.

import { createRequire, Module, wrap } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";

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

/** From now on the parts of the program in this folder are compiled so. */
export function compileParts(folder: string, compile: Compile): void {
  const modules: NodeJS.Module & Compiling = Module.prototype;
  const ofNode = modules._compile;
  if (typeof ofNode !== "function") return;
  modules._compile = function (text, path, ...more) {
    const script = dirname(path) === folder ? compile(wrap(text), path, text) : undefined;
    if (script === undefined) return ofNode.call(this, text, path, ...more);
    const part: Part = script.runInThisContext();
    return part.call(this.exports, this.exports, createRequire(path), this, path, folder);
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
