// What chkconfig makes of the scripts of a tree.

import { callChkconfig } from "../../../initscript/chkconfig/chkconfig.ts";
import { usualNumber } from "../../../initscript/chkconfig/ladder.ts";
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
import { finish, type Slices, spend, within } from "../../../text/slices.ts";

/** What chkconfig makes of a tree. */
export interface ChkconfigView {
  /** With the links that are there, or with those that the headers ask for if there are none at all. */
  readonly system: ChkconfigSystem;
  readonly files: ChkconfigFiles;
  /** The scripts that chkconfig can use. */
  readonly services: readonly ChkconfigService[];
  /** The scripts that provide a name, by their own name or by Provides. */
  readonly providers: ReadonlyMap<string, readonly ChkconfigService[]>;
  /** The links once all numbers follow the dependencies. */
  readonly ordered: RcFolders;
  /** Working out the numbers would have taken too long: the links are as they were. */
  readonly isTangled: boolean;
}

const views = new WeakMap<InitTree, ChkconfigView>();

/** What chkconfig makes of a tree; computed once for each tree. Undefined for a tree of Debian's, which has none. */
export function chkconfigView(tree: InitTree): ChkconfigView | undefined {
  return finish(makeChkconfigView(tree));
}

/** The same in slices. */
export function* makeChkconfigView(tree: InitTree): Slices<ChkconfigView | undefined> {
  const known = views.get(tree);
  if (known !== undefined) return known;
  const flavor = guessFlavor(tree)?.flavor;
  if (flavor !== undefined && rcFlavors[flavor].linksBy !== "chkconfig") return undefined;
  const given = chkconfigSystem(tree);
  const bare = [...given.links.values()].every((names) => names.length === 0);
  const files = chkconfigFiles(given);
  const meter = { spent: 0 };
  const facts = yield* files.services(meter);
  const system = bare ? { ...given, links: usualLinks(facts) } : given;
  const run = newChkconfigRun(system, files);
  const services: ChkconfigService[] = [];
  const providers = new Map<string, ChkconfigService[]>();
  for (const each of facts) {
    const service = serviceOf(run, each);
    services.push(service);
    for (const name of new Set([each.name, ...each.provides])) {
      const others = providers.get(name) ?? [];
      providers.set(name, others);
      others.push(service);
    }
    if (spend(meter, chkconfigLevels.length + each.provides.length)) yield;
  }
  const some = services.find((service) => service.lsb && isLinked(run.folders, service));
  const isDone = some === undefined || (yield* add(run, some.name));
  const view = { system, files, services, providers, ordered: run.folders, isTangled: !isDone };
  views.set(tree, view);
  return view;
}

/** What the view of a tree says, if it has been asked for; undefined if not. */
export function knownChkconfigView(tree: InitTree): ChkconfigView | undefined {
  return views.get(tree);
}

/** The links that the headers ask for, before any dependency is looked at. */
function usualLinks(services: readonly ServiceFacts[]): ChkconfigSystem["links"] {
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

/** The latest answer of a view: the rules about a script ask for it one after the other. */
const latest = new WeakMap<ChkconfigView, { readonly name: string; readonly folders: RcFolders }>();

/** The links after the script's own have been taken away and it has been added anew. */
export function addAnew(view: ChkconfigView, service: ChkconfigService): RcFolders {
  return finish(addingAnew(view, service));
}

/** The same in slices. */
export function* addingAnew(view: ChkconfigView, service: ChkconfigService): Slices<RcFolders> {
  const { system, files, ordered } = view;
  const { name, currentLevels, levels } = service;
  // With the levels of its header, it has what it would get; ordering neither gives nor takes links.
  if (currentLevels === levels && isLinked(ordered, service)) return ordered;
  const known = latest.get(view);
  if (known?.name === name) return known.folders;
  const run = newChkconfigRun(system, files);
  for (const level of chkconfigLevels) run.folders.removeLinks(name, level);
  yield* add(run, name);
  latest.set(view, { name, folders: run.folders });
  return run.folders;
}

/** What takes too much work changes nothing, and is not done. */
function* add(run: ChkconfigRun, name: string): Slices<boolean> {
  const answer = yield* within(orderSliceLimit, callChkconfig(run, ["--add", name]));
  return answer !== undefined;
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
export function chkconfigProviders({ providers }: ChkconfigView, name: string): readonly ChkconfigService[] {
  return providers.get(name) ?? [];
}
