// The system that a script belongs to: the tree of files around it, read when a feature first asks and again after a
// change. Open documents count with the text that the editor has.

import {
  buildTreeSlices,
  followPath,
  type InitTree,
  isTreePath,
  readListing,
  type Slices,
  type TreeListing,
  type TreeNode,
  type TreeQuestion,
} from "@inittab/core";
import { inTurns } from "../slices.ts";
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

/** A system that was asked for. */
interface Known {
  readonly place: Place;
  readonly reading: Promise<Reading>;
  /** The paths that were looked at so far; links can lead to any path of the system. */
  readonly seen: ReadonlySet<string>;
  /** What is made of the reading and the open documents. */
  built?: Built;
}

interface Built {
  /** Names the reading and the open documents. */
  readonly key: string;
  /** Undefined if they were others before it was made. */
  readonly made: Promise<System | undefined>;
  system?: System;
}

/** What was read, and what the editor has instead. */
interface Overlaid {
  readonly reading: Reading;
  readonly open: ReadonlyMap<string, string>;
  readonly key: string;
}

/** Reads systems and keeps them until something in them changes. */
export class Systems {
  readonly #look: Look;
  /** The text of an open document at this address. */
  readonly #openText: (uri: string) => string | undefined;
  /** Lets the server answer others first. */
  readonly #pause: () => Promise<void>;
  /** By the address of what stands for `etc`. */
  readonly #known = new Map<string, Known>();
  #count = 0;

  constructor(look: Look, openText: (uri: string) => string | undefined, pause: () => Promise<void>) {
    this.#look = look;
    this.#openText = openText;
    this.#pause = pause;
  }

  /** The system around an address; undefined where there is none. */
  async of(place: Place | undefined): Promise<System | undefined> {
    if (place === undefined) return undefined;
    const known = this.#known.get(place.etc) ?? this.#read(place);
    this.#known.set(place.etc, known);
    const reading = await known.reading.catch((error: unknown) => {
      // The next question may have more luck.
      if (this.#known.get(place.etc) === known) this.#known.delete(place.etc);
      throw error;
    });
    for (;;) {
      const open = this.#openIn(reading);
      const key = JSON.stringify([...open]);
      if (known.built?.key !== key) known.built = this.#building(known, { reading, open, key });
      const system = await known.built.made;
      // Otherwise another document is open, or has another text.
      if (system !== undefined) return system;
    }
  }

  /** Begins to make a system; given up when another one takes its place. */
  #building(known: Known, { reading, open, key }: Overlaid): Built {
    const make = async (): Promise<System | undefined> => {
      const made = await inTurns(
        this.#build(known.place, reading, open),
        this.#pause,
        () => known.built === built,
      );
      if (made !== undefined) built.system = made.value;
      return made?.value;
    };
    const built: Built = { key, made: Promise.resolve().then(make) };
    return built;
  }

  /** Whether the system is as it was last asked for. */
  isCurrent(system: System): boolean {
    return [...this.#known.values()].some(({ built }) => built?.system === system);
  }

  /**
   * Files have changed: what was read of the systems that they belong to is read again when it is next asked for. The
   * answer tells whether a script or an inittab belongs to one of these systems.
   */
  forget(uris: readonly string[]): (uri: string) => boolean {
    const isTouched = (place: Place, seen: ReadonlySet<string>) =>
      uris.some((uri) => {
        const path = pathIn(place, uri);
        return path !== undefined && (isTreePath(path) || seen.has(path));
      });
    const forgotten = [...this.#known].filter(([, { place, seen }]) => isTouched(place, seen));
    for (const [etc] of forgotten) this.#known.delete(etc);
    const names = new Set(forgotten.map(([etc]) => etc));
    return (uri) => {
      const place = placeOf(uri) ?? placeOfInittab(uri);
      return place !== undefined && (names.has(place.etc) || isTouched(place, new Set()));
    };
  }

  #read(place: Place): Known {
    const seen = new Set<string>();
    const look = ({ path, text }: TreeQuestion) => {
      seen.add(path);
      return this.#look(uriIn(place, path), text);
    };
    const reading = readListing(look, nodesAround(place)).then((read) => {
      const listing = withUsualLinks(read);
      return { listing, addresses: addressesIn(place, listing) };
    });
    return { place, reading, seen };
  }

  /** The texts of the files that are open under any of their addresses, by path. */
  #openIn({ addresses }: Reading): ReadonlyMap<string, string> {
    const open = new Map<string, string>();
    for (const path of addresses.keys()) {
      const text = this.#openText(this.#openAt(addresses, path) ?? "");
      if (text !== undefined) open.set(path, text);
    }
    return open;
  }

  #openAt(addresses: Reading["addresses"], path: string): string | undefined {
    return addresses.get(path)?.find((uri) => this.#openText(uri) !== undefined);
  }

  *#build(place: Place, { listing, addresses }: Reading, open: ReadonlyMap<string, string>): Slices<System> {
    const overlaid = new Map(listing);
    for (const [path, text] of open) {
      const node = listing.get(path);
      if (node?.kind === "file") overlaid.set(path, { ...node, text });
    }
    return {
      tree: yield* buildTreeSlices(overlaid),
      uriOf: (path) => {
        const destination = followPath(listing, path);
        const real = "path" in destination ? destination.path : path;
        return this.#openAt(addresses, real) ?? uriIn(place, real);
      },
      pathOf: (uri) => pathIn(place, uri),
      name: String(++this.#count),
    };
  }
}

/**
 * What need not be looked at: the root is a folder, even where the user has it open through a link; and what stands above
 * `etc` counts only where it is the root of a system.
 */
function nodesAround({ root }: Place): readonly (readonly [string, TreeNode])[] {
  if (root !== undefined) return [["", { kind: "folder", names: ["etc"] }]];
  return [
    ["", { kind: "folder", names: ["etc"] }],
    ...["usr", "var", "sbin"].map((folder) => [folder, { kind: "missing" }] as const),
  ];
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
  const below = path.split("/").map(encoded).join("/");
  if (below === "etc" || below.startsWith("etc/")) return etc + below.slice("etc".length);
  return `${root ?? etc}/${below}`;
}

/** Half a pair of surrogates, which no name of a disk has, is in no address. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, "\ufffd"));
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
