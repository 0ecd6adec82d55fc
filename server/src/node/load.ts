// A loader for the parts of the built server. A part hands itself over, as it does in a worker of a browser; so its text is
// a script as it stands, and nothing is looked for on the disk but the part.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Script } from "node:vm";

/** A part of the server, as a module of CommonJS is one; `address` answers with its own address. */
type Part = (require: (name: string) => unknown, exports: object, address: () => string) => void;

declare global {
  var inittabPart: ((name: string, part: Part) => void) | undefined;
}

/** What a loader needs. */
export interface Loading {
  /** Where the parts lie. */
  readonly folder: string;
  /** Reads a part. */
  readonly compile: (path: string) => Script;
  /** Loads a module of Node. */
  readonly require: (name: string) => unknown;
}

/** Makes a function that loads parts by names such as `./main.js`. */
export function partLoader({ folder, compile, require }: Loading): (name: string) => unknown {
  const loaded = new Map<string, object>();
  const load = (name: string): unknown => {
    if (!name.startsWith("./")) return require(name);
    const known = loaded.get(name);
    if (known !== undefined) return known;
    const path = join(folder, name);
    const part = offered(compile(path));
    const exports = {};
    loaded.set(name, exports);
    try {
      part?.(load, exports, () => pathToFileURL(path).href);
    } catch (error) {
      loaded.delete(name);
      throw error;
    }
    return exports;
  };
  return load;
}

function offered(script: Script): Part | undefined {
  let found: Part | undefined;
  globalThis.inittabPart = (_, part) => {
    found = part;
  };
  script.runInThisContext();
  globalThis.inittabPart = undefined;
  return found;
}
