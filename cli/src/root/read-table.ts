// The inittab that a command is given: a file, standard input, or the root file system that it is in.

import { stat } from "node:fs/promises";
import { lookAlong, type TreeNode } from "@inittab/core";
import { type Input, readInArchive, readInput, standardInput } from "../input.ts";
import { message } from "../message.ts";
import type { Unreadable } from "../unreadable.ts";
import { archiveAt, rootAt } from "./open.ts";
import { type Root, tablePath } from "./root.ts";

/**
 * Reads an inittab: the file at a path, or the `etc/inittab` of a folder or an archive that is the root of a system.
 * Never throws for anything that a path can be.
 */
export async function readTable(
  path: string,
  stdin: AsyncIterable<Buffer | string>,
): Promise<Input | Unreadable> {
  if (path === standardInput.argument) return readInput(path, stdin);
  const archive = await archiveAt(path);
  if (archive !== undefined) {
    if ("why" in archive) return archive;
    const below = await tableIn(archive);
    return below === undefined
      ? { path, why: message("archive.no-inittab") }
      : readInArchive({ root: archive, below }, archive.shown(tablePath));
  }
  if (!(await isFolder(path))) return readInput(path, stdin);
  const root = await rootAt(path);
  if ("why" in root) return root;
  const below = await tableIn(root);
  if (below === undefined || root.kind === "archive")
    return { path, why: message("input.folder-no-inittab") };
  return readInput(root.shown(tablePath), stdin, root.real(below));
}

/** Where the table really is, all links followed inside the root. */
async function tableIn(root: Root): Promise<string | undefined> {
  const end = await lookAlong(tablePath, root.look, new Map<string, TreeNode>());
  return end.kind === "file" ? end.path : undefined;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
