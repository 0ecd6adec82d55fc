// Reads of a file tree what matters for init scripts. The core says which path to look at next, never one behind a
// link, so nothing outside the root is read whatever the links in the tree say. Nothing is executed or written.

import { lstat, readdir, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import {
  buildTree,
  type InitTree,
  lookAlong,
  readListing,
  scriptFolders,
  type TreeNode,
} from "@inittab/core";
import { lookAt } from "@inittab/host/look";
import { type Unreadable, whyUnreadable } from "../input.ts";
import { message } from "../message.ts";

/** A tree that was read. */
export interface ReadTree {
  /** As the user gave it. */
  readonly path: string;
  readonly tree: InitTree;
  /** A path of the model as the user can open it. */
  readonly shown: (below: string) => string;
}

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
    if (await isFolderIn(full, folder)) return readSystem(path);
  }
  const inside = (below: string): string | undefined =>
    below === place || below.startsWith(`${place}/`) ? below.slice(place.length + 1) : undefined;
  return readBelow({
    path,
    folder: path,
    locate: (below) => inside(below) ?? nodeAbove(below),
    shown: (below) => join(path, inside(below) ?? below),
  });
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
    if (!(await lstat(root)).isDirectory()) return { path, why: message("input.no-folder") };
    await readdir(root);
  } catch (error) {
    return { path, why: whyUnreadable(error) };
  }
  const listing = await readListing(({ path: below, text }) => {
    const place = locate(below);
    return typeof place === "string" ? lookAt(join(root, place), text) : place;
  });
  return { path, tree: buildTree(listing), shown };
}

/** Whether there is such a folder below the root, without leaving it. */
async function isFolderIn(root: string, folder: string): Promise<boolean> {
  const known = new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);
  const end = await lookAlong(folder, ({ path }) => lookAt(join(root, path), false), known);
  return end.kind === "folder";
}
