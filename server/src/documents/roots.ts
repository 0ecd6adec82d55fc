// The root file systems that documents are in, as far as rules ask for them: each path is looked at once and kept until it
// changes. Only what the server sees itself counts: other eyes follow links to places outside the root.

import {
  isWholeRoot,
  type LookInTree,
  type TreeListing,
  type TreeNode,
  type TreeQuestion,
} from "@inittab/core";

/** What was read of a root. The same object as long as nothing in it has changed. */
export interface RootAround {
  readonly listing: TreeListing;
  /** Names what was read: another reading, or another state, has another name. */
  readonly name: string;
}

/** Reads of a root what somebody asks for. */
type ReadRoot = (look: LookInTree) => Promise<TreeListing>;

/** A root of which something was asked for. */
interface KnownRoot {
  /** What is being looked at, and afterwards what was seen. */
  readonly nodes: Map<string, TreeNode | Promise<TreeNode>>;
  /** The paths at which nothing was, and the folders in which nothing was: a new file below changes them. */
  readonly empty: Set<string>;
  /** The last reading of each document. */
  readonly readings: Map<string, RootAround>;
  /** What was read without evidence that it is the whole of a root: no document asks for more then. */
  part: RootAround | undefined;
  /** How often something in it has changed. */
  changes: number;
}

/** More paths than any table and script name; then all is looked at anew. */
const mostPaths = 5000;

/** Of a program no more is of interest than its first line. */
const firstLine = 512;

/** Reads roots and keeps what it has seen until something in them changes. */
export class Roots {
  readonly #look: (uri: string, text: boolean) => Promise<TreeNode>;
  /** By address, without a slash at the end. */
  readonly #known = new Map<string, KnownRoot>();
  #count = 0;

  constructor(look: (uri: string, text: boolean) => Promise<TreeNode>) {
    this.#look = look;
  }

  /** What a reader wants to know of the root at this address for a document. */
  async read(root: string, document: string, read: ReadRoot): Promise<RootAround> {
    const known = this.#known.get(root) ?? newRoot();
    if (known.part !== undefined) {
      known.readings.set(document, known.part);
      return known.part;
    }
    if (known.nodes.size > mostPaths) known.nodes.clear();
    this.#known.set(root, known);
    const { changes } = known;
    const listing = await read(({ path, text }) => {
      const key = `${text ? "text" : "kind"} ${path}`;
      return known.nodes.get(key) ?? this.#lookOnce({ root, known }, key, { path, text });
    });
    const before = known.readings.get(document);
    const isOld = before !== undefined && isSame(before.listing, listing);
    const around = isOld ? before : { listing, name: `r${++this.#count}` };
    known.readings.set(document, around);
    if (known.changes === changes && !isWholeRoot(listing)) known.part = around;
    return around;
  }

  /** A document is closed. */
  forgetDocument(document: string): void {
    for (const { readings } of this.#known.values()) readings.delete(document);
  }

  /** Files have changed: they are looked at again. Returns the documents that were checked against one of them. */
  forget(uris: readonly string[]): (uri: string) => boolean {
    const touched = new Set<string>();
    for (const [root, known] of this.#known) {
      const { nodes, empty, readings } = known;
      const isInside = (uri: string) => uri.startsWith(`${root}/`);
      const paths = uris.filter(isInside).map((uri) => decoded(uri.slice(root.length + 1)));
      const changed = paths.flatMap((path) => [
        path,
        ...foldersAbove(path).filter((folder) => listed.has(folder) || empty.has(folder)),
      ]);
      const gone = changed.flatMap((path) => [`text ${path}`, `kind ${path}`]);
      if (gone.filter((key) => nodes.delete(key)).length === 0) continue;
      known.part = undefined;
      known.changes++;
      for (const document of readings.keys()) touched.add(document);
    }
    return (uri) => touched.has(uri);
  }

  #lookOnce(looked: LookedRoot, key: string, { path, text }: TreeQuestion): Promise<TreeNode> {
    const { nodes } = looked.known;
    const looking = this.#lookAt(looked, path, text).then((node) => {
      if (nodes.get(key) === looking) nodes.set(key, node);
      return node;
    });
    nodes.set(key, looking);
    return looking;
  }

  async #lookAt({ root, known }: LookedRoot, path: string, text: boolean): Promise<TreeNode> {
    // That it is a folder is known, even where the user has it open through a link.
    if (path === "") return { kind: "folder", names: ["etc"] };
    const node = await this.#look(`${root}/${path.split("/").map(encodeURIComponent).join("/")}`, text);
    if (node.kind === "missing" || (node.kind === "folder" && node.names.length === 0)) known.empty.add(path);
    else known.empty.delete(path);
    const isProgram = node.kind === "file" && node.flaw === "binary";
    return isProgram ? { ...node, text: node.text.slice(0, firstLine) } : node;
  }
}

interface LookedRoot {
  readonly root: string;
  readonly known: KnownRoot;
}

/** The folders whose names are of interest, and not only what is asked for in them. */
const listed: ReadonlySet<string> = new Set(["dev", "etc/init.d"]);

function newRoot(): KnownRoot {
  return { nodes: new Map(), empty: new Set(), readings: new Map(), part: undefined, changes: 0 };
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}

function isSame(one: TreeListing, other: TreeListing): boolean {
  return one.size === other.size && [...one].every(([path, node]) => other.get(path) === node);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
