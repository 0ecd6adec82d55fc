// rc and rcS as Debian's package of OpenRC has them: scripts that hand System V's levels over to openrc.
// Observed: openrc 0.45.2-2 of Debian 12; which level leads where stands in the script itself.

import type { InitTree } from "../tree/model.ts";
import { defaultOpenrcVersion, type OpenrcVersion } from "./versions.ts";

/** The command that enters a level: one of OpenRC's, or of System V's where a script hands it over. */
export function commandFor(tree: InitTree, level: string): readonly string[] {
  const wrapper = /^[0-9S]$/.test(level) ? wrapperFor(tree, level) : undefined;
  return wrapper ?? openrcCommand(level);
}

/** The call of openrc with a level, or with any arguments that have blanks between them. */
export function openrcCommand(level: string): readonly string[] {
  return ["openrc", ...level.split(" ").filter((word) => word !== "")];
}

/** Whether System V's levels of a system are those of its OpenRC. */
export function hasWrapper(tree: InitTree): boolean {
  return wrapperFor(tree, "2") !== undefined;
}

/** The script that an inittab calls with a level, if it calls openrc; `S` is the boot, for which there is one of its own. */
function wrapperFor(tree: InitTree, level: string): readonly string[] | undefined {
  const name = level === "S" ? "rcS" : "rc";
  const script = tree.openrc && tree.scripts.find((each) => each.name === name);
  if (script === undefined || !isWrapper(script.text)) return undefined;
  const path = `/etc/init.d/${name}`;
  return level === "S" ? [path] : [path, level];
}

function isWrapper(text: string): boolean {
  return /^[^#\n]*(?:^|[\s/])openrc[ \t]+\w/m.test(text);
}

/** The release that a system has, as far as its files show it: Debian's build reads headers, and has the older one. */
export function openrcVersionOf(tree: InitTree): OpenrcVersion {
  const isDebian = tree.releases.has("etc/debian_version") || hasWrapper(tree);
  return isDebian ? "0.45.2" : defaultOpenrcVersion;
}
