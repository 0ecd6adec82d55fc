// Reads of a file tree what matters for init scripts. The core says which path to look at next, never one behind a
// link, so nothing outside the root is read whatever the links in the tree say. Nothing is executed or written.

import { stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import {
  buildTree,
  type InitTree,
  lookAlong,
  type OpenrcVersion,
  readListing,
  scriptFolders,
  type TreeNode,
} from "@inittab/core";
import type { FileSettings } from "../project/file-settings.ts";
import { rootAt } from "../root/open.ts";
import type { Root } from "../root/root.ts";
import type { Unreadable } from "../unreadable.ts";

/** A tree that was read. */
export interface ReadTree {
  /** As the user gave it. */
  readonly path: string;
  readonly tree: InitTree;
  /** A path of the model as the user can open it. */
  readonly shown: (below: string) => string;
  /** The entries of an archive that are not in the tree. */
  readonly odd: readonly Unreadable[];
  /** Only a folder of scripts, the targets of whose links are not known. */
  readonly isAlone: boolean;
}

/** The same system, of the family that `inittab.json` states. */
export function asStated(read: ReadTree, { stated }: FileSettings): ReadTree {
  return stated === undefined ? read : { ...read, tree: { ...read.tree, stated } };
}

/** The release of OpenRC that `inittab.json` names. */
export function statedOpenrc({ settings: { openrc } }: FileSettings): OpenrcVersion | undefined {
  return openrc === "auto" ? undefined : openrc;
}

/** Reads a system's tree: a folder that is its root, or an archive of it. */
export async function readSystem(path: string): Promise<ReadTree | Unreadable> {
  const root = await rootAt(path);
  return "why" in root ? root : readRootTree(root);
}

/** Reads the tree of a system whose root was opened. */
export async function readRootTree(root: Root): Promise<ReadTree> {
  return readBelow(root, { path: root.path, locate: (below) => below, shown: root.shown });
}

/**
 * Reads a folder of scripts. If it is the `etc/init.d` of a system, or the root of one, the rest of the system that
 * matters is read as well; any other folder stands alone.
 */
export async function readScripts(path: string): Promise<ReadTree | Unreadable> {
  if (!(await isFolder(path))) return readSystem(path);
  const full = resolve(path);
  for (const folder of scriptFolders) {
    if (!full.endsWith(`/${folder}`)) continue;
    const above = await rootAt(full.slice(0, -folder.length));
    if ("why" in above) return { path, why: above.why };
    const shown = (below: string): string => relative(".", join(above.path, below));
    return readBelow(above, { path, locate: (below) => below, shown });
  }
  const root = await rootAt(path);
  if ("why" in root) return root;
  for (const folder of scriptFolders) if (await isFolderIn(root, folder)) return readRootTree(root);
  const inside = (below: string): string | undefined =>
    below === place || below.startsWith(`${place}/`) ? below.slice(place.length + 1) : undefined;
  return readBelow(root, {
    path,
    locate: (below) => inside(below) ?? nodeAbove(below),
    shown: (below) => root.shown(inside(below) ?? below),
    isAlone: true,
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
  /** Turns a path of the model into one below the root, or answers on its own. */
  readonly locate: (below: string) => string | TreeNode;
  readonly shown: (below: string) => string;
  readonly isAlone?: boolean;
}

async function readBelow(root: Root, { path, locate, shown, isAlone = false }: Reading): Promise<ReadTree> {
  const listing = await readListing(({ path: below, text }) => {
    const found = locate(below);
    return typeof found === "string" ? root.look({ path: found, text }) : found;
  });
  return { path, tree: buildTree(listing), shown, odd: root.kind === "archive" ? root.odd : [], isAlone };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** Whether there is such a folder below the root, without leaving it. */
async function isFolderIn(root: Root, folder: string): Promise<boolean> {
  const known = new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);
  const end = await lookAlong(folder, root.look, known);
  return end.kind === "folder";
}
