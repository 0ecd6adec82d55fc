// A root file system in an archive, read without unpacking it: what stands at each path once all entries have been
// unpacked one after the other, and the texts that matter. Nothing is written, and no link leads out.

import { createReadStream } from "node:fs";
import type { TreeNode } from "@inittab/core";
import { isTreePath, treeFileLimit, treeTextLimit } from "@inittab/core";
import { textNode } from "../look.ts";
import { archiveEntries } from "./entries.ts";
import type { ArchiveEntry } from "./entry.ts";
import { ArchiveFault, type ArchiveFaultKind } from "./fault.ts";
import { type ArchiveLimits, archiveLimits, meterFor } from "./meter.ts";
import { type ArchiveTree, emptyTree, type OddEntry, type StoredFile } from "./tree.ts";

export type { OddEntry } from "./tree.ts";

/** An archive that was read. */
export interface Archive {
  /** What stands at a path below its root, without following a link at its end; the text of a file if it is wanted. */
  readonly look: (path: string, text: boolean) => TreeNode;
  /** The bytes of a file; undefined if they were not kept, or not all of them. */
  readonly bytes: (path: string) => Buffer | undefined;
  /** The entries that are not in the tree, the first ones. */
  readonly odd: readonly OddEntry[];
  /** So many more there are. */
  readonly moreOdd: number;
}

/** An archive that cannot be read, and why; `what` is a format or a number, as the reason says. */
export interface UnreadArchive {
  readonly fault: ArchiveFaultKind;
  readonly what: string;
}

/** Reads a file that is an archive. Rejects with the error of the system if the file itself cannot be read. */
export async function readArchive(
  path: string,
  limits: ArchiveLimits = archiveLimits,
): Promise<Archive | UnreadArchive> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    const tree = emptyTree();
    const kept = { bytes: 0 };
    let count = 0;
    for await (const entry of archiveEntries(file, meterFor(limits))) {
      if (++count > limits.entries) throw new ArchiveFault("crowded", limits.entries);
      await put(tree, entry, kept);
    }
    return {
      look: (below, text) => nodeOf(tree.at(below), text),
      bytes: (below) => {
        const place = tree.at(below);
        return place.kind === "file" && !place.isHead && place.bytes.length <= treeFileLimit
          ? place.bytes
          : undefined;
      },
      odd: tree.odd(),
      moreOdd: tree.moreOdd(),
    };
  } catch (error) {
    if (error instanceof ArchiveFault) return { fault: error.kind, what: error.what };
    throw error;
  } finally {
    file.destroy();
  }
}

function nodeOf(place: ReturnType<ArchiveTree["at"]>, text: boolean): TreeNode {
  if (place.kind !== "file") return place;
  const { kind, mode, bytes, isHead } = place;
  if (!text) return { kind, mode, text: "" };
  const node = { kind, mode, ...textNode(bytes) };
  return isHead ? { ...node, flaw: node.flaw ?? "unread" } : node;
}

async function put(tree: ArchiveTree, entry: ArchiveEntry, kept: { bytes: number }): Promise<void> {
  switch (entry.kind) {
    case "file": {
      const node = await readFile(entry, kept);
      tree.file(entry.name, node, { isEmpty: entry.size === 0, inode: entry.inode });
      return;
    }
    case "link":
      tree.put(entry.name, { kind: "link", target: entry.target });
      return;
    case "hard-link":
      tree.hardLink(entry.name, entry.target);
      return;
    case "folder":
      tree.folder(entry.name);
      return;
    case "device":
      tree.put(entry.name, { kind: "other" });
      return;
    case "unknown":
      tree.leaveOut(entry.name, "unknown");
      return;
  }
}

/** So much of every file is looked at: enough for a first line as long as the kernel reads. */
const headSize = 256;

async function readFile(
  { name, mode, size: fileSize, content }: ArchiveEntry & { readonly kind: "file" },
  kept: { bytes: number },
): Promise<StoredFile> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let most = headSize;
  // All pieces are taken, since an entry that is given up ends the archive.
  for await (const piece of content) {
    if (size === 0 && kept.bytes < roomFor(name, fileSize, piece)) most = treeFileLimit + 1;
    if (size < most) pieces.push(Uint8Array.from(piece.subarray(0, most - size)));
    size += piece.length;
  }
  const bytes = Buffer.concat(pieces);
  kept.bytes += bytes.length;
  return { kind: "file", mode, bytes, isHead: most === headSize && size > headSize };
}

/** A text of this size may be read by a script, wherever it stands. */
const smallText = 64 * 1024;

/** How many bytes of all files together are kept before this one is not: its part of what is read of a system. */
function roomFor(name: string, size: number, beginning: Uint8Array): number {
  const path = name.replace(/^(?:\.?\/)+/, "");
  const matters =
    /^etc\/|(?:^|\/)inittab|\.inittab$/.test(path) ||
    isTreePath(path) ||
    (beginning[0] === 0x23 && beginning[1] === 0x21);
  if (matters) return treeTextLimit;
  return size <= smallText && !beginning.includes(0) ? treeTextLimit / 2 : 0;
}
