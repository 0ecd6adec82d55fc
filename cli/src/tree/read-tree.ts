// Reads of a file tree what matters for init scripts. The core says which path to look at next, never one behind a
// link, so nothing outside the root is read whatever the links in the tree say. Nothing is executed or written.

import { isUtf8 } from "node:buffer";
import { constants } from "node:fs";
import { lstat, open, readdir, readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import {
  buildTree,
  type InitTree,
  scriptFolders,
  type TreeNode,
  type TreeQuestion,
  treePaths,
} from "@inittab/core";
import { type Unreadable, whyUnreadable } from "../input.ts";

/** A tree that was read. */
export interface ReadTree {
  /** As the user gave it. */
  readonly path: string;
  readonly tree: InitTree;
  /** A path of the model as the user can open it. */
  readonly shown: (below: string) => string;
}

/** The most bytes of one file that are read; the largest init scripts have some ten thousand. */
const sizeLimit = 1024 * 1024;

/** Reads a system's tree below its root. */
export async function readSystem(path: string): Promise<ReadTree | Unreadable> {
  return readBelow({ path, folder: path, locate: (below) => below, shown: (below) => join(path, below) });
}

/**
 * Reads a folder of scripts. If it is the `etc/init.d` of a system, or the root of one, the rest of the system that
 * matters is read as well; any other folder stands alone.
 */
export async function readScripts(path: string): Promise<ReadTree | Unreadable> {
  const full = resolve(path);
  for (const folder of scriptFolders) {
    if (full.endsWith(`/${folder}`)) {
      const root = full.slice(0, -folder.length);
      const shown = (below: string): string => relative(".", join(root, below));
      return readBelow({ path, folder: root, locate: (below) => below, shown });
    }
    if (await isFolder(join(full, folder))) return readSystem(path);
  }
  const inside = (below: string): string | undefined =>
    below === place || below.startsWith(`${place}/`) ? below.slice(place.length + 1) : undefined;
  const alone = await readBelow({
    path,
    folder: path,
    locate: (below) => inside(below) ?? nodeAbove(below),
    shown: (below) => join(path, inside(below) ?? below),
  });
  if ("why" in alone || alone.tree.scripts.length > 0 || alone.tree.problems.length > 0) return alone;
  return { path, why: "no file of this folder can be an init script" };
}

/** Where a folder that stands alone is put in an otherwise empty tree. */
const [place] = scriptFolders;

function nodeAbove(below: string): TreeNode {
  const above = dirname(place);
  if (below === "") return { kind: "folder", names: [above] };
  return below === above ? { kind: "folder", names: [basename(place)] } : { kind: "missing" };
}

/** What to read. */
interface Reading {
  readonly path: string;
  readonly folder: string;
  /** Turns a path of the model into one below the folder, or answers by itself. */
  readonly locate: (below: string) => string | TreeNode;
  readonly shown: (below: string) => string;
}

async function readBelow({ path, folder, locate, shown }: Reading): Promise<ReadTree | Unreadable> {
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await lstat(root)).isDirectory()) return { path, why: "is not a directory" };
    await readdir(root);
  } catch (error) {
    return { path, why: whyUnreadable(error) };
  }
  const listing = new Map<string, TreeNode>();
  for (let questions = treePaths(listing); questions.length > 0; questions = treePaths(listing))
    for (const question of questions) {
      const place = locate(question.path);
      const node = typeof place === "string" ? await look(join(root, place), question) : place;
      listing.set(question.path, node);
    }
  return { path, tree: buildTree(listing), shown };
}

async function look(path: string, { text }: TreeQuestion): Promise<TreeNode> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return { kind: "link", target: await readlink(path) };
    if (stats.isDirectory()) return { kind: "folder", names: (await readdir(path)).sort() };
    if (!stats.isFile()) return { kind: "other" };
    const mode = stats.mode & 0o7777;
    return text ? { kind: "file", mode, ...(await readText(path)) } : { kind: "file", mode, text: "" };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
    return { kind: "unreadable", why: whyUnreadable(error) };
  }
}

async function readText(path: string): Promise<{ readonly text: string; readonly flaw?: "cut" | "binary" }> {
  // The file may have been replaced since it was looked at: by a link, or by a FIFO that would keep us waiting.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, sizeLimit) + 1);
    let size = 0;
    for (let count = -1; count !== 0 && size < buffer.length; size += count)
      count = (await file.read(buffer, size, buffer.length - size)).bytesRead;
    const bytes = buffer.subarray(0, Math.min(size, sizeLimit));
    const text = bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
    if (bytes.includes(0)) return { text, flaw: "binary" };
    return size > sizeLimit ? { text, flaw: "cut" } : { text };
  } finally {
    await file.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}
