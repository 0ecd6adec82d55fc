// What stands where when the entries of an archive have been unpacked in their order, as tar and the kernel do: a later
// entry replaces an earlier one, and a path leads through links that were unpacked before. All of it happens in memory.

import type { TreeNode } from "@inittab/core";

/** An entry that is not in the tree. */
export interface OddEntry {
  readonly name: string;
  readonly why: /** Its name has a `..` in it, or is empty. */
    | "leads-out"
    /** Something in its path is not a folder. */
    | "no-folder"
    /** A folder with files stands there. */
    | "folder-in-place"
    /** It is another name of a file that the archive has not. */
    | "no-twin"
    /** An extension of the format that is not read. */
    | "unknown";
}

/** A file as it is kept. */
export interface StoredFile {
  readonly kind: "file";
  readonly mode: number;
  /** Its beginning: at most one byte more than are read of a file of a tree. */
  readonly bytes: Buffer;
  /** Only the first bytes of a file that nobody is likely to ask for. */
  readonly isHead: boolean;
}

type Leaf = StoredFile | Exclude<TreeNode, { readonly kind: "folder" | "file" }>;

/** A tree that entries are put into. */
export interface ArchiveTree {
  readonly folder: (name: string) => void;
  /** A link or a device. */
  readonly put: (name: string, node: Leaf) => void;
  /** A file that may have further names, of which one has the content. */
  readonly file: (
    name: string,
    node: StoredFile,
    more: { readonly isEmpty: boolean; readonly inode: string | undefined },
  ) => void;
  readonly hardLink: (name: string, target: string) => void;
  readonly leaveOut: (name: string, why: OddEntry["why"]) => void;
  /** What stands at a path, whose folders are real ones; a folder as its names. */
  readonly at: (path: string) => Leaf | (TreeNode & { readonly kind: "folder" });
  readonly odd: () => readonly OddEntry[];
  readonly moreOdd: () => number;
}

interface Folder {
  readonly kind: "folder";
  readonly children: Map<string, Place>;
}

type Place = Folder | Leaf;

/** The most links that are followed for one path. Source: path_resolution(7). */
const linkLimit = 40;

/** So many odd entries are named; an archive of nothing else need not fill a screen. */
const mostOdd = 20;

/** A path has no more folders: the kernel's names have 4096 bytes. */
const mostParts = 2048;

/** A tree without anything but its root. */
export function emptyTree(): ArchiveTree {
  const root: Folder = { kind: "folder", children: new Map() };
  const odd: OddEntry[] = [];
  let count = 0;
  /** The names that wait for the content of their file, and the contents. */
  const inodes = new Map<
    string,
    { names: { readonly folder: Folder; readonly name: string }[]; node?: StoredFile }
  >();

  function leaveOut(name: string, why: OddEntry["why"]): void {
    count++;
    if (odd.length < mostOdd) odd.push({ name, why });
  }

  /** The parts of a name; a slash in front means nothing, as for tar. */
  function partsOf(name: string): readonly string[] | undefined {
    const parts = name.split("/", mostParts + 1).filter((part) => part !== "" && part !== ".");
    return parts.includes("..") || parts.length > mostParts ? undefined : parts;
  }

  /** The folder at the end of a path, through links and made where it is not there. */
  function enter(parts: readonly string[], makes: boolean): Folder | undefined {
    const way: Folder[] = [root];
    const left = parts.toReversed();
    let links = 0;
    for (let part = left.pop(); part !== undefined; part = left.pop()) {
      const here = way.at(-1) ?? root;
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (way.length > 1) way.pop();
        continue;
      }
      let next = here.children.get(part);
      if (next === undefined) {
        if (!makes) return undefined;
        next = { kind: "folder", children: new Map() };
        here.children.set(part, next);
      }
      if (next.kind === "folder") way.push(next);
      else if (next.kind === "link" && links++ < linkLimit) {
        if (next.target.startsWith("/")) way.length = 1;
        left.push(...next.target.split("/", mostParts).toReversed());
      } else return undefined;
    }
    return way.at(-1);
  }

  /** The folder and the name of an entry; undefined, and said, where it cannot stand. */
  function placeOf(name: string): { readonly folder: Folder; readonly name: string } | undefined {
    const parts = partsOf(name);
    if (parts === undefined) {
      leaveOut(name, "leads-out");
      return undefined;
    }
    const last = parts.at(-1);
    if (last === undefined) return undefined;
    const folder = enter(parts.slice(0, -1), true);
    if (folder !== undefined) return { folder, name: last };
    leaveOut(name, "no-folder");
    return undefined;
  }

  function set(name: string, node: Leaf): ReturnType<typeof placeOf> {
    const place = placeOf(name);
    if (place === undefined) return undefined;
    const old = place.folder.children.get(place.name);
    if (old?.kind === "folder" && old.children.size > 0) {
      leaveOut(name, "folder-in-place");
      return undefined;
    }
    place.folder.children.set(place.name, node);
    return place;
  }

  return {
    folder: (name) => {
      const place = placeOf(name);
      if (place !== undefined && place.folder.children.get(place.name)?.kind !== "folder")
        place.folder.children.set(place.name, { kind: "folder", children: new Map() });
    },
    put: set,
    file: (name, node, { isEmpty, inode }) => {
      const known = inode === undefined ? undefined : (inodes.get(inode) ?? { names: [] });
      if (inode !== undefined && known !== undefined) inodes.set(inode, known);
      const whole = isEmpty && known?.node !== undefined ? known.node : node;
      const place = set(name, whole);
      if (known === undefined || place === undefined) return;
      if (!isEmpty) {
        known.node = node;
        for (const twin of known.names)
          if (twin.folder.children.get(twin.name)?.kind === "file") twin.folder.children.set(twin.name, node);
      }
      known.names.push(place);
    },
    hardLink: (name, target) => {
      const parts = partsOf(target) ?? [];
      const twin = enter(parts.slice(0, -1), false)?.children.get(parts.at(-1) ?? "");
      if (twin === undefined || twin.kind === "folder") leaveOut(name, "no-twin");
      else set(name, twin);
    },
    leaveOut,
    at: (path) => {
      let place: Place = root;
      for (const part of path.split("/").filter((each) => each !== "")) {
        const next: Place | undefined = place.kind === "folder" ? place.children.get(part) : undefined;
        if (next === undefined) return { kind: "missing" };
        place = next;
      }
      return place.kind === "folder" ? { kind: "folder", names: [...place.children.keys()].sort() } : place;
    },
    odd: () => odd,
    moreOdd: () => count - odd.length,
  };
}
