// What OpenRC needs of a file tree beside the scripts: runlevels and settings.

import { followPath, type TreeListing, type TreeQuestion } from "./listing.ts";

/** Where the folders of runlevels are. */
const levelsBelow = "etc/runlevels";

/** Folders whose files are read, and files. */
const textFolders = ["etc/conf.d", "etc/rc.conf.d", "usr/local/etc/init.d"] as const;
const settingsFile = "etc/rc.conf";

/** An entry of a runlevel's folder. */
export interface RunlevelMember {
  readonly name: string;
  /** Below the root: `etc/runlevels/default/sshd`. */
  readonly path: string;
  /** `stack`: a folder, whose services belong to the level too. `dangling`: it leads to nothing. */
  readonly kind: "service" | "stack" | "dangling";
}

/** A file beside the scripts. */
export interface OpenrcFile {
  readonly path: string;
  readonly text: string;
  readonly mode: number | undefined;
}

/** What OpenRC finds in a tree. */
export interface OpenrcFolders {
  /** By name, in the order of the listing. */
  readonly runlevels: ReadonlyMap<string, readonly RunlevelMember[]>;
  /** rc.conf, the files of rc.conf.d and conf.d, and the scripts below /usr/local. */
  readonly files: readonly OpenrcFile[];
}

/** What matters of it, known or not. */
export function* openrcQuestions(listing: TreeListing): Generator<TreeQuestion> {
  for (const folder of textFolders) {
    yield { path: folder, text: false };
    for (const name of namesIn(listing, folder)) yield { path: `${folder}/${name}`, text: true };
  }
  yield { path: settingsFile, text: true };
  yield { path: levelsBelow, text: false };
  for (const level of namesIn(listing, levelsBelow)) {
    const folder = `${levelsBelow}/${level}`;
    yield { path: folder, text: false };
    for (const name of namesIn(listing, folder)) yield { path: `${folder}/${name}`, text: false };
  }
}

/** What a listing has of it; undefined without runlevels. */
export function readOpenrcFolders(listing: TreeListing): OpenrcFolders | undefined {
  const levels = namesIn(listing, levelsBelow).filter(
    (level) => followPath(listing, `${levelsBelow}/${level}`).kind === "folder",
  );
  if (levels.length === 0) return undefined;
  const texts = [
    settingsFile,
    ...textFolders.flatMap((folder) => namesIn(listing, folder).map((name) => `${folder}/${name}`)),
  ];
  return {
    runlevels: new Map(levels.map((level) => [level, membersOf(listing, level)])),
    files: texts.flatMap((path) => {
      const found = followPath(listing, path);
      return found.kind === "file" && found.node.kind === "file"
        ? [{ path, text: found.node.text, mode: found.node.mode }]
        : [];
    }),
  };
}

function membersOf(listing: TreeListing, level: string): readonly RunlevelMember[] {
  const folder = `${levelsBelow}/${level}`;
  return namesIn(listing, folder).map((name) => {
    const { kind } = followPath(listing, `${folder}/${name}`);
    const leads = kind === "folder" ? "stack" : kind === "file" ? "service" : "dangling";
    return { name, path: `${folder}/${name}`, kind: leads };
  });
}

function namesIn(listing: TreeListing, path: string): readonly string[] {
  const found = followPath(listing, path);
  return found.kind === "folder" && found.node.kind === "folder" ? found.node.names : [];
}

/** Whether a change at this path can change what is read here. */
export function isOpenrcPath(path: string): boolean {
  return (
    path === settingsFile ||
    [levelsBelow, ...textFolders].some((folder) => path === folder || path.startsWith(`${folder}/`))
  );
}
