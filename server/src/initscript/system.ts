// The system that a script belongs to: the tree of files around it, read when a feature first asks and again after a
// change. Open documents count with the text that the editor has.

import {
  buildTree,
  followPath,
  type InitTree,
  type TreeListing,
  type TreeNode,
  treePaths,
} from "@inittab/core";
import { withUsualLinks } from "./usual-links.ts";

/** A system: its files, and how their paths are addressed. */
export interface System {
  readonly tree: InitTree;
  /**
   * The address of a path of the tree, such as `etc/init.d/ssh`. Of several addresses of one file it is the one that is
   * open, else the one without links.
   */
  readonly uriOf: (path: string) => string;
  /** The path of an address in the tree; undefined for one outside. */
  readonly pathOf: (uri: string) => string | undefined;
  /** Names what was read: another system, or another state of it, has another name. */
  readonly name: string;
}

/** Looks at one address as it is, without following a link at its end. */
export type Look = (uri: string, text: boolean) => Promise<TreeNode>;

/** Where a tree is: `etc` is the address of what stands for its folder `etc`. */
interface Place {
  readonly etc: string;
  /** The address of the root; undefined where the folder above the scripts is not called `etc`. */
  readonly root: string | undefined;
}

/** How often a listing asks again before it gives up; each round goes one folder deeper or follows one more link. */
const mostRounds = 64;

/** The tree of a script's address; undefined for a script that stands in no folder of init scripts. */
export function placeOf(uri: string): Place | undefined {
  const match = /^(.*?)\/(?:rc\.d\/)?(?:init\.d|rc[0-6S]\.d)\/[^/]+$/.exec(uri);
  if (match === null || uri.startsWith("untitled:")) return undefined;
  const etc = match[1] ?? "";
  return { etc, root: etc.endsWith("/etc") ? etc.slice(0, -"/etc".length) : undefined };
}

/** The place of the system that an inittab belongs to. */
export function placeOfInittab(uri: string): Place | undefined {
  const etc = /^(.*)\/[^/]+$/.exec(uri)?.[1];
  if (etc?.endsWith("/etc") !== true) return undefined;
  return { etc, root: etc.slice(0, -"/etc".length) };
}

/** What was read of a system. */
interface Reading {
  readonly listing: TreeListing;
  /** The addresses of each file by its path without links: that of the path, then those through links. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/** Reads systems and keeps them until something changes. */
export class Systems {
  readonly #look: Look;
  /** The text of an open document at this address. */
  readonly #openText: (uri: string) => string | undefined;
  readonly #known = new Map<string, Promise<Reading>>();
  readonly #built = new Map<string, { readonly key: string; readonly system: System }>();
  #count = 0;

  constructor(look: Look, openText: (uri: string) => string | undefined) {
    this.#look = look;
    this.#openText = openText;
  }

  /** The system around an address; undefined where there is none. */
  async of(place: Place | undefined): Promise<System | undefined> {
    if (place === undefined) return undefined;
    const reading = this.#known.get(place.etc) ?? this.#read(place);
    this.#known.set(place.etc, reading);
    const { listing, addresses } = await reading;
    const openAt = (path: string) => addresses.get(path)?.find((uri) => this.#openText(uri) !== undefined);
    const open = new Map<string, string>();
    for (const path of addresses.keys()) {
      const text = this.#openText(openAt(path) ?? "");
      if (text !== undefined) open.set(path, text);
    }
    const built = this.#built.get(place.etc);
    const key = JSON.stringify([...open]);
    if (built?.key === key) return built.system;
    const overlaid = new Map(listing);
    for (const [path, text] of open) {
      const node = listing.get(path);
      if (node?.kind === "file") overlaid.set(path, { ...node, text });
    }
    const system: System = {
      tree: buildTree(overlaid),
      uriOf: (path) => {
        const destination = followPath(listing, path);
        const real = "path" in destination ? destination.path : path;
        return openAt(real) ?? uriIn(place, real);
      },
      pathOf: (uri) => pathIn(place, uri),
      name: String(++this.#count),
    };
    this.#built.set(place.etc, { key, system });
    return system;
  }

  /** What stands at an address, behind the links that can be followed. */
  async kindOf(uri: string): Promise<TreeNode["kind"]> {
    const node = await this.#look(uri, false);
    return node.kind;
  }

  /** Files have changed: what was read is read again when it is next asked for. */
  forget(): void {
    this.#known.clear();
    this.#built.clear();
  }

  async #read(place: Place): Promise<Reading> {
    const listing = new Map<string, TreeNode>();
    // What stands above `etc` is looked at only where it is the root of a system.
    if (place.root === undefined) {
      listing.set("", { kind: "folder", names: ["etc"] });
      for (const folder of ["usr", "var", "sbin"]) listing.set(folder, { kind: "missing" });
    }
    for (let round = 0; round < mostRounds; round++) {
      const questions = treePaths(listing).filter(({ path }) => listing.get(path) === undefined);
      if (questions.length === 0) break;
      const nodes = await Promise.all(
        questions.map(({ path, text }) => this.#look(uriIn(place, path), text)),
      );
      for (const [index, { path }] of questions.entries())
        listing.set(path, nodes[index] ?? { kind: "missing" });
    }
    const linked = withUsualLinks(listing);
    return { listing: linked, addresses: addressesIn(place, linked) };
  }
}

function addressesIn(place: Place, listing: TreeListing): Reading["addresses"] {
  const addresses = new Map<string, string[]>();
  for (const [path, { kind }] of listing) if (kind === "file") addresses.set(path, [uriIn(place, path)]);
  for (const [link, { kind }] of listing) {
    const destination = kind === "link" ? followPath(listing, link) : undefined;
    if (destination?.kind === "file") addresses.get(destination.path)?.push(uriIn(place, link));
    if (destination?.kind !== "folder") continue;
    for (const [path, uris] of addresses)
      if (path.startsWith(`${destination.path}/`))
        uris.push(uriIn(place, link + path.slice(destination.path.length)));
  }
  return addresses;
}

function uriIn({ etc, root }: Place, path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (encoded === "etc" || encoded.startsWith("etc/")) return etc + encoded.slice("etc".length);
  return `${root ?? etc}/${encoded}`;
}

function pathIn({ etc, root }: Place, uri: string): string | undefined {
  const decode = (path: string) => path.split("/").map(decoded).join("/");
  if (uri.startsWith(`${etc}/`)) return `etc${decode(uri.slice(etc.length))}`;
  return root !== undefined && uri.startsWith(`${root}/`) ? decode(uri.slice(root.length + 1)) : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
