// The files of a system, as far as OpenRC looks at them and changes them.

import type { VirtualFiles } from "../system/contract.ts";

/** A file system that OpenRC works on. Paths are absolute; every question but `has` follows links. */
export interface OpenrcFiles {
  readonly kindOf: (path: string) => "file" | "folder" | undefined;
  readonly isExecutable: (path: string) => boolean;
  readonly read: (path: string) => string | undefined;
  /** The names in a folder, in the order in which they were made; none where there is no folder. */
  readonly list: (folder: string) => readonly string[];
  /** Whether something is there, be it a link to nothing. */
  readonly has: (path: string) => boolean;
  /** Makes or replaces a file. Nothing happens where its folder is not there. */
  readonly write: (path: string, text: string) => void;
  readonly link: (path: string, target: string) => void;
  readonly makeFolder: (path: string) => void;
  /** Takes away a file, a link, or a folder with all that is in it. */
  readonly remove: (path: string) => void;
}

/** The files of a virtual system as OpenRC's programs see them. */
export function openrcFiles(files: VirtualFiles): OpenrcFiles {
  const kindOf: OpenrcFiles["kindOf"] = (path) => {
    const kind = files.status(path)?.kind;
    return kind === "file" || kind === "folder" ? kind : undefined;
  };
  const remove = (path: string): void => {
    if (files.linkStatus(path)?.kind === "folder")
      for (const name of [...(files.names(path) ?? [])]) remove(`${path}/${name}`);
    files.remove(path);
  };
  return {
    kindOf,
    isExecutable: (path) => kindOf(path) === "file" && files.allows(path, 1),
    read: files.read,
    list: (folder) => files.names(folder) ?? [],
    has: (path) => files.linkStatus(path) !== undefined,
    write: (path, text) => {
      if (kindOf(path.slice(0, path.lastIndexOf("/")) || "/") === "folder") files.write(path, text);
    },
    link: (path, target) => void files.makeLink(path, target),
    makeFolder: files.folder,
    remove,
  };
}
