// The paths of a tree that matter for init scripts, and the questions that a reader of a tree has to answer.

import { familyTable } from "../families/families.ts";
import { rcLevels } from "../levels.ts";
import { followPath, type TreeListing } from "./listing.ts";
import { askOpenrcFolders, isOpenrcPath } from "./openrc-folders.ts";
import { askSingleFolder, isSingleFolderPath } from "./single-folder.ts";

/** Where the scripts are: the first that exists counts. */
export const scriptFolders = ["etc/init.d", "etc/rc.d/init.d"] as const;

/** Where the rc folders are: the first that exists counts. */
export const rcFolderParents = ["etc", "etc/rc.d"] as const;

/** Files whose text matters. */
export const treeFiles = {
  configuration: "etc/insserv.conf",
  fileFilters: "etc/insserv/file-filters",
  redHatRc: "etc/rc.d/rc",
  localScript: "etc/rc.local",
} as const;

/** Files that name the system. */
export const releaseFiles = [
  "etc/redhat-release",
  "etc/centos-release",
  "etc/debian_version",
  "etc/devuan_version",
] as const;

/** Files whose being there is all that matters. */
export const knownByKind = { inittab: "etc/inittab", initctl: "sbin/initctl" } as const;

/** Files that show the family of a system by being there, or by what they say. */
export const signFiles: readonly string[] = [
  knownByKind.inittab,
  ...new Set(
    familyTable.flatMap(({ treeMarks }) => treeMarks.flatMap((mark) => ("file" in mark ? mark.file : []))),
  ),
];

/** Folders whose files are read. */
export const treeFolders = {
  configurationFiles: "etc/insserv.conf.d",
  overrides: "etc/insserv/overrides",
  sharedOverrides: "usr/share/insserv/overrides",
  chkconfigFiles: "etc/chkconfig.d",
} as const;

/** Where Red Hat's scripts keep their locks. */
export const lockFolder = "var/lock/subsys";

/** Something to look at, below the root of the tree. */
export interface TreeQuestion {
  /** `""` is the root itself. All folders on the way are real ones. */
  readonly path: string;
  /** The text of a file is wanted, not only its kind. */
  readonly text: boolean;
}

/**
 * What has to be looked at next. A reader begins with an empty listing, puts an answer for each question into it, and
 * asks again until nothing is left; then the listing is fit for `buildTree`. Every path is to be looked at as it is,
 * without following a link at its end.
 */
export function treePaths(listing: TreeListing): readonly TreeQuestion[] {
  const questions = new Map<string, TreeQuestion>();
  const ask = (path: string, text: boolean): void => {
    const destination = followPath(listing, path);
    if (destination.kind !== "ask") return;
    const known = questions.get(destination.path)?.text === true;
    questions.set(destination.path, { path: destination.path, text: text || known });
  };
  const askFolder = (path: string, text: boolean): void => {
    ask(path, text);
    const destination = followPath(listing, path);
    if (destination.kind !== "folder" || destination.node.kind !== "folder") return;
    for (const name of destination.node.names) ask(`${path}/${name}`, text);
  };
  for (const path of Object.values(treeFiles)) ask(path, true);
  for (const path of [...releaseFiles, ...signFiles]) ask(path, true);
  for (const path of Object.values(knownByKind)) ask(path, false);
  for (const path of [...scriptFolders, ...Object.values(treeFolders)]) askFolder(path, true);
  for (const parent of rcFolderParents)
    for (const level of rcLevels) askFolder(`${parent}/rc${level}.d`, true);
  askFolder(lockFolder, false);
  askOpenrcFolders(listing, ask);
  askSingleFolder(listing, ask);
  return [...questions.values()];
}

/** Whether a change at this path, which is below the root of a tree, can change what `buildTree` makes of it. */
export function isTreePath(path: string): boolean {
  const files: readonly string[] = [
    ...Object.values(treeFiles),
    ...Object.values(knownByKind),
    ...releaseFiles,
    ...signFiles,
  ];
  const folders: readonly string[] = [
    ...scriptFolders,
    ...Object.values(treeFolders),
    ...rcFolderParents.flatMap((parent) => rcLevels.map((level) => `${parent}/rc${level}.d`)),
    lockFolder,
  ];
  if (files.includes(path) || isOpenrcPath(path) || isSingleFolderPath(path)) return true;
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
