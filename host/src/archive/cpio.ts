// The cpio format of Linux' initramfs, and the older portable one. No library that is kept reads it.
// Source: Documentation/driver-api/early-userspace/buffer-format of Linux; cpio(5) of FreeBSD for the older one.

import type { ByteReader } from "./byte-reader.ts";
import type { ArchiveEntry } from "./entry.ts";
import { ArchiveFault } from "./fault.ts";

/** Where the numbers stand in a header. */
interface Layout {
  readonly length: number;
  readonly base: 8 | 16;
  /** Names and contents end at a multiple of this. */
  readonly alignment: 1 | 4;
  readonly fields: Readonly<Record<Field, readonly [start: number, end: number]>>;
}

type Field = "inode" | "mode" | "links" | "size" | "device" | "nameSize";

const hexadecimal: Layout = {
  length: 110,
  base: 16,
  alignment: 4,
  fields: {
    inode: [6, 14],
    mode: [14, 22],
    links: [38, 46],
    size: [54, 62],
    device: [62, 78],
    nameSize: [94, 102],
  },
};

const octal: Layout = {
  length: 76,
  base: 8,
  alignment: 1,
  fields: {
    device: [6, 12],
    inode: [12, 18],
    mode: [18, 24],
    links: [36, 42],
    nameSize: [59, 65],
    size: [65, 76],
  },
};

const layouts: Readonly<Record<string, Layout>> = {
  "070701": hexadecimal,
  "070702": hexadecimal,
  "070707": octal,
};

/** Whether bytes begin as an archive of cpio does. */
export function isCpio(head: Uint8Array): boolean {
  return layoutOf(head) !== undefined;
}

/** Longer names are refused by the kernel. Source: init/initramfs.c, PATH_MAX. */
const longestName = 4096;

/** The kind of a file by the first bits of its mode; whatever else there is has no content. Source: inode(7). */
const kinds: ReadonlyMap<number, "folder" | "link" | "file"> = new Map([
  [0o040000, "folder"],
  [0o120000, "link"],
  [0o100000, "file"],
]);

/** The entries up to the one that ends the archive, which is taken too. */
export async function* cpioEntries(reader: ByteReader): AsyncGenerator<ArchiveEntry> {
  for (;;) {
    const head = await reader.peek(octal.length);
    const layout = layoutOf(head);
    if (layout === undefined) throw new ArchiveFault(head.length < octal.length ? "truncated" : "damaged");
    const header = Buffer.from(await reader.take(layout.length)).toString("latin1");
    const number = (field: Field): number => {
      const [start, end] = layout.fields[field];
      const digits = header.slice(start, end);
      if (!(layout.base === 16 ? /^[\da-f]+$/i : /^[0-7]+$/).test(digits)) throw new ArchiveFault("damaged");
      return Number.parseInt(digits, layout.base);
    };
    const nameSize = number("nameSize");
    const size = number("size");
    if (nameSize < 1 || nameSize > longestName) throw new ArchiveFault("damaged");
    const name = textOf(
      await reader.take(nameSize + padding(layout.length + nameSize, layout)),
      nameSize - 1,
    );
    if (name === "TRAILER!!!") return;
    const mode = number("mode");
    const kind = kinds.get(mode & 0o170000);
    let left = size;
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await reader.some(left);
        if (piece.length === 0) throw new ArchiveFault("truncated");
        left -= piece.length;
        yield piece;
      }
    };
    if (kind === "link") {
      if (size > longestName) throw new ArchiveFault("damaged");
      const target = textOf(await reader.take(size), size);
      left = 0;
      yield { kind, name, target };
    } else if (kind === "file") {
      const [start, end] = layout.fields.device;
      const inode = number("links") > 1 ? `${header.slice(start, end)}:${number("inode")}` : undefined;
      yield { kind, name, mode: mode & 0o7777, size, content: pieces(), inode };
    } else yield { kind: kind ?? "device", name };
    for await (const _ of pieces());
    await reader.take(padding(size, layout));
  }
}

function layoutOf(head: Uint8Array): Layout | undefined {
  return layouts[Buffer.from(head.subarray(0, 6)).toString("latin1")];
}

function padding(length: number, { alignment }: Layout): number {
  return (alignment - (length % alignment)) % alignment;
}

/** Up to the first NUL, as the kernel takes it. */
function textOf(bytes: Uint8Array, length: number): string {
  const text = Buffer.from(bytes.subarray(0, length)).toString("utf8");
  return text.replace(/\0.*$/s, "");
}
