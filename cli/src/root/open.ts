// Opens what a path names as a root file system.

import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { message } from "../message.ts";
import { type Unreadable, whyUnreadable } from "../unreadable.ts";
import { folderRoot } from "./folder.ts";
import type { ArchiveRoot, NoArchive, Root } from "./root.ts";

/** Names that say that a file is an archive of a root file system. */
const surely = /\.(?:tar(?:\.\w+)?|tgz|txz|tzst|cpio(?:\.\w+)?)$/i;

/** Names of what may be one, or something else that is compressed. */
const perhaps = /\.(?:gz|xz|zst|img)$|^initr(?:d|amfs)/i;

/**
 * The archive of a root file system at a path, if its name says so; undefined for everything else, about which its reader
 * reports what is wrong.
 */
export async function archiveAt(path: string): Promise<ArchiveRoot | Unreadable | undefined> {
  const name = basename(path);
  const isSure = surely.test(name);
  if (!isSure && !perhaps.test(name)) return undefined;
  try {
    if (!(await stat(path)).isFile()) return undefined;
  } catch {
    return undefined;
  }
  const opened = await openArchive(path);
  return "isNone" in opened && opened.isNone && !isSure ? undefined : opened;
}

/** The root at a path, whatever its name is; what is neither a folder nor an archive is reported as not a folder. */
export async function rootAt(path: string): Promise<Root | Unreadable> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return await folderRoot(path);
    if (!stats.isFile()) return { path, why: message("input.no-folder") };
  } catch (error) {
    return { path, why: whyUnreadable(error) };
  }
  const opened = await openArchive(path);
  return "isNone" in opened && opened.isNone && !surely.test(path)
    ? { path, why: message("input.no-folder") }
    : opened;
}

/** What reads archives is loaded with the first of them. */
async function openArchive(path: string): Promise<ArchiveRoot | NoArchive> {
  const { readArchiveRoot } = await import("./archive.ts");
  return readArchiveRoot(path);
}
