// The order in which each runlevel of a tree starts its services.

import { familyOfTree } from "../tree/family.ts";
import type { InitTree } from "../tree/model.ts";
import { compareNames } from "./compare-names.ts";
import { type OrderSystem, orderServices, startTypes } from "./order.ts";
import type { OpenrcVersion } from "./versions.ts";
import { type OpenrcWalk, walkOpenrc } from "./walk.ts";

/** The order of each level, and the tree of dependencies that it follows from. */
export interface OpenrcOrder extends Omit<OpenrcWalk, "visits"> {
  /** By level: its services and those that they pull in, in the order of starting. */
  readonly levels: ReadonlyMap<string, readonly string[]>;
}

/** Whether the services of a tree are OpenRC's. */
export function hasOpenrc(tree: InitTree): boolean {
  return familyOfTree(tree)?.families.some(({ linksBy }) => linksBy === "rc-update") === true;
}

/**
 * The order in which a machine on which nothing runs would start the services of each level; without runlevels, that of
 * all services together, as a level `default`.
 */
export function openrcOrder(tree: InitTree, version?: OpenrcVersion): OpenrcOrder {
  const { visits: _, ...made } = walkOpenrc(tree, [], version);
  const members = new Map<string, readonly string[]>(
    tree.openrc === undefined
      ? [["default", tree.scripts.map(({ name }) => name)]]
      : [...tree.openrc.runlevels].map(([level, entries]) => [
          level,
          entries.filter(({ kind }) => kind === "service").map(({ name }) => name),
        ]),
  );
  const system: OrderSystem = {
    isInRunlevel: (service, level) => members.get(level)?.includes(service) === true,
    stateOf: () => nothingRuns,
  };
  const levels = [...members].map(([level, names]) => {
    const options = { system, runlevel: level, types: startTypes, trace: true, strict: true } as const;
    const sorted = names.toSorted(compareNames);
    const order =
      made.deptree === undefined ? [] : orderServices(made.deptree, sorted, { ...options, purpose: "start" });
    return [level, order] as const;
  });
  return { ...made, levels: new Map(levels) };
}

const nothingRuns = {
  base: "stopped",
  wasInactive: false,
  hotplugged: false,
  failed: false,
  scheduled: false,
} as const;
