// A tree as the programs see it that work on init scripts.

import { remembered } from "../../text/remembered.ts";
import { type RememberedWork, rememberedWork } from "../../text/remembered-work.ts";
import { spend } from "../../text/slices.ts";
import type { ChkconfigSystem } from "../chkconfig/system.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import type { InsservSystem, RcLink } from "../insserv/run-state.ts";
import type { RcLevel } from "../levels.ts";
import { debianOrder } from "../rc/debian.ts";
import { byBytes, type ScriptAction } from "../rc/model.ts";
import { scriptLocks } from "./locks.ts";
import type { InitScript, InitTree, TreeLink, TreeRcEntry } from "./model.ts";

/** What a script does to locks when it is called, as far as rc can notice. */
export interface ScriptBehaviour {
  readonly start: ScriptAction;
  readonly stop: ScriptAction;
}

/** A script that is called. */
export interface CalledScript {
  /** The name of the file. */
  readonly name: string;
  /** The last part of its `$0`: the name of the link through which it is called. */
  readonly calledAs: string;
  readonly text: string;
}

/** Says what a script does. */
export type BehaviourOf = (script: CalledScript) => ScriptBehaviour;

/** The folders that insserv looks at. */
export function insservSystem(tree: InitTree): InsservSystem {
  return insservSystems.now(tree);
}

/** The same in slices, and once for each tree. */
export const insservSystems: RememberedWork<InitTree, InsservSystem> = rememberedWork(function* (tree) {
  const meter = { spent: 0 };
  const links = new Map<RcLevel, readonly RcLink[]>();
  for (const [level, { entries }] of tree.folders) {
    links.set(level, entries.map(rcLink));
    if (spend(meter, entries.length)) yield;
  }
  return {
    scripts: tree.scripts.map(({ name, text, mode, linkTarget }) => ({
      name,
      text,
      executable: mayExecute(mode, 0o100),
      ...(linkTarget === undefined ? {} : { linkTarget }),
    })),
    configuration: tree.configuration?.text,
    configurationFiles: tree.configurationFiles,
    overrides: tree.overrides.map((files) => new Map(files.map(({ name, text }) => [name, text]))),
    fileFilters: tree.fileFilters?.text,
    links,
  };
});

function rcLink(entry: TreeRcEntry): RcLink {
  const { name, target, kind } = entry;
  if (target !== undefined) return { name, script: lastPart(target) };
  // Where nobody can tell the target, a link of the usual form is assumed.
  return { name, script: kind === "link" ? name.slice(3) : undefined };
}

/** The folders that chkconfig looks at. */
export function chkconfigSystem(tree: InitTree): ChkconfigSystem {
  const links = [...tree.folders].filter(([level]) => level !== "S");
  return {
    scripts: tree.scripts,
    overrides: tree.chkconfigFiles,
    links: new Map(links.map(([level, { entries }]) => [level, entries.map(({ name }) => name)])),
  };
}

/**
 * A guess for scripts that nobody has parsed: start touches the locks that the text touches, stop removes those that it
 * removes.
 */
export const usualBehaviour: BehaviourOf = ({ text }) => {
  const { touched, removed } = scriptLocks(text);
  const nothing: ScriptAction = { touch: [], remove: [], exit: 0, output: "" };
  return { start: { ...nothing, touch: touched }, stop: { ...nothing, remove: removed } };
};

/**
 * The entries of a level in the order in which rc visits them: first those for stopping, then those for starting. An
 * entry that rc would visit twice stands twice; what is neither `K…` nor `S…` is absent.
 */
export function rcEntries(tree: InitTree, level: RcLevel, flavor: RcFlavor): readonly TreeRcEntry[] {
  const entries = (tree.folders.get(level)?.entries ?? []).toSorted((one, other) =>
    byBytes(one.name, other.name),
  );
  const named = (letter: "S" | "K"): readonly TreeRcEntry[] => {
    const list = entries.filter(({ name }) => name.startsWith(letter));
    return rcFlavors[flavor].order === "numbers" ? debianOrder(list).flat() : list;
  };
  return [...named("K"), ...named("S")];
}

/** The script of init.d that an entry of an rc folder runs; undefined if it runs something else, or nothing. */
export function scriptOf(tree: InitTree, entry: TreeLink): InitScript | undefined {
  if (entry.kind !== "link" && entry.kind !== "file") return undefined;
  const { byRealPath, byName } = scriptsOf(tree.scripts);
  const found = byRealPath.get(entry.realPath ?? "");
  if (found !== undefined || entry.kind === "file" || entry.target !== undefined) return found;
  return byName.get(entry.name.slice(3));
}

/** The first script of each path without links, and of each name. */
const scriptsOf = remembered((scripts: readonly InitScript[]) => ({
  byRealPath: new Map(scripts.toReversed().map((script) => [script.realPath, script])),
  byName: new Map(scripts.map((script) => [script.name, script])),
}));

/** Whether the bits allow it; everything is allowed if they are not known. */
export function mayExecute(mode: number | undefined, bits: number): boolean {
  return mode === undefined || (mode & bits) !== 0;
}

export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
