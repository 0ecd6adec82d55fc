// What OpenRC makes of the system around a service.

import { type OpenrcOrder, openrcOrder } from "../../../initscript/openrc/level-orders.ts";
import type { InitTree } from "../../../initscript/tree/model.ts";
import type { ScriptContext } from "../contract.ts";

const known = new WeakMap<InitTree, OpenrcOrder>();

/** The dependencies of a whole system with runlevels; undefined where only the script is known. Computed once for a tree. */
export function systemOrder({ tree }: ScriptContext): OpenrcOrder | undefined {
  if (tree?.openrc === undefined) return undefined;
  const order = known.get(tree) ?? openrcOrder(tree);
  known.set(tree, order);
  return order;
}

/** The names of the services that a need leads to: what it names, or who provides that. */
export function neededBy({ deptree }: OpenrcOrder, service: string): readonly (readonly [string, string])[] {
  const needs = deptree?.byName.get(service)?.lists.get("ineed") ?? [];
  return needs.flatMap((name) => {
    const providers = deptree?.byName.get(name)?.lists.get("providedby") ?? [];
    return (providers.length === 1 ? providers : providers.length === 0 ? [name] : []).map(
      (each) => [name, each] as const,
    );
  });
}
