// The links that `enable` of OpenWrt's rc.common makes for all scripts of a tree, and the order in which procd runs them.

import { enableLinks } from "../openwrt/links.ts";
import { isForRcCommon, readNumbers } from "../openwrt/numbers.ts";
import { rcsNames } from "../openwrt/rcs.ts";
import type { InitTree } from "./model.ts";
import type { ToolRun } from "./order.ts";

/** What `enable` makes of a folder of scripts. */
export interface EnableOrder {
  /** One call for each script whose numbers are known. */
  readonly runs: readonly ToolRun[];
  /** The names in /etc/rc.d in the order in which procd runs them. */
  readonly boot: readonly string[];
  readonly shutdown: readonly string[];
  /** Links that several scripts want: the last one has it. */
  readonly clashes: readonly { readonly link: string; readonly scripts: readonly string[] }[];
  /** Scripts with neither START nor STOP: they have no link. */
  readonly unnumbered: readonly string[];
  /** Scripts whose text does not show START and STOP. */
  readonly unknown: readonly string[];
  /** Files that rc.common does not run. */
  readonly others: readonly string[];
}

/** Enables all scripts in the order of their names; with `keepLinks` beside the links that are there. */
export function enableOrder(
  { scripts, singleFolder }: InitTree,
  { keepLinks }: { readonly keepLinks: boolean },
): EnableOrder {
  const runs: ToolRun[] = [];
  const owners = new Map<string, readonly string[]>();
  const [unnumbered, unknown, others]: [string[], string[], string[]] = [[], [], []];
  for (const { name, text } of scripts) {
    if (!isForRcCommon(text)) {
      others.push(name);
      continue;
    }
    const { start, stop } = readNumbers(text);
    if (start.kind === "unknown" || stop.kind === "unknown") {
      unknown.push(name);
      continue;
    }
    const number = (read: typeof start): string => (read.kind === "set" ? read.value : "");
    const links = enableLinks(name, { start: number(start), stop: number(stop) });
    if (links.length === 0) unnumbered.push(name);
    for (const link of links) owners.set(link.name, [...(owners.get(link.name) ?? []), name]);
    const exit = links.length === 0 ? 1 : 0;
    runs.push({ args: [`/etc/init.d/${name}`, "enable"], exit, stderr: [], stdout: [] });
  }
  const names = [...owners.keys(), ...(keepLinks ? singleFolder.map(({ name }) => name) : [])];
  return {
    runs,
    boot: rcsNames([...new Set(names)], "S"),
    shutdown: rcsNames([...new Set(names)], "K"),
    clashes: [...owners].flatMap(([link, all]) => (all.length > 1 ? { link, scripts: all } : [])),
    unnumbered,
    unknown,
    others,
  };
}
