// The entries of a tree's rc folders, with what the searches for problems share.

import {
  type DebianRc,
  type RcFlavor,
  type RedHatRc,
  rcFlavorNames,
  rcFlavors,
} from "../../../initscript/facts/rc-flavors.ts";
import { familyOfTree } from "../../../initscript/tree/family.ts";
import { guessFlavor } from "../../../initscript/tree/flavor.ts";
import type { InitScript, InitTree, TreeRcEntry } from "../../../initscript/tree/model.ts";
import { scriptOf } from "../../../initscript/tree/systems.ts";
import type { Message } from "../../../text/message.ts";
import { type Slices, spend } from "../../../text/slices.ts";
import type { Severity } from "../../contract.ts";

/** The rules about links. */
export type LinkRuleId =
  | "rc-link-name-differs"
  | "rc-name-cut"
  | "rc-backup-runs"
  | "rc-digit-after-number"
  | "rc-never-stopped"
  | "rc-both-links"
  | "rc-after-halt"
  | "rc0-start-means-stop"
  | "rc-entry-no-link";

/** Something to be said about an entry. */
export interface LinkProblem {
  readonly rule: LinkRuleId;
  readonly entry: TreeRcEntry;
  /** What is the matter, without naming the entry: the same text for several entries is reported once. */
  readonly text: Message;
  readonly severity?: Severity;
}

/** A tree, with what the searches for problems share. */
export interface LinkTree {
  readonly tree: InitTree;
  readonly rc: RedHatRc | DebianRc;
  /** The entries of all folders. */
  readonly entries: readonly PlacedEntry[];
}

/** An entry and the script of init.d that it runs, if it runs one. */
export interface PlacedEntry {
  readonly entry: TreeRcEntry;
  readonly script: InitScript | undefined;
  readonly letter: "S" | "K";
}

/** The entries of a tree that rc looks at; undefined where its rc is none that is known. */
export function* placeEntries(tree: InitTree): Slices<LinkTree | undefined> {
  const entries: PlacedEntry[] = [];
  const meter = { spent: 0 };
  for (const folder of tree.folders.values())
    for (const entry of folder.entries) {
      const letter = entry.name.charAt(0);
      if (letter === "S" || letter === "K") entries.push({ entry, script: scriptOf(tree, entry), letter });
      if (spend(meter)) yield;
    }
  const flavor = guessFlavor(tree)?.flavor ?? flavorOfScripts(tree);
  const rc = flavor === undefined ? undefined : rcFlavors[flavor];
  return rc === undefined || rc.decidesBy === "program" ? undefined : { tree, rc, entries };
}

const header = /^### BEGIN INIT INFO/m;

/** Where nothing names the system, its scripts do: the newest rc of their family, or Debian's where they have headers. */
function flavorOfScripts(tree: InitTree): RcFlavor | undefined {
  const [family] = familyOfTree(tree)?.families ?? [];
  if (family === undefined) return tree.scripts.some(({ text }) => header.test(text)) ? "deb12" : undefined;
  return rcFlavorNames.find((flavor) => rcFlavors[flavor].family === family.name);
}

/** Whether calling the entry runs a program: a regular file, at the end of all links, that may be executed. */
export function isRun({ kind, mode }: TreeRcEntry): boolean {
  return (kind === "link" || kind === "file") && (mode === undefined || (mode & 0o111) !== 0);
}

/** What is to be said about each entry by itself, in their order. */
export function* perEntry(
  entries: readonly PlacedEntry[],
  judge: (placed: PlacedEntry) => readonly LinkProblem[],
): Slices<readonly LinkProblem[]> {
  const problems: LinkProblem[] = [];
  const meter = { spent: 0 };
  for (const placed of entries) {
    problems.push(...judge(placed));
    if (spend(meter, 2)) yield;
  }
  return problems;
}
