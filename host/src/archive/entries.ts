// The entries of an archive, whatever its format and however it is compressed.

import { type ByteReader, byteReader } from "./byte-reader.ts";
import { cpioEntries, isCpio } from "./cpio.ts";
import { compressionOf, decompress } from "./decompress.ts";
import type { ArchiveEntry } from "./entry.ts";
import { ArchiveFault } from "./fault.ts";
import type { Meter } from "./meter.ts";

/** A compressed archive in an archive of an initramfs is two layers; nobody packs deeper. */
const mostLayers = 4;

const headSize = 512;

/** The entries of an archive in their order. Throws an `ArchiveFault`, also after the first entries. */
export async function* archiveEntries(
  source: AsyncIterable<Uint8Array>,
  meter: Meter,
  layers: number = 0,
): AsyncGenerator<ArchiveEntry> {
  const reader = byteReader(source);
  const head = await reader.peek(headSize);
  const how = compressionOf(head);
  if (typeof how === "object") throw new ArchiveFault("unread-format", how.unread);
  if (how !== undefined) {
    if (layers === mostLayers) throw new ArchiveFault("damaged");
    yield* archiveEntries(decompress(how, reader.rest(), meter), meter, layers + 1);
    return;
  }
  if (isCpio(head)) {
    yield* concatenated(reader, meter, layers);
    return;
  }
  const { isTar, tarEntries } = await import("./tar.ts");
  if (isTar(head)) yield* tarEntries(reader.rest());
  else throw new ArchiveFault("no-archive");
}

/**
 * An initramfs is one archive after the other, with zeros between them; each may be compressed. What follows a compressed
 * one is taken for a part of it. Source: Documentation/driver-api/early-userspace/buffer-format of Linux.
 */
async function* concatenated(reader: ByteReader, meter: Meter, layers: number): AsyncGenerator<ArchiveEntry> {
  for (;;) {
    yield* cpioEntries(reader);
    await skipZeros(reader);
    const head = await reader.peek(headSize);
    if (head.length === 0) return;
    if (isCpio(head)) continue;
    if (layers === mostLayers || compressionOf(head) === undefined) throw new ArchiveFault("damaged");
    yield* archiveEntries(reader.rest(), meter, layers + 1);
    return;
  }
}

async function skipZeros(reader: ByteReader): Promise<void> {
  for (let head = await reader.peek(headSize); head[0] === 0; head = await reader.peek(headSize)) {
    const end = head.findIndex((byte) => byte !== 0);
    await reader.take(end < 0 ? head.length : end);
  }
}
