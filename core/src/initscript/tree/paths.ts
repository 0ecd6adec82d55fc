// The paths of a tree that matter for init scripts, and the questions that a reader of a tree has to answer.

import { finish, type Slices, spend } from "../../text/slices.ts";
import { familyTable } from "../families/families.ts";
import { rcLevels } from "../levels.ts";
import { followPath, type TreeListing, type TreeQuestion } from "./listing.ts";
import { isOpenrcPath, openrcQuestions } from "./openrc-folders.ts";
import { isSingleFolderPath, singleFolderQuestions } from "./single-folder.ts";

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

/**
 * What has to be looked at next. A reader begins with an empty listing, puts an answer for each question into it, and
 * asks again until nothing is left; then the listing is fit for `buildTree`. Every path is to be looked at as it is,
 * without following a link at its end.
 */
export function treePaths(listing: TreeListing): readonly TreeQuestion[] {
  return finish(treePathsSlices(listing));
}

/** The same in slices: a folder may have thousands of entries. */
export function* treePathsSlices(listing: TreeListing): Slices<readonly TreeQuestion[]> {
  const questions = new Map<string, TreeQuestion>();
  const meter = { spent: 0 };
  for (const { path, text } of everyPath(listing)) {
    if (spend(meter, lookingCost)) yield;
    const destination = followPath(listing, path);
    if (destination.kind !== "ask") continue;
    const known = questions.get(destination.path)?.text === true;
    questions.set(destination.path, { path: destination.path, text: text || known });
  }
  return [...questions.values()];
}

/** Following a path takes about as long as looking at so many things in a list. */
const lookingCost = 20;

/** Every path that matters, known or not, as far as folders are known. */
function* everyPath(listing: TreeListing): Generator<TreeQuestion> {
  for (const path of Object.values(treeFiles)) yield { path, text: true };
  for (const path of [...releaseFiles, ...signFiles]) yield { path, text: true };
  for (const path of Object.values(knownByKind)) yield { path, text: false };
  for (const path of [...scriptFolders, ...Object.values(treeFolders)])
    yield* folderQuestions(listing, path, true);
  for (const parent of rcFolderParents)
    for (const level of rcLevels) yield* folderQuestions(listing, `${parent}/rc${level}.d`, true);
  yield* folderQuestions(listing, lockFolder, false);
  yield* openrcQuestions(listing);
  yield* singleFolderQuestions(listing);
}

function* folderQuestions(listing: TreeListing, path: string, text: boolean): Generator<TreeQuestion> {
  yield { path, text };
  const destination = followPath(listing, path);
  if (destination.kind !== "folder" || destination.node.kind !== "folder") return;
  for (const name of destination.node.names) yield { path: `${path}/${name}`, text };
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
