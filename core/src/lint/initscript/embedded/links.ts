// The links of a script of OpenEmbedded, as its rc goes by them. Source: spec/embedded.md, sections 2.3 and 2.7.

import { rcFlavors } from "../../../initscript/facts/rc-flavors.ts";
import { guessFlavor } from "../../../initscript/tree/flavor.ts";
import type { InitTree, TreeRcEntry } from "../../../initscript/tree/model.ts";
import { scriptOf } from "../../../initscript/tree/systems.ts";
import type { ScriptContext } from "../contract.ts";

/** The links of a script, and of the whole system. */
export interface OeLinks {
  readonly tree: InitTree;
  /** rc with runlevels, or rcS and rcK of the system with BusyBox init. */
  readonly program: "links" | "links-for-busybox";
  /** Those that lead to the script, in the order of the folders. */
  readonly own: readonly TreeRcEntry[];
}

/** The links of a script; undefined where the system is not of that kind. */
export function oeLinks({ tree, name }: ScriptContext): OeLinks | undefined {
  const flavor = tree === undefined ? undefined : guessFlavor(tree)?.flavor;
  if (tree === undefined || flavor === undefined) return undefined;
  const rc = rcFlavors[flavor];
  if (rc.decidesBy !== "program" || (rc.program !== "links" && rc.program !== "links-for-busybox"))
    return undefined;
  const entries = [...tree.folders.values()].flatMap((folder) => folder.entries);
  const own = entries.filter((entry) => scriptOf(tree, entry)?.name === name);
  return { tree, program: rc.program, own };
}

/** By what rc takes two links for those of one service: what follows two digits, or the whole name. */
export function restOf(name: string): string {
  return /^[SK][0-9][0-9]/.test(name) ? name.slice(3) : name;
}

/** The place of a link for people. */
export function placeOf({ level, name }: TreeRcEntry): string {
  return `rc${level}.d/${name}`;
}
