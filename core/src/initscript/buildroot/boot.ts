// rcS and rcK of Buildroot and of OpenIPC. Spec/embedded.md, sections 1.3 and 1.6; observed: the `br-*` and `ipc-*` cases.

import {
  type BootEntry,
  type BootFolders,
  type BootShell,
  type BootWalk,
  type BootWalking,
  beginBoot,
  type CallScript,
  callEntry,
  endBoot,
  skipEntry,
  usualBootShell,
} from "../boot/model.ts";
import { byteLength, inReverseListOrder, inShellOrder } from "../boot/name-order.ts";
import { fitsPattern, isPattern } from "../boot/pattern.ts";

/** What firmware does differently whose rcS and rcK are of this kind. */
export interface BuildrootRc {
  /** Names that end in `.sh` are read by a subshell instead of being run. */
  readonly sourcesSh: boolean;
  /** The name is quoted when the script is called, so that blanks and patterns in it do no harm. */
  readonly quotes: boolean;
  /** The lines in which rcS and rcK call scripts; their shell names them in its messages. */
  readonly lines: { readonly rcS: number; readonly rcK: number };
}

/** The kinds of this firmware. */
export const buildrootRcs: Readonly<Record<"buildroot" | "openipc", BuildrootRc>> = {
  buildroot: { sourcesSh: true, quotes: true, lines: { rcS: 23, rcK: 25 } },
  openipc: { sourcesSh: false, quotes: false, lines: { rcS: 12, rcK: 7 } },
};

/** The folder of the scripts. */
const scriptPlace = "/etc/init.d";

/** What is followed. */
export interface BuildrootBoot {
  readonly folders: BootFolders;
  readonly rc: BuildrootRc;
  readonly shell?: BootShell;
  readonly call: CallScript;
}

/** rcS: calls all scripts with `start`, in the order of their names. */
export function walkRcS({ folders, rc, shell = usualBootShell, call }: BuildrootBoot): BootWalk {
  const walk = beginBoot({ path: `${scriptPlace}/rcS`, line: rc.lines.rcS }, call);
  const entries = folders.get(scriptPlace) ?? [];
  for (const entry of inShellOrder(entries.filter(isScript), shell)) {
    if (walk.killed) break;
    visit(walk, entries, { path: `${scriptPlace}/${entry.name}`, entry, action: "start", rc, shell });
  }
  return endBoot(walk);
}

/** `S??*`: a capital S and at least two more bytes. */
function isScript({ name }: Pick<BootEntry, "name">): boolean {
  return name.startsWith("S") && byteLength(name) >= 3;
}

/** rcK: calls what `ls -r` lists with `stop`, whether it was started or not. */
export function walkRcK({ folders, rc, shell = usualBootShell, call }: BuildrootBoot): BootWalk {
  const walk = beginBoot({ path: `${scriptPlace}/rcK`, line: rc.lines.rcK }, call);
  const entries = folders.get(scriptPlace) ?? [];
  for (const path of listedWords(walk, entries, shell)) {
    if (walk.killed) break;
    const name = path.startsWith(`${scriptPlace}/`) ? path.slice(scriptPlace.length + 1) : undefined;
    const entry = entries.find((each) => each.name === name);
    visit(walk, entries, { path, entry, action: "stop", rc, shell });
  }
  return endBoot(walk);
}

/** The words of `ls -r /etc/init.d/S??*`: cut at blanks, and expanded once more. */
function listedWords(walk: BootWalking, entries: readonly BootEntry[], shell: BootShell): readonly string[] {
  const names = entries.filter(isScript).map(({ name }) => name);
  if (names.length === 0) {
    walk.stderr += `ls: ${missing(`${scriptPlace}/S??*`, shell)}\n`;
    return [];
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const lists: string[] = [];
  const folders: string[] = [];
  const isLost = ({ kind }: BootEntry): boolean => kind === "missing" && !shell.gnuLs;
  // ls complains of its arguments in the order in which the shell has put them. Observed: br-rnd-025.
  for (const { name } of inShellOrder(entries.filter(isScript).filter(isLost), shell))
    walk.stderr += `ls: ${missing(`${scriptPlace}/${name}`, shell)}\n`;
  for (const name of inReverseListOrder(names, shell)) {
    const entry = byName.get(name);
    if (entry?.kind === "folder") folders.push(name);
    else if (entry === undefined || !isLost(entry)) lists.push(`${scriptPlace}/${name}`);
  }
  for (const name of folders) {
    // Where there is more than one thing to list, a folder gets its name above it.
    if (names.length > 1) lists.push(`${scriptPlace}/${name}:`);
    lists.push(...inReverseListOrder(byName.get(name)?.inside ?? [], shell));
  }
  return lists
    .flatMap((line) => line.split(/[ \t\n]+/).filter((word) => word !== ""))
    .flatMap((word) => expanded(word, entries, shell));
}

function missing(path: string, { gnuLs }: BootShell): string {
  const why = "No such file or directory";
  return gnuLs ? `cannot access '${path}': ${why}` : `${path}: ${why}`;
}

/** A word expanded as a pattern; what fits nothing stays as it is. */
function expanded(word: string, entries: readonly BootEntry[], shell: BootShell): readonly string[] {
  const pattern = word.startsWith(`${scriptPlace}/`) ? word.slice(scriptPlace.length + 1) : "";
  if (pattern === "" || !isPattern(pattern)) return [word];
  const found = inShellOrder(
    entries.filter(({ name }) => fitsPattern(name, pattern)),
    shell,
  );
  return found.length === 0 ? [word] : found.map(({ name }) => `${scriptPlace}/${name}`);
}

interface Visit {
  readonly path: string;
  readonly entry: BootEntry | undefined;
  readonly action: "start" | "stop";
  readonly rc: BuildrootRc;
  readonly shell: BootShell;
}

function visit(
  walk: BootWalking,
  entries: readonly BootEntry[],
  { path, entry, action, rc, shell }: Visit,
): void {
  if (entry?.kind !== "file") {
    skipEntry(walk, path, "not-a-file");
    return;
  }
  const isSourced = rc.sourcesSh && path.endsWith(".sh");
  const words = rc.quotes ? [path] : path.split(/[ \t\n]+/).flatMap((word) => expanded(word, entries, shell));
  callEntry(walk, [...words, action], isSourced ? "sourced" : "run");
}
