// What chkconfig makes of the scripts of a tree.

import { callChkconfig } from "../../../initscript/chkconfig/chkconfig.ts";
import { usualNumber } from "../../../initscript/chkconfig/numbers.ts";
import {
  type ChkconfigFiles,
  type ChkconfigRun,
  type ChkconfigService,
  type ChkconfigSystem,
  chkconfigFiles,
  chkconfigLevels,
  isConfigured,
  newChkconfigRun,
  type RcFolders,
  type ServiceFacts,
  serviceOf,
  unsaid,
} from "../../../initscript/chkconfig/system.ts";
import { rcFlavors } from "../../../initscript/facts/rc-flavors.ts";
import { rcName } from "../../../initscript/rc-name.ts";
import { guessFlavor } from "../../../initscript/tree/flavor.ts";
import { orderSliceLimit } from "../../../initscript/tree/limits.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import { chkconfigSystem } from "../../../initscript/tree/systems.ts";
import { finish, within } from "../../../text/slices.ts";

/** What chkconfig makes of a tree. */
export interface ChkconfigView {
  /** With the links that are there, or with those that the headers ask for if there are none at all. */
  readonly system: ChkconfigSystem;
  readonly files: ChkconfigFiles;
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
  const files = chkconfigFiles(given);
  const system = bare ? { ...given, links: usualLinks(files) } : given;
  const run = newChkconfigRun(system, files);
  const services = files.services().map((facts) => serviceOf(run, facts));
  const some = services.find((service) => service.lsb && isLinked(run.folders, service));
  if (some !== undefined) add(run, some.name);
  const view = { system, files, services, ordered: run.folders };
  views.set(tree, view);
  return view;
}

/** The links that the headers ask for, before any dependency is looked at. */
function usualLinks(files: ChkconfigFiles): ChkconfigSystem["links"] {
  const services = files.services();
  const nameFor = ({ name, levels, startNumber, stopNumber }: ServiceFacts, level: number): string =>
    (levels & (1 << level)) !== 0
      ? rcName("S", startNumber === unsaid.start ? usualNumber : startNumber, name)
      : rcName("K", stopNumber === unsaid.stop ? usualNumber : stopNumber, name);
  return new Map(
    chkconfigLevels.map((level) => [String(level), services.map((service) => nameFor(service, level))]),
  );
}

function isLinked(folders: RcFolders, { name }: ChkconfigService): boolean {
  return chkconfigLevels.some((level) => isConfigured(folders, name, level));
}

/** The links after the script's own have been taken away and it has been added anew. */
export function addAnew({ system, files, ordered }: ChkconfigView, service: ChkconfigService): RcFolders {
  const { name, currentLevels, levels } = service;
  // With the levels of its header, it has what it would get; ordering neither gives nor takes links.
  if (currentLevels === levels && isLinked(ordered, service)) return ordered;
  const run = newChkconfigRun(system, files);
  for (const level of chkconfigLevels) run.folders.removeLinks(name, level);
  add(run, name);
  return run.folders;
}

/** What takes too much work changes nothing. */
function add(run: ChkconfigRun, name: string): void {
  finish(within(orderSliceLimit, callChkconfig(run, ["--add", name])));
}

/** The number of a service's links with this letter; undefined where it has none. */
export function numberOf(folders: RcFolders, name: string, letter: "S" | "K"): number | undefined {
  for (const level of chkconfigLevels) {
    const link = folders.linksOf(name, level).find((each) => each.startsWith(letter));
    if (link !== undefined) return Number(link.slice(1, 3));
  }
  return undefined;
}

/** The scripts that provide a name, by their own name or by Provides. */
export function chkconfigProviders(view: ChkconfigView, name: string): readonly ChkconfigService[] {
  return view.services.filter((service) => [service.name, ...service.provides].includes(name));
}
