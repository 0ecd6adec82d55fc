// What chkconfig makes of the scripts of a tree.

import { runChkconfig } from "../../chkconfig/chkconfig.ts";
import {
  type ChkconfigService,
  type ChkconfigSystem,
  chkconfigLevels,
  linksOf,
  type RcFolders,
  readServices,
  removeLinks,
} from "../../chkconfig/system.ts";
import type { InitTree } from "../../tree/model.ts";
import { chkconfigSystem } from "../../tree/systems.ts";

/** What chkconfig makes of a tree. */
export interface ChkconfigView {
  /** With the links that are there, or with those that chkconfig would make if there are none at all. */
  readonly system: ChkconfigSystem;
  /** The scripts that chkconfig can use. */
  readonly services: readonly ChkconfigService[];
}

const views = new WeakMap<InitTree, ChkconfigView>();

/** What chkconfig makes of a tree; computed once for each tree. */
export function chkconfigView(tree: InitTree): ChkconfigView {
  const known = views.get(tree);
  if (known !== undefined) return known;
  let system = chkconfigSystem(tree);
  if ([...system.links.values()].every((names) => names.length === 0))
    for (const { name } of readServices(system, new Map()))
      system = { ...system, links: runChkconfig(system, ["--add", name]).links };
  const view = { system, services: readServices(system, new Map(system.links)) };
  views.set(tree, view);
  return view;
}

/** The numbers and levels that a script gets when it is added anew. */
export interface AddedNumbers {
  /** Undefined where it starts in no level. */
  readonly start: number | undefined;
  readonly stop: number | undefined;
  /** The start numbers of all services afterwards. */
  readonly folders: RcFolders;
}

/** Takes a script's links away and calls `chkconfig --add`. */
export function addAnew({ system }: ChkconfigView, name: string): AddedNumbers {
  const folders: RcFolders = new Map(system.links);
  for (const level of chkconfigLevels) removeLinks(folders, name, level);
  const added = new Map(runChkconfig({ ...system, links: folders }, ["--add", name]).links);
  return { start: numberOf(added, name, "S"), stop: numberOf(added, name, "K"), folders: added };
}

/** The number of a service's links with this letter; undefined where it has none. */
export function numberOf(folders: RcFolders, name: string, letter: "S" | "K"): number | undefined {
  for (const level of chkconfigLevels) {
    const link = linksOf(folders, name, level).find((each) => each.startsWith(letter));
    if (link !== undefined) return Number(link.slice(1, 3));
  }
  return undefined;
}

/** The scripts that provide a name, by their own name or by Provides. */
export function chkconfigProviders(view: ChkconfigView, name: string): readonly ChkconfigService[] {
  return view.services.filter((service) => [service.name, ...service.provides].includes(name));
}
