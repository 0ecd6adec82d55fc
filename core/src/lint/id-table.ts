/**
 * Which line has an id first. A file of 100,000 records is looked through after each typed character, so ids of up to
 * four one-byte characters, the only ones that sysvinit accepts in ASCII, are hashed as numbers; others take a map.
 */
export class IdTable {
  readonly #mask: number;
  readonly #keys: Int32Array;
  /** Index of the line plus one; 0 for a free place. */
  readonly #lines: Int32Array;
  readonly #others = new Map<string, number>();

  constructor(lines: number) {
    let size = 16;
    while (size < lines * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#lines = new Int32Array(size);
  }

  /** Enters an id; the line that had it already, or undefined. */
  add(id: string, line: number): number | undefined {
    const key = packed(id);
    if (key === undefined) return this.#addOther(id, line);
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    for (; ; at = (at + 1) & this.#mask) {
      const known = this.#lines[at];
      if (known === undefined || known === 0) break;
      if (this.#keys[at] === key) return known - 1;
    }
    this.#keys[at] = key;
    this.#lines[at] = line + 1;
    return undefined;
  }

  #addOther(id: string, line: number): number | undefined {
    const known = this.#others.get(id);
    if (known === undefined) this.#others.set(id, line);
    return known;
  }
}

/** The id as a number, different for different ids; undefined for what does not fit. */
function packed(id: string): number | undefined {
  const { length } = id;
  if (length > 4) return undefined;
  let key = 0;
  for (let at = 0; at < length; at++) {
    const code = id.charCodeAt(at);
    // 0 would make a short id look like a longer one; no id holds a NUL.
    if (code === 0 || code > 255) return undefined;
    key = (key << 8) | code;
  }
  return key;
}
