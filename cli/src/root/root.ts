// A root file system that a command is given: a folder, or an archive that is read without unpacking it. Nothing outside
// is read whatever links say, and nothing is executed or written.

import type { LookInTree } from "@inittab/core";
import type { Unreadable } from "../unreadable.ts";

/** Where the table of a system is. */
export const tablePath = "etc/inittab";

/** A root file system. */
export type Root = FolderRoot | ArchiveRoot;

interface AnyRoot {
  /** As the user gave it. */
  readonly path: string;
  /** What stands at a path below it, without following a link at its end. */
  readonly look: LookInTree;
  /** The names of a folder below it, sorted, and what they are; rejects where it cannot be read. */
  readonly list: (folder: string) => Promise<readonly RootEntry[]>;
  /** A path below it as the user can open it. */
  readonly shown: (below: string) => string;
}

/** Something in a folder. */
export interface RootEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
}

/** A folder that is a root. */
export interface FolderRoot extends AnyRoot {
  readonly kind: "folder";
  /** The real path of what is below it. */
  readonly real: (below: string) => string;
}

/** A root in an archive. */
export interface ArchiveRoot extends AnyRoot {
  readonly kind: "archive";
  /** The bytes of a file; undefined where they were not kept. */
  readonly bytes: (below: string) => Buffer | undefined;
  /** The entries that were passed over, and why. */
  readonly odd: readonly Unreadable[];
}

/** A file of an archive. */
export interface ArchivePlace {
  readonly root: ArchiveRoot;
  /** Its path below the root, without links on the way. */
  readonly below: string;
}

/** A file that could not be read as an archive; `isNone`: it does not begin as one. */
export interface NoArchive extends Unreadable {
  readonly isNone: boolean;
}
