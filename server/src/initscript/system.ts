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
import { always, inTurns } from "../slices.ts";
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

/** What the settings of the inittab at an address say of the family of its system; undefined: nothing. */
type StatedFamily = (inittab: string) => Promise<InitTree["stated"]>;

/** The addresses and texts of the open scripts. */
type OpenTexts = () => Iterable<readonly [uri: string, text: string]>;

/** What systems are made of. */
export interface SystemSources {
  readonly look: Look;
  readonly openTexts: OpenTexts;
  readonly statedFor: StatedFamily;
}

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

/** A system that was asked for. */
interface Known {
  readonly place: Place;
  readonly reading: Promise<TreeListing>;
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

/** An open document that is a file of a system. */
interface OpenFile {
  readonly uri: string;
  readonly text: string;
}

/** What was read, and what the editor has instead, by the files' paths without links. */
interface Overlaid {
  readonly listing: TreeListing;
  readonly open: ReadonlyMap<string, OpenFile>;
  readonly stated: InitTree["stated"];
}

/** Reads systems and keeps them until something in them changes. */
export class Systems {
  readonly #look: Look;
  readonly #openTexts: OpenTexts;
  /** Lets the server answer others first. */
  readonly #pause: () => Promise<void>;
  /** By the address of what stands for `etc`. */
  readonly #known = new Map<string, Known>();
  readonly #statedFor: StatedFamily;
  #count = 0;

  constructor({ look, openTexts, statedFor }: SystemSources, pause: () => Promise<void>) {
    this.#statedFor = statedFor;
    this.#look = look;
    this.#openTexts = openTexts;
    this.#pause = pause;
  }

  /** The system around an address; undefined where there is none. */
  async of(place: Place | undefined): Promise<System | undefined> {
    if (place === undefined) return undefined;
    const known = this.#known.get(place.etc) ?? this.#read(place);
    this.#known.set(place.etc, known);
    const listing = await known.reading.catch((error: unknown) => {
      // The next question may have more luck.
      if (this.#known.get(place.etc) === known) this.#known.delete(place.etc);
      throw error;
    });
    for (;;) {
      const stated = await this.#statedFor(`${place.etc}/inittab`);
      const open = this.#openIn(place, listing);
      const key = JSON.stringify([stated, ...open]);
      if (known.built?.key !== key) known.built = this.#building(known, { listing, open, stated }, key);
      const system = await known.built.made;
      // Otherwise another document is open, or has another text.
      if (system !== undefined) return system;
    }
  }

  /** Begins to make a system; given up when another one takes its place. */
  #building(known: Known, overlaid: Overlaid, key: string): Built {
    const make = async (): Promise<System | undefined> => {
      const made = await inTurns(
        this.#build(known.place, overlaid),
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
   * result says whether a script or an inittab belongs to one of these systems.
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
    const read = async (): Promise<TreeListing> => {
      const listing = await readListing(look, { known: nodesAround(place), pause: this.#pause });
      const linked = await inTurns(withUsualLinks(listing), this.#pause, always);
      return linked?.value ?? listing;
    };
    return { place, reading: read(), seen };
  }

  /** The files that are open under any of their addresses, by path; of several addresses the one without links counts. */
  #openIn(place: Place, listing: TreeListing): ReadonlyMap<string, OpenFile> {
    const open = new Map<string, OpenFile>();
    for (const [uri, text] of this.#openTexts()) {
      const path = pathIn(place, uri);
      const destination = path === undefined ? undefined : followPath(listing, path);
      if (destination?.kind !== "file" || (open.has(destination.path) && destination.path !== path)) continue;
      open.set(destination.path, { uri, text });
    }
    return open;
  }

  *#build(place: Place, { listing, open, stated }: Overlaid): Slices<System> {
    const overlaid = new Map(listing);
    for (const [path, { text }] of open) {
      const node = listing.get(path);
      if (node?.kind === "file") overlaid.set(path, { ...node, text });
    }
    const tree = yield* buildTreeSlices(overlaid);
    return {
      tree: stated === undefined ? tree : { ...tree, stated },
      uriOf: (path) => {
        const destination = followPath(listing, path);
        const real = "path" in destination ? destination.path : path;
        return open.get(real)?.uri ?? uriIn(place, real);
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
