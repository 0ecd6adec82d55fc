// The files of a system, as far as OpenRC looks at them and changes them.

/** A file system that OpenRC works on. Paths are absolute; every question but `isLink` follows links. */
export interface OpenrcFiles {
  readonly kindOf: (path: string) => "file" | "folder" | undefined;
  readonly isExecutable: (path: string) => boolean;
  readonly read: (path: string) => string | undefined;
  /** The names in a folder, in the order of the folder; none where there is no folder. */
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

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
