// The order in which services are started and stopped: one depth-first walk through the tree.

import { type DependType, type Deptree, type DeptreeEntry, listOf } from "./deptree.ts";
import type { ServiceState } from "./states.ts";

/** What the walk asks of the system. */
export interface OrderSystem {
  readonly isInRunlevel: (service: string, runlevel: string) => boolean;
  readonly stateOf: (service: string) => ServiceState;
}

/** How the tree is walked through. */
export interface OrderOptions {
  readonly system: OrderSystem;
  /** The runlevel that decides which services `use` and `after` count; null: they all count. */
  readonly runlevel: string | null;
  /** The lists that are followed, in this order. */
  readonly types: readonly DependType[];
  /** Without it only what a service names itself is listed, and whether that is there does not matter. */
  readonly trace: boolean;
  /** Every provider in the runlevel counts, not one that has started (rc_depend_strict). */
  readonly strict: boolean;
  readonly purpose?: "start" | "stop";
  /** The service that asks; it is not in the answer. */
  readonly asker?: string;
}

/** What is needed, wanted, used or only named after, in the order of the walk. */
export const startTypes: readonly DependType[] = ["ineed", "iwant", "iuse", "iafter"];

/** The services of a list with all that they depend on, each after what it depends on. */
export function orderServices(
  tree: Deptree,
  services: readonly string[],
  options: OrderOptions,
): readonly string[] {
  const walk: Walk = { tree, options, visited: new Set(), sorted: [] };
  for (const service of services) {
    const entry = tree.byName.get(service);
    if (entry !== undefined) visit(walk, entry, options.trace);
  }
  return walk.sorted;
}

interface Walk {
  readonly tree: Deptree;
  readonly options: OrderOptions;
  readonly visited: Set<string>;
  readonly sorted: string[];
}

function visit(walk: Walk, entry: DeptreeEntry, trace: boolean): void {
  const { options, visited, sorted } = walk;
  if (visited.has(entry.name)) return;
  visited.add(entry.name);
  for (const type of options.types)
    for (const name of listOf(entry, type))
      if (!trace || type === "iprovide") sorted.push(name);
      else visitNamed(walk, name, type);
  if (trace)
    for (const name of listOf(entry, "iprovide")) {
      const virtual = walk.tree.byName.get(name);
      if (virtual !== undefined && providersOf(virtual, options).includes(entry.name))
        visit(walk, virtual, true);
    }
  // Observed provide-one: a virtual name is no service.
  if (entry.name !== options.asker && !entry.lists.has("providedby")) sorted.push(entry.name);
}

function visitNamed(walk: Walk, name: string, type: DependType): void {
  const entry = walk.tree.byName.get(name);
  if (entry === undefined) return;
  const providers = providersOf(entry, walk.options);
  for (const each of providers.length > 0 ? providers : [name]) {
    const found = walk.tree.byName.get(each);
    if (found !== undefined && counts(each, type, walk.options)) visit(walk, found, true);
  }
}

const always: ReadonlySet<DependType> = new Set(["ineed", "iwant", "needsme", "wantsme"]);

/** The runlevel whose services count in all later ones. */
export const levelOfBoot = "boot";

/** Whether a service counts that is only used or named after. */
function counts(service: string, type: DependType, { system, runlevel }: OrderOptions): boolean {
  if (runlevel === null || always.has(type)) return true;
  if (system.isInRunlevel(service, runlevel)) return true;
  if (runlevel === "sysinit") return false;
  if (runlevel === "shutdown" && type === "iafter") return false;
  if (runlevel !== levelOfBoot && system.isInRunlevel(service, levelOfBoot)) return true;
  const state = system.stateOf(service);
  return state.hotplugged || state.base === "started";
}

type Providers = readonly string[];

/** Who stands for a virtual name; nobody: the name stands for itself, and counts as fulfilled. */
function providersOf(entry: DeptreeEntry, options: OrderOptions): Providers {
  const all = listOf(entry, "providedby");
  const { system, runlevel, strict, purpose } = options;
  if (all.length === 0 || purpose === "stop") return all;
  const isIn = (service: string, level: string | null): boolean =>
    level !== null && system.isInRunlevel(service, level);
  if (strict || purpose === "start") {
    const present = all.filter(
      (service) =>
        isIn(service, runlevel) ||
        isIn(service, levelOfBoot) ||
        (purpose === "start" && system.stateOf(service).hotplugged),
    );
    if (present.length > 0) return present;
  }
  const places: readonly ((service: string) => boolean)[] = [
    (service) => isIn(service, runlevel),
    (service) =>
      system.stateOf(service).hotplugged && !isIn(service, runlevel) && !isIn(service, levelOfBoot),
    ...(runlevel === levelOfBoot ? [] : [(service: string) => isIn(service, levelOfBoot)]),
    () => true,
  ];
  for (const base of ["started", "starting", "stopped"] as const)
    for (const [at, place] of places.entries()) {
      // Any stopped one will not do; the first by name is taken then.
      if (base === "stopped" && at === places.length - 1) continue;
      const found = all.filter((service) => place(service) && system.stateOf(service).base === base);
      if (found.length === 0) continue;
      // Observed: of several that have started, none is chosen, and the need counts as fulfilled.
      const mustBeOne = base === "started" || (base === "stopped" && at === 1);
      return mustBeOne && found.length > 1 ? [] : found;
    }
  return all.slice(0, 1);
}
