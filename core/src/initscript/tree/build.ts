// The model of a tree, made from a listing.

import { finish, type Slices, spend, type WorkMeter } from "../../text/slices.ts";
import { type RcLevel, rcLevels } from "../levels.ts";
import { message } from "../message.ts";
import { byBytes } from "../rc/model.ts";
import { treeTextLimit } from "./limits.ts";
import { followPath, type TreeDestination, type TreeListing } from "./listing.ts";
import type {
  InitScript,
  InitTree,
  RcEntryKind,
  RcFolder,
  TreeFile,
  TreeLink,
  TreeProblem,
  TreeRcEntry,
} from "./model.ts";
import { readOpenrcFolders } from "./openrc-folders.ts";
import {
  knownByKind,
  lockFolder,
  rcFolderParents,
  releaseFiles,
  scriptFolders,
  signFiles,
  treeFiles,
  treeFolders,
} from "./paths.ts";
import { singleFolder, singleFolderNames } from "./single-folder.ts";

/** Makes the model of a tree. What the listing does not know counts as missing. Never fails. */
export function buildTree(listing: TreeListing): InitTree {
  return finish(buildTreeSlices(listing));
}

/** The same in slices: a folder may have thousands of entries. */
export function* buildTreeSlices(listing: TreeListing): Slices<InitTree> {
  const building: Building = { listing, problems: new Map(), meter: { spent: 0 } };
  const scriptFolder = scriptFolders.find((path) => followPath(listing, path).kind === "folder");
  const scripts = scriptFolder === undefined ? [] : yield* readScripts(building, scriptFolder);
  const folders = new Map<RcLevel, RcFolder>();
  for (const level of rcLevels) {
    const folder = yield* readRcFolder(building, level);
    if (folder !== undefined) folders.set(level, folder);
  }
  const locks: { readonly name: string; readonly kind: TreeDestination["kind"] }[] = [];
  for (const name of namesIn(building, lockFolder)) {
    locks.push({ name, kind: followPath(listing, `${lockFolder}/${name}`).kind });
    if (spend(building.meter, lookingCost)) yield;
  }
  const isFile = (path: string): boolean => followPath(listing, path).kind === "file";
  return {
    scriptFolder,
    scripts,
    folders,
    inittab: isFile(knownByKind.inittab) ? knownByKind.inittab : undefined,
    configuration: readFile(building, treeFiles.configuration),
    configurationFiles: yield* readFiles(building, treeFolders.configurationFiles),
    overrides: [
      yield* readFiles(building, treeFolders.overrides),
      yield* readFiles(building, treeFolders.sharedOverrides),
    ],
    fileFilters: readFile(building, treeFiles.fileFilters),
    chkconfigFiles: yield* readFiles(building, treeFolders.chkconfigFiles),
    dependencyFiles: readDependencies(building, scriptFolder),
    locks: locks.flatMap(({ name, kind }) => (kind === "file" ? name : [])).toSorted(byBytes),
    lockFolders: locks.flatMap(({ name, kind }) => (kind === "folder" ? name : [])).toSorted(byBytes),
    initctl: isFile(knownByKind.initctl),
    releases: new Map(
      releaseFiles.flatMap((path) => {
        const file = readFile(building, path);
        return file === undefined ? [] : [[path, file.text.split("\n")[0] ?? ""] as const];
      }),
    ),
    signs: new Map(
      signFiles.flatMap((path) => {
        const { kind, node } = { node: undefined, ...followPath(listing, path) };
        if (kind !== "file" || node?.kind !== "file") return [];
        return [[path, node.text] as const];
      }),
    ),
    openrc: readOpenrcFolders(listing),
    singleFolder: singleFolderNames(listing).map((name) => readLink(building, `${singleFolder}/${name}`)),
    redHatRc: readFile(building, treeFiles.redHatRc)?.text,
    localScript: readFile(building, treeFiles.localScript)?.text,
    problems: [...building.problems.values()].toSorted((one, other) => byBytes(one.path, other.path)),
  };
}

interface Building {
  readonly listing: TreeListing;
  readonly problems: Map<string, TreeProblem>;
  readonly meter: WorkMeter;
}

/** Following a path takes about as long as looking at so many things in a list. */
const lookingCost = 20;

function namesIn(building: Building, path: string): readonly string[] {
  const destination = followPath(building.listing, path);
  if (destination.kind === "loop" || destination.kind === "unreadable") blame(building, path, destination);
  if (destination.kind !== "folder" || destination.node.kind !== "folder") return [];
  const { names, isCut } = destination.node;
  if (isCut === true) {
    const said = message("tree.crowded", { count: names.length });
    note(building, { path, kind: "crowded", message: said });
  }
  return names;
}

/** The text of a file; notes what keeps it from being read. A folder or a missing file is not a problem. */
function readFile(building: Building, path: string): TreeFile | undefined {
  const destination = followPath(building.listing, path);
  if (destination.kind === "file" && destination.node.kind === "file") {
    noteFlaw(building, path, destination);
    return { name: lastPart(path), path, text: destination.node.text };
  }
  const isLink = linkTarget(building, path) !== undefined;
  if (destination.kind !== "folder" && (destination.kind !== "missing" || isLink))
    blame(building, path, destination);
  return undefined;
}

/** The files of a folder. */
function* readFiles(building: Building, folder: string): Slices<readonly TreeFile[]> {
  const files: TreeFile[] = [];
  for (const name of namesIn(building, folder)) {
    const file = readFile(building, `${folder}/${name}`);
    if (file !== undefined) files.push(file);
    if (spend(building.meter, lookingCost)) yield;
  }
  return files;
}

function* readScripts(building: Building, folder: string): Slices<readonly InitScript[]> {
  const scripts: InitScript[] = [];
  for (const name of namesIn(building, folder)) {
    // insserv's own files, and what editors leave behind; no tool takes a hidden file for a script.
    if (name.startsWith(".")) continue;
    const path = `${folder}/${name}`;
    const file = readFile(building, path);
    const destination = followPath(building.listing, path);
    if (spend(building.meter, 2 * lookingCost)) yield;
    if (file === undefined || destination.kind !== "file" || destination.node.kind !== "file") continue;
    scripts.push({
      ...file,
      realPath: destination.path,
      mode: destination.node.mode,
      linkTarget: linkTarget(building, path),
    });
  }
  return scripts;
}

function* readRcFolder(building: Building, level: RcLevel): Slices<RcFolder | undefined> {
  const paths = rcFolderParents.map((parent) => `${parent}/rc${level}.d`);
  const path = paths.find((each) => followPath(building.listing, each).kind === "folder");
  if (path === undefined) {
    for (const each of paths) namesIn(building, each);
    return undefined;
  }
  const entries: TreeRcEntry[] = [];
  for (const name of namesIn(building, path)) {
    entries.push({ ...readLink(building, `${path}/${name}`), level });
    if (spend(building.meter, 2 * lookingCost)) yield;
  }
  return { level, path, entries };
}

function readLink(building: Building, path: string): TreeLink {
  const destination = followPath(building.listing, path);
  const name = lastPart(path);
  const target = linkTarget(building, path);
  const followed = "node" in destination && "followed" in destination.node && destination.node.followed;
  const linked = target !== undefined || followed === true;
  const kind = kindOf(destination, linked);
  const matters = /^[SK]/.test(name);
  if (destination.kind === "file" && matters) noteFlaw(building, path, destination);
  else if (destination.kind !== "folder" && matters) blame(building, path, destination);
  const found =
    destination.kind === "file" && destination.node.kind === "file" ? destination.node : undefined;
  return {
    name,
    path,
    kind,
    target,
    realPath: "path" in destination ? destination.path : undefined,
    text: found?.text ?? "",
    mode: found?.mode,
  };
}

function kindOf(destination: TreeDestination, linked: boolean): RcEntryKind {
  switch (destination.kind) {
    case "file":
      return linked ? "link" : "file";
    case "missing":
    case "ask":
      return "dangling";
    case "folder":
    case "other":
    case "loop":
    case "outside":
    case "unreadable":
      return destination.kind;
  }
}

function readDependencies(building: Building, scriptFolder: string | undefined): InitTree["dependencyFiles"] {
  if (scriptFolder === undefined) return undefined;
  const read = (name: string): readonly string[] => {
    const text = readFile(building, `${scriptFolder}/.depend.${name}`)?.text ?? "";
    return text
      .replace(/\n$/, "")
      .split("\n")
      .filter((line) => line !== "");
  };
  const files = { boot: read("boot"), start: read("start"), stop: read("stop") };
  return Object.values(files).every((lines) => lines.length > 0) ? files : undefined;
}

/** Where the path itself points, its folder being followed. */
function linkTarget({ listing }: Building, path: string): string | undefined {
  const name = lastPart(path);
  const folder = followPath(listing, path.slice(0, -name.length - 1));
  if (folder.kind !== "folder") return undefined;
  const node = listing.get(`${folder.path}/${name}`);
  return node?.kind === "link" ? node.target : undefined;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function noteFlaw(
  building: Building,
  path: string,
  { node }: TreeDestination & { readonly kind: "file" | "folder" | "other" },
): void {
  const flaw = node.kind === "file" ? node.flaw : undefined;
  if (flaw === undefined) return;
  const count = treeTextLimit / 1024 / 1024;
  const said = flaw === "unread" ? message("tree.unread", { count }) : message(`tree.${flaw}`);
  note(building, { path, kind: flaw, message: said });
}

function blame(building: Building, path: string, destination: TreeDestination): void {
  const target = linkTarget(building, path);
  const link = { linked: target !== undefined, target: target ?? "" };
  switch (destination.kind) {
    case "ask":
    case "missing":
      if (target !== undefined)
        note(building, { path, kind: "dangling", message: message("tree.dangling", { target }) });
      return;
    case "outside":
      note(building, { path, kind: "outside", message: message("tree.outside", link) });
      return;
    case "loop":
      note(building, { path, kind: "loop", message: message("tree.loop", link) });
      return;
    case "other":
      note(building, { path, kind: "other", message: message("tree.other") });
      return;
    case "unreadable":
      note(building, { path, kind: "unreadable", message: message("tree.unreadable", destination) });
      return;
    case "file":
    case "folder":
      return;
  }
}

function note(building: Building, problem: TreeProblem): void {
  if (!building.problems.has(problem.path)) building.problems.set(problem.path, problem);
}
