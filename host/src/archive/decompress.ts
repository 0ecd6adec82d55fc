// Streams of bytes as they were before they were compressed. Each library is loaded with the first stream that needs it.

import { Readable } from "node:stream";
import { ArchiveFault } from "./fault.ts";
import type { Meter } from "./meter.ts";

/** A way to compress that is read. */
export type Compression = "gzip" | "xz" | "zstd";

/** How compressed bytes begin. Sources: RFC 1952, the .xz file format, RFC 8878, and for the others file(1). */
const magics: readonly (readonly [Compression | { readonly unread: string }, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  [{ unread: "bzip2" }, [0x42, 0x5a, 0x68]],
  [{ unread: "lzma" }, [0x5d, 0x00, 0x00]],
  [{ unread: "lzop" }, [0x89, 0x4c, 0x5a, 0x4f]],
  [{ unread: "lz4" }, [0x04, 0x22, 0x4d, 0x18]],
  [{ unread: "lz4" }, [0x02, 0x21, 0x4c, 0x18]],
  [{ unread: "squashfs" }, [0x68, 0x73, 0x71, 0x73]],
  [{ unread: "cpio -H bin" }, [0xc7, 0x71]],
  [{ unread: "cpio -H bin" }, [0x71, 0xc7]],
  [{ unread: "zip" }, [0x50, 0x4b, 0x03, 0x04]],
];

/** How bytes are compressed, by their beginning; `unread` names a way that is not read here. */
export function compressionOf(head: Uint8Array): Compression | { readonly unread: string } | undefined {
  return magics.find(([, magic]) => magic.every((byte, at) => head[at] === byte))?.[0];
}

/** The bytes of a stream before they were compressed. Throws an `ArchiveFault` if it is not such a stream. */
export function decompress(
  how: Compression,
  source: AsyncIterable<Uint8Array>,
  meter: Meter,
): AsyncGenerator<Uint8Array> {
  return ways[how](counted(source, meter), meter);
}

const ways: Readonly<
  Record<Compression, (source: AsyncIterable<Uint8Array>, meter: Meter) => AsyncGenerator<Uint8Array>>
> = { gzip, xz, zstd };

async function* counted(source: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    meter.took(piece.length);
    yield piece;
  }
}

async function* gzip(source: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import("node:zlib");
  const input = Readable.from(source, { objectMode: false });
  const gunzip = createGunzip();
  let fault: unknown;
  // A fault of the source ends the stream behind it too.
  input.on("error", (error) => {
    fault = error;
    gunzip.destroy(error);
  });
  try {
    for await (const piece of input.pipe(gunzip)) {
      meter.made(piece.length);
      yield piece;
    }
  } catch (error) {
    throw faultOf(fault ?? error);
  } finally {
    gunzip.destroy();
    input.destroy();
  }
}

async function* xz(source: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  const [{ XzReadableStream }, { ReadableStream }] = await Promise.all([
    import("xz-decompress"),
    import("node:stream/web"),
  ]);
  try {
    for await (const piece of new XzReadableStream(ReadableStream.from(source))) {
      meter.made(piece.length);
      yield piece;
    }
  } catch (error) {
    throw faultOf(error);
  }
}

/** Zeros can grow by a factor of thirty thousand, and what comes of one piece lies in memory at once. */
const pieceOfZstd = 2048;

async function* zstd(source: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import("fzstd");
  const made: Uint8Array[] = [];
  const stream = new Decompress((piece) => {
    meter.made(piece.length);
    // The library goes on using its memory.
    made.push(Uint8Array.from(piece));
  });
  try {
    for await (const piece of source)
      for (let part = 0; part * pieceOfZstd < piece.length; part++) {
        stream.push(piece.subarray(part * pieceOfZstd, (part + 1) * pieceOfZstd));
        yield* made.splice(0);
      }
    stream.push(new Uint8Array(0), true);
    yield* made.splice(0);
  } catch (error) {
    throw faultOf(error);
  }
}

/** Codes and words by which decompressors report that their input has ended too early. */
const endsEarly = /Z_BUF_ERROR|unexpected end of file|unexpected EOF/i;

function faultOf(error: unknown): unknown {
  if (error instanceof ArchiveFault) return error;
  return new ArchiveFault(endsEarly.test(String(error)) ? "truncated" : "damaged");
}
