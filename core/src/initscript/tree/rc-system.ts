// A tree as rc sees it: the folders that it goes through, and what the scripts do to locks.

import {
  type ProcdAction,
  procdEntries,
  type ScriptsRun,
  scriptsRunOf,
} from "../../inittab/procd-entries.ts";
import { readInittab } from "../../inittab/read.ts";
import type { RcEntry, RcScript, RcSystem, SingleFolder } from "../rc/model.ts";
import type { InitTree, TreeLink } from "./model.ts";
import { knownByKind } from "./paths.ts";
import { type BehaviourOf, lastPart, mayExecute, scriptOf, usualBehaviour } from "./systems.ts";

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
