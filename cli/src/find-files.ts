// The files in a folder that a command is about.

import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { standardInput, type Unreadable, whyUnreadable } from "./input.ts";
import { message } from "./message.ts";

/** What was found for the paths of a command line. */
export interface FoundFiles {
  /** In the order of the arguments; within a folder by name. */
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** A name that says "inittab": `inittab`, `inittab.ORIG`, `NAME.inittab`. */
const inittabName = /^(inittab(\..*)?|.+\.inittab)$/s;

/** Folders that hold copies, never a system's own files. */
const passedOver: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** Says whether a file of a folder is wanted. */
export type IsWanted = (file: {
  readonly path: string;
  readonly name: string;
  /** It is a symbolic link. */
  readonly link: boolean;
  /** It stands in a folder of the command line itself, not deeper. */
  readonly top: boolean;
}) => boolean | Promise<boolean>;

/** Whether a file is called like an inittab. */
export const isInittabName = (name: string): boolean => inittabName.test(name);

/** Replaces each folder by the wanted files in it. A file that is named is taken whatever it is. */
export async function findFiles(paths: readonly string[], isWanted: IsWanted): Promise<FoundFiles> {
  const files: string[] = [];
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    if (path === standardInput.argument || !(await isFolder(path))) {
      files.push(path);
      continue;
    }
    const known = files.length + unreadable.length;
    await search(path, isWanted, true, files, unreadable);
    if (files.length + unreadable.length === known)
      unreadable.push({ path, why: message("input.none-in-folder") });
  }
  return { files: [...new Set(files)], unreadable };
}

async function search(
  folder: string,
  isWanted: IsWanted,
  top: boolean,
  files: string[],
  unreadable: Unreadable[],
): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    unreadable.push({ path: folder, why: whyUnreadable(error) });
    return;
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // A link to a folder is not followed: it may lead back here.
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) await search(path, isWanted, false, files, unreadable);
    } else if (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))) {
      const link = entry.isSymbolicLink();
      if (await isWanted({ path, name: entry.name, link, top })) files.push(path);
    }
  }
}

/** What cannot be looked at is no folder; reading it will tell why. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
