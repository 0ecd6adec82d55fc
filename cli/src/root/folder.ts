import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { lookAt } from "@inittab/host/look";
import type { FolderRoot, RootEntry } from "./root.ts";

/** A folder as a root. Rejects with the error of the system if it cannot be read. */
export async function folderRoot(path: string): Promise<FolderRoot> {
  const real = await realpath(path);
  await readdir(real);
  return {
    kind: "folder",
    path,
    real: (below) => join(real, below),
    look: ({ path: below, text }) => lookAt(join(real, below), text),
    list: (folder) => entriesOf(join(real, folder)),
    shown: (below) => join(path, below),
  };
}

async function entriesOf(folder: string): Promise<readonly RootEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .map((entry): RootEntry => {
      const { name } = entry;
      if (entry.isDirectory()) return { name, kind: "folder" };
      if (entry.isSymbolicLink()) return { name, kind: "link" };
      return { name, kind: entry.isFile() ? "file" : "other" };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
