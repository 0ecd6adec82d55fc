// The files in a folder that a command is about.

import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { lookAlong, type Message, type TreeNode } from "@inittab/core";
import { lookAt } from "@inittab/host/look";
import { standardInput, type Unreadable, whyUnreadable } from "./input.ts";
import { message } from "./message.ts";

/** A file of the command line, or one of a folder that is. */
export interface FoundFile {
  /** As the user can open it. */
  readonly path: string;
  /** Where a file of a folder really is, below that folder; undefined for one that the user has named. */
  readonly within?: string;
}

/** What was found for the paths of a command line. */
export interface FoundFiles {
  /** In the order of the arguments; within a folder by name. */
  readonly files: readonly FoundFile[];
  /** Links that lead out of their folder are among them. */
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

/**
 * Replaces each folder by the wanted files in it. A file that is named is taken whatever it is; of a folder nothing is
 * looked at that is not below it, whatever its links say.
 */
export async function findFiles(paths: readonly string[], isWanted: IsWanted): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    const root = path === standardInput.argument ? undefined : await folderAt(path);
    if (root === undefined) {
      files.set(path, { path });
      continue;
    }
    const search = searchIn({ shown: path, root, isWanted });
    await search.visit("");
    for (const file of search.files) if (!files.has(file.path)) files.set(file.path, file);
    unreadable.push(...search.unreadable);
    if (search.files.length + search.unreadable.length === 0)
      unreadable.push({ path, why: message("input.none-in-folder") });
  }
  return { files: [...files.values()], unreadable };
}

/** The real path of a folder; undefined for anything else, of which reading it will tell what is wrong. */
async function folderAt(path: string): Promise<string | undefined> {
  try {
    return (await stat(path)).isDirectory() ? await realpath(path) : undefined;
  } catch {
    return undefined;
  }
}

/** A folder of the command line, and what is wanted of it. */
interface Searched {
  /** As the user has named it. */
  readonly shown: string;
  /** Its real path. */
  readonly root: string;
  readonly isWanted: IsWanted;
}

function searchIn({ shown, root, isWanted }: Searched): {
  /** Searches a folder by its path below the root. */
  readonly visit: (folder: string) => Promise<void>;
  readonly files: readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
} {
  const files: FoundFile[] = [];
  const unreadable: Unreadable[] = [];
  const known = new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);

  /** Where a link leads to below the root: a file, why it is told, or nothing that is wanted. */
  async function follow(link: string): Promise<string | Message | undefined> {
    const end = await lookAlong(link, ({ path }) => lookAt(join(root, path), false), known);
    switch (end.kind) {
      case "file":
        return end.climbed ? message("input.leads-out") : end.path;
      case "folder":
        // It is found itself, or is elsewhere.
        return undefined;
      case "outside":
        return message("input.leads-out");
      case "missing":
        // An absolute link means a path below the root only where the folder is the root of a system.
        return message(end.absolute ? "input.leads-out" : "input.missing");
      case "loop":
        return message("input.links");
      case "other":
        return message("input.not-regular");
      case "unreadable":
        return message(end.why === "denied" ? "input.denied" : "input.system", { message: end.why });
    }
  }

  async function visit(folder: string): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(join(root, folder), { withFileTypes: true });
    } catch (error) {
      unreadable.push({ path: join(shown, folder), why: whyUnreadable(error) });
      return;
    }
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const { name } = entry;
      const below = folder === "" ? name : `${folder}/${name}`;
      const path = join(shown, below);
      if (entry.isDirectory()) {
        if (!passedOver.has(name)) await visit(below);
        continue;
      }
      const link = entry.isSymbolicLink();
      if (!link && !entry.isFile()) continue;
      if (!(await isWanted({ path, name, link, top: folder === "" }))) continue;
      const end = link ? await follow(below) : below;
      if (typeof end === "string") files.push({ path, within: join(root, end) });
      else if (end !== undefined) unreadable.push({ path, why: end });
    }
  }
  return { visit, files, unreadable };
}
