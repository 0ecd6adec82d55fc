// A tree as the programs see it that work on init scripts.

import {
  type ProcdAction,
  procdEntries,
  type ScriptsRun,
  scriptsRunOf,
} from "../../inittab/procd-entries.ts";
import { readInittab } from "../../inittab/read.ts";
import type { ChkconfigSystem } from "../chkconfig/system.ts";
import { type RcFlavor, rcFlavors } from "../facts/rc-flavors.ts";
import type { InsservSystem, RcLink } from "../insserv/run-state.ts";
import type { RcLevel } from "../levels.ts";
import { debianOrder } from "../rc/debian.ts";
import {
  byBytes,
  type RcEntry,
  type RcScript,
  type RcSystem,
  type ScriptAction,
  type SingleFolder,
} from "../rc/model.ts";
import { scriptLocks } from "./locks.ts";
import type { InitScript, InitTree, TreeLink, TreeRcEntry } from "./model.ts";
import { knownByKind } from "./paths.ts";

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
    links: new Map([...tree.folders].map(([level, folder]) => [level, folder.entries.map(rcLink)])),
  };
}

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

/** The folders and locks that rc looks at. `behaviours` says what calling a script does. */
export function rcSystem(tree: InitTree, behaviours: BehaviourOf = usualBehaviour): RcSystem {
  const entry = (link: TreeLink): RcEntry => {
    const { name } = link;
    switch (link.kind) {
      case "link":
      case "file": {
        const script = scriptOf(tree, link) ?? { ...link, name: lastPart(link.realPath ?? name) };
        const runs = rcScript(script, name, behaviours);
        return { name, kind: "regular", executable: runs.executable, script: runs };
      }
      case "unreadable":
        return { name, kind: "regular", executable: false, script: undefined };
      case "folder":
        return { name, kind: "directory", executable: true, script: undefined };
      case "dangling":
      case "outside":
      case "loop":
      case "other":
        return { name, kind: "missing", executable: false, script: undefined };
    }
  };
  return {
    scripts: tree.scripts.map((script) => rcScript(script, script.name, behaviours)),
    folders: new Map([...tree.folders].map(([level, folder]) => [level, folder.entries.map(entry)])),
    locks: tree.locks,
    lockFolders: tree.lockFolders,
    ...(tree.initctl ? { initctl: true } : {}),
    ...(tree.singleFolder.length > 0
      ? { singleFolder: { entries: tree.singleFolder.map(entry), ...scriptsRunsOf(tree) } }
      : {}),
  };
}

/** What procd's inittab asks for; without an inittab it is what OpenWrt's own one does. */
function scriptsRunsOf({ signs }: InitTree): Omit<SingleFolder, "entries"> {
  const table = signs.get(knownByKind.inittab);
  if (table === undefined)
    return {
      boot: { pattern: "S", argument: "boot" },
      shutdown: { pattern: "K", argument: "shutdown" },
    };
  const entries = procdEntries(readInittab(table, { dialect: "procd" }).records);
  const runOf = (action: ProcdAction): ScriptsRun | undefined => {
    const first = entries.find((each) => each.action === action);
    return first === undefined ? undefined : scriptsRunOf(first);
  };
  return { boot: runOf("sysinit"), shutdown: runOf("shutdown") };
}

interface NamedText {
  readonly name: string;
  readonly text: string;
  readonly mode: number | undefined;
}

function rcScript({ name, text, mode }: NamedText, calledAs: string, behaviours: BehaviourOf): RcScript {
  return {
    name,
    text,
    executable: mayExecute(mode, 0o111),
    // Only the distribution's own script goes through all locks.
    killall: name === "killall" && /\/var\/lock\/subsys\/\*/.test(text),
    ...behaviours({ name, calledAs, text }),
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
  const found = tree.scripts.find(({ realPath }) => realPath === entry.realPath);
  if (found !== undefined || entry.kind === "file" || entry.target !== undefined) return found;
  return tree.scripts.find(({ name }) => name === entry.name.slice(3));
}

/** Whether the bits allow it; all is allowed where nobody knows them. */
function mayExecute(mode: number | undefined, bits: number): boolean {
  return mode === undefined || (mode & bits) !== 0;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
