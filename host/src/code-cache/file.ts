// What a cache of compiled code holds: in a folder for each Node, a file for each part of a program. Such a file holds
// V8's data, the text that it was made of, and the length of that. V8 itself compares no more of a text than its length,
// so the text is compared here: it is in memory anyway, and code of another text cannot be run. V8 compares its own
// version and flags.

import { basename } from "node:path";

/** The folder for this Node: the code of another release, or for another machine, is not even looked at. */
export const folderOfNode: string = [
  process.version,
  process.versions.v8,
  process.platform,
  process.arch,
].join("-");

/** The file for a part of a program, and the flags of V8 that are set. */
export function cacheName(part: string, flags: readonly string[]): string {
  return `${basename(part)}${flags.join("")}`;
}

/** A file of the cache, for the text in these bytes. */
export function packed(data: Uint8Array, text: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([data, text, length]);
}

/** V8's data in such a file; undefined where it was made of another text. */
export function unpacked(file: Buffer, text: Uint8Array): Buffer | undefined {
  const end = file.length - 4;
  const start = end - text.length;
  if (start < 0 || file.readUInt32LE(end) !== text.length) return undefined;
  return file.subarray(start, end).equals(text) ? file.subarray(0, start) : undefined;
}

/** V8 looks at nothing but the beginning of its data, so what a machine may lose in between is there twice. */
export function doubled(data: Uint8Array): Uint8Array {
  return Buffer.concat([data, data]);
}

/** The data again; undefined where its halves differ. */
export function halved(twice: Buffer): Buffer | undefined {
  const half = twice.subarray(0, twice.length / 2);
  return half.equals(twice.subarray(half.length)) ? half : undefined;
}
