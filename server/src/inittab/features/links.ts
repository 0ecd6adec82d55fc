// A link for each word of a process that is the path of a file that exists, in the system that the inittab belongs to.

import {
  commandWords,
  fieldRange,
  fieldTextAt,
  type InittabLine,
  type InittabScan,
  keptLines,
  lookAlong,
  type TextRange,
  type TreeNode,
} from "@inittab/core";
import { URI } from "vscode-uri";
import type { Environment } from "../../environment.ts";
import type { FileLink } from "../../features/answers.ts";

/** An absolute path in a process. */
interface PathWord {
  readonly range: TextRange;
  readonly path: string;
}

/** A generated file may name more files than anybody wants to be looked at. */
const mostPaths = 1000;

function pathsIn(scan: InittabScan, index: number): readonly PathWord[] {
  const line = scan.lines[index];
  const range = line?.kind === "record" ? fieldRange(line, "process") : undefined;
  const process = fieldTextAt(scan, index, "process");
  // Joined lines have no simple offsets, and they are rare.
  if (range === undefined || process.length !== range.end - range.start) return [];
  const { dialect, version } = scan;
  return commandWords(process, { dialect, version }).flatMap((word) => {
    // The dash in front is BusyBox's sign for a login shell.
    const path = /^-?(\/[\w@%+=:,./-]+)$/.exec(word.text)?.[1];
    const end = range.start + word.end;
    return path === undefined ? [] : [{ path, range: { start: end - path.length, end } }];
  });
}

/** What is known of the files around an inittab. */
export interface Surroundings {
  /** What stands at an address, without following a link at its end. */
  readonly look: (uri: string, text: boolean) => Promise<TreeNode>;
  /** The addresses of the folders that the client has open. */
  readonly folders: readonly string[];
}

/** The paths that the lines of a file name. */
interface NamedPaths {
  readonly lines: readonly InittabLine[];
  /** Of each line, counted from its beginning. */
  readonly words: readonly (readonly PathWord[])[];
  /** How often each is named. */
  readonly named: ReadonlyMap<string, number>;
}

/** Links are asked for after each key: only lines that it has touched are looked through again. */
function namedPaths(scan: InittabScan, before: NamedPaths): NamedPaths {
  const { lines } = scan;
  const { head, tail } = keptLines(before.lines, lines);
  const end = before.words.length - tail;
  const gone = before.words.slice(head, end);
  const fresh = lines.slice(head, lines.length - tail).map((_, at) => pathsIn(scan, head + at));
  const named = new Map(before.named);
  for (const { path } of fresh.flat()) named.set(path, (named.get(path) ?? 0) + 1);
  for (const { path } of gone.flat()) {
    const left = (named.get(path) ?? 0) - 1;
    if (left > 0) named.set(path, left);
    else named.delete(path);
  }
  return { lines, words: before.words.slice(0, head).concat(fresh, before.words.slice(end)), named };
}

/** How long it counts what stood at a path, in milliseconds: somebody who types asks several times a second. */
const moment = 1000;

/**
 * Finds the links of one file, and remembers what its lines name. With `later` it also remembers for a moment what stands
 * there; without, each question is about the present.
 */
export function createLinks(
  later?: Environment["later"],
): (scan: InittabScan, uri: string, around: Surroundings) => Promise<readonly FileLink[]> {
  let last: NamedPaths = { lines: [], words: [], named: new Map() };
  let seen: Map<string, TreeNode> | undefined;
  return (scan, uri, around) => {
    last = namedPaths(scan, last);
    const known = seen ?? new Map<string, TreeNode>([["", { kind: "folder", names: [] }]]);
    if (later !== undefined && seen === undefined) {
      seen = known;
      later(() => {
        seen = undefined;
      }, moment);
    }
    return linksAmong(last, scan.starts, uri, { ...around, seen: known });
  };
}

/**
 * The links among the paths, to files of the open folders only; without one, to files of the system whose `etc/inittab`
 * the file is. Each file is looked for once, and links of the file system are followed as below its root.
 */
async function linksAmong(
  { words: lines, named }: NamedPaths,
  starts: readonly number[],
  uri: string,
  { look, folders, seen }: Surroundings & { readonly seen: Map<string, TreeNode> },
): Promise<readonly FileLink[]> {
  const isOffered = offeredFrom(uri, folders);
  // Beyond what is looked for it is the first ones that count.
  const inOrder = named.size > mostPaths ? new Set(lines.flat().map(({ path }) => path)) : named.keys();
  const paths = [...inOrder].filter((path) => isOffered(fileUri(uri, path))).slice(0, mostPaths);
  const targets = new Map<string, string>();
  const lookBelow = ({ path }: { readonly path: string }) => look(fileUri(uri, `/${path}`) ?? "", false);
  for (const path of paths) {
    const end = await lookAlong(path, lookBelow, seen);
    const target = end.kind === "file" ? fileUri(uri, `/${end.path}`) : undefined;
    if (target !== undefined && isOffered(target)) targets.set(path, target);
  }
  if (targets.size === 0) return [];
  return lines.flatMap((words, index) => {
    const start = starts[index] ?? 0;
    return words.flatMap(({ range, path }) => {
      const target = targets.get(path);
      return target === undefined
        ? []
        : [{ range: { start: start + range.start, end: start + range.end }, target }];
    });
  });
}

/** Whether an address lies in one of the folders, or without one in the system of the inittab. */
export function offeredFrom(
  uri: string,
  folders: readonly string[],
): (target: string | undefined) => boolean {
  const own = rootOf(uri);
  const roots = folders.length > 0 ? folders : own === undefined ? [] : [own];
  const places = roots.flatMap((root) => parsed(root) ?? []);
  return (target) => {
    const { scheme, authority, path } = parsed(target ?? "") ?? {};
    return places.some(
      (place) =>
        place.scheme === scheme &&
        place.authority === authority &&
        path?.startsWith(`${place.path.replace(/\/+$/, "")}/`) === true,
    );
  };
}

/** The address of the root of the system whose `etc/inittab` this is. */
function rootOf(uri: string): string | undefined {
  const path = systemFile.exec(parsed(uri)?.path ?? "")?.[1];
  return path === undefined
    ? undefined
    : parsed(uri)
        ?.with({ path: path || "/", query: "", fragment: "" })
        .toString();
}

const systemFile = /^(.*)\/etc\/inittab(\.[^/]*)?$/s;

function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri, true);
  } catch {
    return undefined;
  }
}

/**
 * Where a path of an inittab leads: `<root>/etc/inittab` speaks of files below that root, and any other file of those of
 * the machine on which the server runs. Undefined where the address makes no sense.
 */
export function fileUri(uri: string, path: string): string | undefined {
  const document = parsed(uri);
  const root = systemFile.exec(document?.path ?? "")?.[1] ?? "";
  // Two slashes in front would be taken for the name of a machine.
  return document?.with({ path: (root + path).replace(/^\/+/, "/"), query: "", fragment: "" }).toString();
}
