// A stream of bytes, taken piece by piece by whoever knows how long the next piece is.

import { ArchiveFault } from "./fault.ts";

/** Reads a stream from its beginning to its end. */
export interface ByteReader {
  /** The next bytes without taking them; fewer at the end. */
  readonly peek: (count: number) => Promise<Uint8Array>;
  /** The next bytes; an `ArchiveFault` if there are fewer. */
  readonly take: (count: number) => Promise<Uint8Array>;
  /** At most so many of the next bytes, in one piece as they come; none at the end. */
  readonly some: (most: number) => Promise<Uint8Array>;
  /** All that is left. */
  readonly rest: () => AsyncGenerator<Uint8Array>;
}

const nothing = new Uint8Array(0);

/** A reader of a stream, which it alone may read from now on. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let waiting: Uint8Array = nothing;

  async function next(): Promise<Uint8Array | undefined> {
    for (;;) {
      const { done, value } = await pieces.next();
      if (done === true) return undefined;
      if (value.length > 0) return value;
    }
  }

  async function fill(count: number): Promise<void> {
    const parts = [waiting];
    let size = waiting.length;
    while (size < count) {
      const piece = await next();
      if (piece === undefined) break;
      parts.push(piece);
      size += piece.length;
    }
    if (parts.length > 1) waiting = Buffer.concat(parts, size);
  }

  async function some(most: number): Promise<Uint8Array> {
    if (waiting.length === 0) waiting = (await next()) ?? nothing;
    const piece = waiting.subarray(0, most);
    waiting = waiting.subarray(piece.length);
    return piece;
  }

  return {
    peek: async (count) => {
      await fill(count);
      return waiting.subarray(0, count);
    },
    take: async (count) => {
      await fill(count);
      if (waiting.length < count) throw new ArchiveFault("truncated");
      return some(count);
    },
    some,
    rest: async function* () {
      try {
        for (let piece = await some(Infinity); piece.length > 0; piece = await some(Infinity)) yield piece;
      } finally {
        await pieces.return?.();
      }
    },
  };
}
