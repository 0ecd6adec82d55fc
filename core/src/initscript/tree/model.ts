// What init scripts need of a file tree: the scripts, the rc folders, the tools' configuration, the locks.

import type { Message } from "../../text/message.ts";
import type { ScriptFamily } from "../families/names.ts";
import type { DependencyFiles } from "../insserv/dependency-files.ts";
import type { RcLevel } from "../levels.ts";
import type { OpenrcFolders } from "./openrc-folders.ts";

/** A file of init.d. */
export interface InitScript {
  readonly name: string;
  /** Below the root, as one finds it: `etc/init.d/ssh`. */
  readonly path: string;
  /** The path after all links are followed: `etc/rc.d/init.d/ssh`. */
  readonly realPath: string;
  readonly text: string;
  /** Permission bits; undefined if they are not known. */
  readonly mode: number | undefined;
  /** Where the script itself is a link to, as text. */
  readonly linkTarget: string | undefined;
}

/** A file of one of the tools' configuration folders. */
export interface TreeFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** What an entry of an rc folder is. */
export type RcEntryKind =
  /** A link that leads to a regular file. */
  | "link"
  /** A regular file itself. */
  | "file"
  /** A folder, or a link to one. */
  | "folder"
  /** A link to nothing. */
  | "dangling"
  /** A link to nothing that climbs above the root of the tree on its way. */
  | "outside"
  /** Links that lead back to each other. */
  | "loop"
  /** A device or the like, or a link to one. */
  | "other"
  /** What it leads to could not be read. */
  | "unreadable";

/** What stands for a script where scripts are called: a link as a rule. */
export interface TreeLink {
  readonly name: string;
  /** Below the root, as one finds it: `etc/rc3.d/S20ssh`. */
  readonly path: string;
  readonly kind: RcEntryKind;
  /** Where the link points, as text; undefined if it is not a link or the target is not known. */
  readonly target: string | undefined;
  /** The path after all links are followed; undefined if nothing is there. */
  readonly realPath: string | undefined;
  /** The text of what it leads to; empty for all but files. */
  readonly text: string;
  readonly mode: number | undefined;
}

/** An entry of an rc folder. */
export interface TreeRcEntry extends TreeLink {
  readonly level: RcLevel;
}

/** An rc folder. */
export interface RcFolder {
  readonly level: RcLevel;
  /** `etc/rc3.d` or `etc/rc.d/rc3.d`. */
  readonly path: string;
  /** In the order of the listing. */
  readonly entries: readonly TreeRcEntry[];
}

/** Something in the tree that could not be used, or not whole. */
export interface TreeProblem {
  readonly path: string;
  readonly kind:
    | "dangling"
    | "outside"
    | "loop"
    | "other"
    | "unreadable"
    | "cut"
    | "binary"
    | "unread"
    | "crowded"
    | "tangled";
  /** What is wrong, without the path; fits after it and a colon. */
  readonly message: Message;
}

/** What init scripts need of a file tree. Lists are in the order of the listing. */
export interface InitTree {
  /** The family that somebody says the system is of, and who, to be read after "because". */
  readonly stated?: { readonly family: ScriptFamily; readonly because: Message };
  /** `etc/init.d` or `etc/rc.d/init.d`; undefined if there is neither. */
  readonly scriptFolder: string | undefined;
  readonly scripts: readonly InitScript[];
  /** The rc folders that exist, by level. */
  readonly folders: ReadonlyMap<RcLevel, RcFolder>;
  /** Below the root, if there is one. */
  readonly inittab: string | undefined;
  /** insserv.conf. */
  readonly configuration: TreeFile | undefined;
  /** The files of insserv.conf.d. */
  readonly configurationFiles: readonly TreeFile[];
  /** The files of /etc/insserv/overrides, then those of /usr/share/insserv/overrides. */
  readonly overrides: readonly (readonly TreeFile[])[];
  readonly fileFilters: TreeFile | undefined;
  /** The files of chkconfig.d. */
  readonly chkconfigFiles: readonly TreeFile[];
  /** What insserv wrote for startpar; undefined unless all three files have content. */
  readonly dependencyFiles: DependencyFiles | undefined;
  /** The regular files of var/lock/subsys, in byte order. */
  readonly locks: readonly string[];
  /** Folders among the locks, which are not locks. */
  readonly lockFolders: readonly string[];
  /** There is an initctl program, which the last rc of Red Hat notifies of each script. */
  readonly initctl: boolean;
  /** The first lines of the files that name the system, by path. */
  readonly releases: ReadonlyMap<string, string>;
  /** The files that say which family the system is of: their text by path, where it is there. */
  readonly signs: ReadonlyMap<string, string>;
  /** The runlevels and settings of OpenRC; undefined where there are no runlevels of it. */
  readonly openrc: OpenrcFolders | undefined;
  /** The entries of etc/rc.d that begin with S or K: OpenWrt has all its links there. */
  readonly singleFolder: readonly TreeLink[];
  /** Red Hat's own rc: the text of etc/rc.d/rc. */
  readonly redHatRc: string | undefined;
  /** What runs last where nobody has changed that: the text of etc/rc.local. */
  readonly localScript: string | undefined;
  readonly problems: readonly TreeProblem[];
}
