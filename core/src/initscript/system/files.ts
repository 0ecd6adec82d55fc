// A file system in memory. All paths are absolute; `.` and `..` in them are followed as a kernel does it.

import type { FileError, FileStatus, Opened, OpenMode } from "../../shell/interpreter/contract.ts";
import type { FileNode, FolderNode, Place, RegularNode, VirtualFiles } from "./contract.ts";
import { openNode } from "./open-file.ts";

/** How many links are followed on the way to a file. Linux: path_resolution(7). */
const mostLinks = 40;

/** The tree of files, and what new ones need. */
interface Disk {
  readonly root: FolderNode;
  readonly now: () => number;
  /** What every kind of file has. */
  readonly base: (mode: number) => { mode: number; modified: number; readonly identity: number };
}

/** An empty file system; `now` is the time that files are written at. */
export function createFiles(now: () => number): VirtualFiles {
  let identities = 1;
  const base: Disk["base"] = (mode) => ({ mode, modified: 0, identity: ++identities });
  const disk: Disk = { root: { kind: "folder", entries: new Map(), ...base(0o755) }, now, base };
  const node = (path: string, links?: "follow" | "keep") => nodeAt(disk, path, links);
  return {
    node,
    open: (path, mode, permissions) => open(disk, path, mode, permissions),
    folder: (path, mode) => makeFolders(disk, path, mode),
    write: (path, content, mode) => write(disk, path, content, mode),
    remove: (path) => remove(disk, path),
    rename: (from, to) => rename(disk, from, to),
    status: (path) => statusOf(node(path)),
    linkStatus: (path) => statusOf(node(path, "keep")),
    names: (path) => {
      const found = node(path);
      return found?.kind === "folder" ? [...found.entries.keys()] : undefined;
    },
    realPath: (path) => {
      const found = walk(disk.root, path, "follow");
      return typeof found !== "string" && found.node?.kind === "folder" ? found.path : undefined;
    },
    allows: (path, bits) => {
      const found = node(path);
      if (found === undefined) return false;
      // Whoever boots a system is root, who may do everything but execute what nobody may.
      return (bits & 1) === 0 || found.kind === "folder" || (found.mode & 0o111) !== 0;
    },
    read: (path) => {
      const found = node(path);
      return found?.kind === "file" ? found.content : undefined;
    },
    install: (path, program) => put(disk, path, newFile(disk, "", 0o755, { program })),
    installLibrary: (path, library) => put(disk, path, newFile(disk, "", 0o644, { library })),
    makeFolder: (path, mode) => add(disk, path, () => newFolder(disk, mode)),
    makeLink: (path, target) =>
      add(disk, path, () => ({ kind: "link", target, ...base(0o777), modified: now() })),
    makeHardLink: (path, target) => {
      const found = node(target, "keep");
      if (found === undefined) return "ENOENT";
      return found.kind === "folder" ? "EPERM" : add(disk, path, () => found);
    },
    makeSpecial: (path, kind, stream) => add(disk, path, () => ({ kind, stream, ...base(0o666) })),
    readLink: (path) => {
      const found = node(path, "keep");
      return found?.kind === "link" ? found.target : undefined;
    },
    changeMode: (path, mode) => change(disk, path, { mode }),
    setTime: (path, time) => change(disk, path, { modified: time }),
  };
}

function nodeAt(disk: Disk, path: string, links: "follow" | "keep" = "follow"): FileNode | undefined {
  const found = walk(disk.root, path, links);
  return typeof found === "string" ? undefined : found.node;
}

function newFolder(disk: Disk, mode: number): FolderNode {
  return { kind: "folder", entries: new Map(), ...disk.base(mode), modified: disk.now() };
}

function newFile(
  disk: Disk,
  content: string,
  mode: number,
  more: Partial<Pick<RegularNode, "program" | "library">> = {},
): RegularNode {
  const { program, library } = more;
  return { kind: "file", content, program, library, ...disk.base(mode), modified: disk.now() };
}

/** Puts something where nothing is. */
function add(disk: Disk, path: string, make: () => FileNode): FileError | undefined {
  const found = walk(disk.root, path.replace(/(.)\/+$/, "$1"), "keep");
  if (typeof found === "string") return found;
  if (found.node !== undefined) return "EEXIST";
  found.folder.entries.set(found.name, make());
  found.folder.modified = disk.now();
  return undefined;
}

function makeFolders(disk: Disk, path: string, mode = 0o755): void {
  let above = "";
  for (const part of path.split("/").filter((name) => name !== "")) {
    above += `/${part}`;
    add(disk, above, () => newFolder(disk, mode));
  }
}

/** Puts something there, whatever is there. */
function put(disk: Disk, path: string, made: FileNode): void {
  makeFolders(disk, path.slice(0, path.lastIndexOf("/")));
  const found = walk(disk.root, path, "follow");
  if (typeof found !== "string") found.folder.entries.set(found.name, made);
}

function write(disk: Disk, path: string, content: string, mode: number | undefined): void {
  const old = nodeAt(disk, path);
  if (old?.kind !== "file") {
    put(disk, path, newFile(disk, content, mode ?? 0o644));
    return;
  }
  old.content = content;
  old.modified = disk.now();
  if (mode !== undefined) old.mode = mode;
}

function change(
  disk: Disk,
  path: string,
  changes: { readonly mode?: number; readonly modified?: number },
): FileError | undefined {
  const found = walk(disk.root, path, "follow");
  if (typeof found === "string") return found;
  if (found.node === undefined) return "ENOENT";
  Object.assign(found.node, changes);
  return undefined;
}

function remove(disk: Disk, path: string): FileError | undefined {
  const found = walk(disk.root, path, "keep");
  if (typeof found === "string") return found;
  if (found.node === undefined) return "ENOENT";
  if (found.node === disk.root) return "EPERM";
  if (found.node.kind === "folder" && found.node.entries.size > 0) return "ENOTEMPTY";
  found.folder.entries.delete(found.name);
  found.folder.modified = disk.now();
  return undefined;
}

function rename(disk: Disk, from: string, to: string): FileError | undefined {
  const [old, target] = [walk(disk.root, from, "keep"), walk(disk.root, to, "keep")];
  if (typeof old === "string") return old;
  if (typeof target === "string") return target;
  if (old.node === undefined) return "ENOENT";
  if (old.node === target.node) return undefined;
  if (`${target.path}/`.startsWith(`${old.path}/`)) return "EINVAL";
  if (target.node?.kind === "folder") {
    if (old.node.kind !== "folder") return "EISDIR";
    if (target.node.entries.size > 0) return "ENOTEMPTY";
  } else if (target.node !== undefined && old.node.kind === "folder") return "ENOTDIR";
  old.folder.entries.delete(old.name);
  target.folder.entries.set(target.name, old.node);
  return undefined;
}

function open(disk: Disk, path: string, mode: OpenMode, permissions: number): Opened {
  const found = walk(disk.root, path, "follow");
  if (typeof found === "string") return { kind: "error", error: found };
  if (found.node !== undefined) return openNode(found.node, mode, disk.now);
  if (mode === "read") return { kind: "error", error: "ENOENT" };
  if (path.endsWith("/")) return { kind: "error", error: "EISDIR" };
  const made = newFile(disk, "", permissions);
  found.folder.entries.set(found.name, made);
  return openNode(made, mode === "new" ? "write" : mode, disk.now);
}

function walk(root: FolderNode, path: string, links: "follow" | "keep"): Place | FileError {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const wantsFolder = /\/\.?$/.test(path);
  const way: { readonly folder: FolderNode; readonly name: string }[] = [];
  let here = root;
  let followed = 0;
  const pathOf = (name: string) =>
    `/${[...way.map((step) => step.name), name].filter((part) => part !== "").join("/")}`;
  while (parts.length > 0) {
    const name = parts.shift() ?? "";
    if (name === "..") {
      here = way.pop()?.folder ?? root;
      continue;
    }
    const node = here.entries.get(name);
    const last = parts.length === 0;
    if (node?.kind === "link" && (!last || links === "follow" || wantsFolder)) {
      if (++followed > mostLinks) return "ELOOP";
      if (node.target === "") return "ENOENT";
      if (node.target.startsWith("/")) {
        here = root;
        way.length = 0;
      }
      parts.unshift(...node.target.split("/").filter((part) => part !== "" && part !== "."));
      continue;
    }
    if (node?.kind === "folder") {
      way.push({ folder: here, name });
      if (last) return { folder: here, name, node, path: pathOf("") };
      here = node;
      continue;
    }
    if (last && !(wantsFolder && node !== undefined)) return { folder: here, name, node, path: pathOf(name) };
    return node === undefined ? "ENOENT" : "ENOTDIR";
  }
  const above = way.at(-1);
  return { folder: above?.folder ?? root, name: above?.name ?? "", node: here, path: pathOf("") };
}

function statusOf(node: FileNode | undefined): FileStatus | undefined {
  if (node === undefined) return undefined;
  const { kind, mode, modified, identity } = node;
  const size = node.kind === "file" ? sizeOf(node) : node.kind === "folder" ? 4096 : 0;
  return { kind, mode, modified, identity, size };
}

/** A program has a size, though there is nothing to read in it. */
function sizeOf({ content, program }: RegularNode): number {
  return program === undefined ? content.length : 1;
}
