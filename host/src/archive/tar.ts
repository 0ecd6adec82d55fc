// The entries of a tar archive, as the library tar-stream reads it: v7, ustar, pax, and GNU's long names.

import { Readable } from "node:stream";
import { extract } from "tar-stream";
import type { ArchiveEntry } from "./entry.ts";
import { ArchiveFault } from "./fault.ts";

const blockSize = 512;

/** Its types lack the option without which the library refuses archives from before ustar. */
const options = { highWaterMark: 1 << 16, allowUnknownFormat: true };

/** The checksum of a header. Source: tar(5). */
const checksum = { start: 148, end: 156 } as const;

/** Whether bytes begin as a tar archive does: with a header whose sum is right, or as an empty one with zeros. */
export function isTar(head: Uint8Array): boolean {
  if (head.length < blockSize) return false;
  const block = head.subarray(0, blockSize);
  const digits = Buffer.from(block.subarray(checksum.start, checksum.end)).toString("latin1");
  const sum = block.reduce(
    (total, byte, at) => total + (at >= checksum.start && at < checksum.end ? 0x20 : byte),
    0,
  );
  return sum === Number.parseInt(digits, 8) || block.every((byte) => byte === 0);
}

/** The entries of an archive. */
export async function* tarEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const archive = extract(options);
  const input = Readable.from(source, { objectMode: false });
  let fault: unknown;
  input.on("error", (error) => {
    fault = error;
    archive.destroy(error);
  });
  // The types of the library's streams are not those that a pipe of Node's asks for.
  input.on("data", (piece: Buffer) => {
    if (!archive.write(piece)) input.pause();
  });
  archive.on("drain", () => input.resume());
  input.on("end", () => archive.end(undefined));
  try {
    for await (const entry of archive) {
      const { name, type, linkname, mode = 0, size = 0 } = entry.header;
      switch (type) {
        case "file":
        case "contiguous-file":
          // Before ustar the slash at its end alone made a folder of a name.
          if (name.endsWith("/")) yield { kind: "folder", name };
          else
            yield {
              kind: "file",
              name,
              mode: mode & 0o7777,
              size,
              content: bytesOf(entry),
              inode: undefined,
            };
          break;
        case "directory":
          yield { kind: "folder", name };
          break;
        case "symlink":
          yield { kind: "link", name, target: linkname ?? "" };
          break;
        case "link":
          yield { kind: "hard-link", name, target: linkname ?? "" };
          break;
        case "character-device":
        case "block-device":
        case "fifo":
          yield { kind: "device", name };
          break;
        default:
          yield { kind: "unknown", name };
      }
      entry.resume();
    }
  } catch (error) {
    throw faultOf(fault ?? error);
  } finally {
    archive.destroy();
    input.destroy();
  }
}

/** A caller that begins to read them must read to the end: an entry that is given up ends the archive. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of entry) if (piece instanceof Uint8Array) yield piece;
  } catch (error) {
    throw faultOf(error);
  }
}

function faultOf(error: unknown): unknown {
  if (error instanceof ArchiveFault) return error;
  return new ArchiveFault(/end of data/i.test(String(error)) ? "truncated" : "damaged");
}
