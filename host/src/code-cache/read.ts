// Reading files that are looked at once: several in a row are read into the same memory.

import { isAscii } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Reads files; the bytes of one are there until the next is read. */
export class Reader {
  #memory: Buffer = Buffer.alloc(0);

  /** Throws where the file cannot be read. */
  readonly read = (path: string): Buffer => {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      if (this.#memory.length < size) this.#memory = Buffer.allocUnsafeSlow(size);
      let length = 0;
      for (let count = -1; count !== 0 && length < size; length += count)
        count = readSync(file, this.#memory, length, size - length, null);
      return this.#memory.subarray(0, length);
    } finally {
      closeSync(file);
    }
  };

  /** Lets go of the memory. */
  readonly forget = (): void => {
    this.#memory = Buffer.alloc(0);
  };
}

/** The text in bytes of UTF-8. */
export function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}
