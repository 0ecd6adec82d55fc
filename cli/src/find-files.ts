// The files in a folder that a command is about.

import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { isInitScriptPlace, lookAlong, type Message, type TreeNode } from "@inittab/core";
import { standardInput } from "./input.ts";
import { message } from "./message.ts";
import { archiveAt, rootAt } from "./root/open.ts";
import { type ArchivePlace, type Root, type RootEntry, tablePath } from "./root/root.ts";
import { type Unreadable, whyUnreadable } from "./unreadable.ts";

/** A file of the command line, or one of a folder that is. */
export interface FoundFile {
  /** As the user can open it. */
  readonly path: string;
  /** Where a file of a folder really is, below that folder; undefined for one that the user has named. */
  readonly within?: string;
  /** Where a file of an archive is. */
  readonly place?: ArchivePlace;
}

/** What was found for the paths of a command line. */
export interface FoundFiles {
  /** In the order of the arguments; within a folder by name. */
  readonly files: readonly FoundFile[];
  /** Links that lead out of their folder are among them. */
  readonly unreadable: readonly Unreadable[];
  /** What stands where inittabs or init scripts do, by its name or its folder, and can be neither. */
  readonly passedOver: readonly Unreadable[];
}

/** A name that says "inittab": `inittab`, `inittab.ORIG`, `NAME.inittab`. */
const inittabName = /^(inittab(\..*)?|.+\.inittab)$/s;

/** What ends in this is about inittabs: the source of a reader, a page of the manual, the settings, a report; or it is packed. */
const otherKind =
  /\.(c|cc|cpp|h|hpp|o|htm|html|xml|xsl|md|rst|5|py|pl|lua|rb|go|rs|[cm]?[jt]s|json|sarif|ya?ml|sh|diff|patch|vim|gz|xz|bz2|zst|zip)$/i;

/** Folders that hold copies, never a system's own files. */
const passedOverFolders: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** Says whether a file of a folder is wanted. */
export type IsWanted = (file: {
  readonly path: string;
  readonly name: string;
  /** It is a symbolic link. */
  readonly link: boolean;
  /** It stands in a folder of the command line itself, not deeper. */
  readonly top: boolean;
  /** Where a file of an archive is. */
  readonly place?: ArchivePlace;
}) => boolean | Promise<boolean>;

/** Whether a file is called like an inittab. */
export const isInittabName = (name: string): boolean => inittabName.test(name) && !otherKind.test(name);

/**
 * Replaces each folder by the wanted files in it. A file that is named is taken whatever it is; of a folder nothing is
 * looked at that is not below it, whatever its links say.
 */
export async function findFiles(paths: readonly string[], isWanted: IsWanted): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const unreadable: Unreadable[] = [];
  const passedOver: Unreadable[] = [];
  for (const path of paths) {
    const root = path === standardInput.argument ? undefined : await searchedAt(path);
    if (root === undefined) {
      files.set(path, { path });
      continue;
    }
    if ("why" in root) {
      unreadable.push(root);
      continue;
    }
    if (root.kind === "archive") unreadable.push(...root.odd);
    const search = searchIn(root, isWanted);
    await search.visit("");
    const found = search.files();
    for (const file of found) if (!files.has(file.path)) files.set(file.path, file);
    unreadable.push(...search.unreadable);
    passedOver.push(...search.passedOver());
    if (found.length + search.unreadable.length === 0)
      unreadable.push({ path, why: message("input.none-in-folder") });
  }
  return { files: [...files.values()], unreadable, passedOver };
}

/** A folder or an archive; undefined for anything else; reading it will show what is wrong. */
async function searchedAt(path: string): Promise<Root | Unreadable | undefined> {
  try {
    if ((await stat(path)).isDirectory()) return await rootAt(path);
  } catch {
    return undefined;
  }
  return archiveAt(path);
}

function searchIn(
  root: Root,
  isWanted: IsWanted,
): {
  /** Searches a folder by its path below the root. */
  readonly visit: (folder: string) => Promise<void>;
  /** This and what follows is asked when the search is over. */
  readonly files: () => readonly FoundFile[];
  readonly unreadable: readonly Unreadable[];
  readonly passedOver: () => readonly Unreadable[];
} {
  const files: FoundFile[] = [];
  const unreadable: Unreadable[] = [];
  const passedOver: Unreadable[] = [];
  /** Links of rc folders that lead nowhere, by the names of their scripts. */
  const lost: { readonly script: string; readonly link: Unreadable }[] = [];
  /** The inittabs, with the files that they are once all links are followed. */
  const tables: FoundTable[] = [];
  /** The files that links of a folder of scripts lead to, each once. */
  const reached = new Set<string>();
  const known = new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);
  // What is in an archive is a system, whose root is its own parent; a folder may be a part of anything.
  const isMachine = root.kind === "archive";

  /** Where a link leads to below the root: a file, the reason why it is reported, or nothing that is wanted. */
  async function follow(link: string): Promise<string | Message | undefined> {
    const end = await lookAlong(link, ({ path }) => root.look({ path, text: false }), known);
    switch (end.kind) {
      case "file":
        return end.climbed && !isMachine ? message("input.leads-out") : end.path;
      case "folder":
        // It is found itself, or is elsewhere.
        return undefined;
      case "outside":
        return message("input.leads-out");
      case "missing":
        // An absolute link means a path below the root only where the folder is the root of a system.
        return message(end.absolute && !isMachine ? "input.leads-out" : "input.missing");
      case "loop":
        return message("input.links");
      case "other":
        return message("input.not-regular");
      case "unreadable":
        return message(end.why === "denied" ? "input.denied" : "input.system", { message: end.why });
    }
  }

  async function visit(folder: string): Promise<void> {
    let entries: readonly RootEntry[];
    try {
      entries = await root.list(folder);
    } catch (error) {
      unreadable.push({ path: root.shown(folder), why: whyUnreadable(error) });
      return;
    }
    for (const { name, kind } of entries) {
      const below = folder === "" ? name : `${folder}/${name}`;
      const path = root.shown(below);
      const isPlaced = isInitScriptPlace(resolve(path));
      switch (kind) {
        case "folder":
          if (isServiceFolder(path)) passedOver.push({ path, why: message("input.folder") });
          if (!passedOverFolders.has(name)) await visit(below);
          break;
        case "other":
          if (isPlaced || isInittabName(name)) passedOver.push({ path, why: message("input.not-regular") });
          break;
        case "link":
        case "file": {
          const link = kind === "link";
          const top = folder === "" && !isMachine;
          const place = root.kind === "archive" && { place: { root, below } };
          if (await isWanted({ path, name, link, top, ...place })) {
            const end = link ? await follow(below) : below;
            if (typeof end === "string") {
              const file = { path, ...whereIn(root, end) };
              files.push(file);
              if (isInittabName(name)) tables.push({ file, end, rank: rankOf(below, link) });
            } else if (end !== undefined) unreadable.push({ path, why: end });
          } else if (link && isPlaced) await visitLink(below, path);
        }
      }
    }
  }

  /** A link where scripts are: it leads to one that is found itself, to one that stands elsewhere, or nowhere. */
  async function visitLink(below: string, path: string): Promise<void> {
    const end = await follow(below);
    if (typeof end === "string") {
      if (isInitScriptPlace(resolve(root.shown(end))) || reached.has(end)) return;
      reached.add(end);
      files.push({ path, ...whereIn(root, end) });
      return;
    }
    const link = { path, why: end ?? message("input.folder") };
    const script = /\/rc[0-6S]\.d\/[SK]\d\d([^/]+)$/.exec(resolve(path))?.[1];
    if (script === undefined) passedOver.push(link);
    else lost.push({ script, link });
  }

  return {
    visit,
    files: () => {
      const again = new Set(namedAgain(tables));
      return files.filter((file) => !again.has(file));
    },
    unreadable,
    passedOver: () => {
      // A link that means the machine's root, or the folder above this one, has its script here all the same.
      const scripts = new Set(files.map(({ path }) => basename(path)));
      return [...passedOver, ...lost.flatMap(({ script, link }) => (scripts.has(script) ? [] : link))];
    },
  };
}

/** An inittab that was found. */
interface FoundTable {
  readonly file: FoundFile;
  /** Where it really is. */
  readonly end: string;
  readonly rank: number;
}

/** Of several names of one inittab, init's own comes first, then the file's before those of links. */
function rankOf(below: string, isLink: boolean): number {
  return below === tablePath ? 0 : isLink ? 2 : 1;
}

/** The names under which an inittab is found once more. */
function namedAgain(tables: readonly FoundTable[]): readonly FoundFile[] {
  const first = new Map<string, FoundTable>();
  for (const table of tables.toSorted((one, other) => one.rank - other.rank))
    if (!first.has(table.end)) first.set(table.end, table);
  return tables.flatMap((table) => (first.get(table.end) === table ? [] : table.file));
}

/** Whether something stands in a folder of services, whose own folders are looked into like others. */
function isServiceFolder(path: string): boolean {
  return /\/init\.d\/[^/]+$/.test(resolve(path));
}

function whereIn(root: Root, below: string): Pick<FoundFile, "within" | "place"> {
  return root.kind === "archive" ? { place: { root, below } } : { within: root.real(below) };
}
