// Looks at one path of a file system without following a link at its end. Nothing is executed or written.

import { isUtf8 } from "node:buffer";
import { constants, lstat as lstatThen, readdir as readdirThen, readlink as readlinkThen } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { promisify } from "node:util";
import { type TreeNode, treeFileLimit } from "@inittab/core";

// node:fs/promises takes longer to load than a server to check a file; a start asks what there is, and opens little.
const lstat = promisify(lstatThen);
const readdir = promisify(readdirThen);
const readlink = promisify(readlinkThen);

/** What stands at a path; a folder's names are sorted, and the text of a file is read only where it is asked for. */
export async function lookAt(path: string, text: boolean): Promise<TreeNode> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return { kind: "link", target: await readlink(path) };
    if (stats.isDirectory()) return { kind: "folder", names: (await readdir(path)).sort() };
    if (!stats.isFile()) return { kind: "other" };
    const mode = stats.mode & 0o7777;
    return text ? { kind: "file", mode, ...(await readText(path)) } : { kind: "file", mode, text: "" };
  } catch (error) {
    if (error instanceof NoRegularFile) return { kind: "other" };
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
    return { kind: "unreadable", why: code === "EACCES" || code === "EPERM" ? "denied" : code };
  }
}

/**
 * Opens a file whose path is not a link. Anything else there is never opened: a device may act when it is, and a FIFO
 * would keep us waiting.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  if (!(await lstat(path)).isFile()) throw new NoRegularFile(path);
  // It may have been replaced in the meantime.
  const { open } = await import("node:fs/promises");
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = constants;
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new NoRegularFile(path);
}

/** What stands at a path is not, or no longer, a regular file. */
export class NoRegularFile extends Error {
  constructor(path: string) {
    super(`${path} is not a regular file`);
  }
}

async function readText(path: string): Promise<FileText> {
  const file = await openRegular(path);
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, treeFileLimit) + 1);
    let size = 0;
    for (let count = -1; count !== 0 && size < buffer.length; size += count)
      count = (await file.read(buffer, size, buffer.length - size)).bytesRead;
    return textNode(buffer.subarray(0, size));
  } finally {
    await file.close();
  }
}

/** What a file of a tree says. */
export interface FileText {
  readonly text: string;
  readonly flaw?: "cut" | "binary";
}

/** The text of a file of a tree, from its first bytes: one more than are kept shows that there are more. */
export function textNode(read: Buffer): FileText {
  const bytes = read.subarray(0, treeFileLimit);
  const text = bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
  if (bytes.includes(0)) return { text, flaw: "binary" };
  return read.length > treeFileLimit ? { text, flaw: "cut" } : { text };
}
