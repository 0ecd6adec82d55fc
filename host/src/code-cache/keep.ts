// The code of a program that nobody can compile before it is installed, because its Node is not known then: a start writes
// down what V8 has made, and the next one takes it. A program that cannot write is as slow as without, and nothing else.

import { join } from "node:path";
import { Script } from "node:vm";
import { notedFlags } from "../v8-flags.ts";
import { cacheName, folderOfNode, halved, unpacked } from "./file.ts";
import { Reader, textOf } from "./read.ts";
import { afterStart } from "./start.ts";
import type { Kept } from "./tidy.ts";
import type { CodeWriter, Compiled } from "./write.ts";

/**
 * Makes scripts of the parts of a program: out of the cache, as far as it has them. The others are written into it, each
 * once, when the start is over and nothing more has been compiled for a while.
 */
export function keepCode(kept: Kept, loadWriter: LoadWriter): (path: string) => Script {
  const keeper = new Keeper(kept, loadWriter);
  afterStart(keeper.begin);
  return keeper.compile;
}

/** Loads what writes: most starts have nothing to write. */
type LoadWriter = () => { readonly CodeWriter: typeof CodeWriter };

/** How long nothing must have been compiled before code is written, and how long others have their turn; milliseconds. */
const quiet = 3000;
const betweenParts = 50;

class Keeper {
  readonly #kept: Kept;
  readonly #loadWriter: LoadWriter;
  readonly #folder: string;
  readonly #parts = new Reader();
  readonly #files = new Reader();
  #awaited: Compiled[] = [];
  #mayWrite = false;
  #writer: CodeWriter | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(kept: Kept, loadWriter: LoadWriter) {
    this.#kept = kept;
    this.#loadWriter = loadWriter;
    this.#folder = join(kept.cache, folderOfNode);
  }

  readonly compile = (path: string): Script => {
    const flags = notedFlags();
    const bytes = this.#parts.read(path);
    const cachedData = this.#dataFor(cacheName(path, flags), bytes);
    const script = new Script(
      textOf(bytes),
      cachedData ? { filename: path, cachedData } : { filename: path },
    );
    if (script.cachedDataRejected === false) return script;
    this.#awaited.push({ path, text: Uint8Array.from(bytes), script, flags });
    if (this.#mayWrite) this.#writeAfter(quiet);
    return script;
  };

  #dataFor(name: string, text: Buffer): Buffer | undefined {
    try {
      const found = unpacked(this.#files.read(join(this.#folder, name)), text);
      return found && halved(found);
    } catch {
      // The file is missing or cannot be read.
      return undefined;
    }
  }

  /** What a start needs has run, so that V8 has compiled the functions of it. */
  readonly begin = (): void => {
    this.#mayWrite = true;
    this.#parts.forget();
    this.#files.forget();
    if (this.#awaited.length > 0) this.#writeAfter(quiet);
    process.once("exit", () => {
      while (this.#awaited.length > 0) this.#writeNext();
    });
  };

  #writeAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#writeNext();
      if (this.#awaited.length > 0) this.#writeAfter(betweenParts);
    }, milliseconds).unref();
  }

  #writeNext(): void {
    const part = this.#awaited.shift();
    if (part === undefined) return;
    try {
      this.#writer ??= new (this.#loadWriter().CodeWriter)(this.#kept);
      this.#writer.write(part);
    } catch {
      // What is full, or cannot be written to, gets no more.
      this.#awaited = [];
    }
  }
}
