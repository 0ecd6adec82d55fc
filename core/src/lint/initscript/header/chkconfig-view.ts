// What chkconfig makes of the scripts of a tree.

import { runChkconfig } from "../../../initscript/chkconfig/chkconfig.ts";
import { usualNumber } from "../../../initscript/chkconfig/numbers.ts";
import {
  type ChkconfigService,
  type ChkconfigSystem,
  chkconfigLevels,
  linksOf,
  type RcFolders,
  readServices,
  removeLinks,
  unsaid,
} from "../../../initscript/chkconfig/system.ts";
import { rcFlavors } from "../../../initscript/facts/rc-flavors.ts";
import { rcName } from "../../../initscript/rc-name.ts";
import { guessFlavor } from "../../../initscript/tree/flavor.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import { chkconfigSystem } from "../../../initscript/tree/systems.ts";

/** What chkconfig makes of a tree. */
export interface ChkconfigView {
  /** With the links that are there, or with those that the headers ask for if there are none at all. */
  readonly system: ChkconfigSystem;
  /** The scripts that chkconfig can use. */
  readonly services: readonly ChkconfigService[];
  /** The links once all numbers follow the dependencies. */
  readonly ordered: RcFolders;
}

const views = new WeakMap<InitTree, ChkconfigView>();

/** What chkconfig makes of a tree; computed once for each tree. Undefined for a tree of Debian's, which has none. */
export function chkconfigView(tree: InitTree): ChkconfigView | undefined {
  const flavor = guessFlavor(tree)?.flavor;
  if (flavor !== undefined && rcFlavors[flavor].linksBy !== "chkconfig") return undefined;
  const known = views.get(tree);
  if (known !== undefined) return known;
  const given = chkconfigSystem(tree);
  const bare = [...given.links.values()].every((names) => names.length === 0);
  const system = bare ? { ...given, links: usualLinks(given) } : given;
  const services = readServices(system, new Map(system.links));
  const some = services.find((service) => service.lsb && isLinked(system.links, service));
  const ordered = some === undefined ? system.links : runChkconfig(system, ["--add", some.name]).links;
  const view = { system, services, ordered: new Map(ordered) };
  views.set(tree, view);
  return view;
}

/** The links that the headers ask for, before any dependency is looked at. */
function usualLinks(system: ChkconfigSystem): RcFolders {
  const services = readServices(system, new Map());
  const nameFor = ({ name, levels, startNumber, stopNumber }: ChkconfigService, level: number): string =>
    (levels & (1 << level)) !== 0
      ? rcName("S", startNumber === unsaid.start ? usualNumber : startNumber, name)
      : rcName("K", stopNumber === unsaid.stop ? usualNumber : stopNumber, name);
  return new Map(
    chkconfigLevels.map((level) => [String(level), services.map((service) => nameFor(service, level))]),
  );
}

function isLinked(links: ChkconfigSystem["links"], { name }: ChkconfigService): boolean {
  return chkconfigLevels.some((level) => linksOf(new Map(links), name, level).length > 0);
}

/** The links after the script's own have been taken away and it has been added anew. */
export function addAnew({ system, ordered }: ChkconfigView, service: ChkconfigService): RcFolders {
  const { name, currentLevels, levels } = service;
  // With the levels of its header, it has what it would get.
  if (currentLevels === levels && isLinked(system.links, service)) return ordered;
  const folders: RcFolders = new Map(system.links);
  for (const level of chkconfigLevels) removeLinks(folders, name, level);
  return new Map(runChkconfig({ ...system, links: folders }, ["--add", name]).links);
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
