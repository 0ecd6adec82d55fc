// Circles of dependencies: what a service names leads back to it.

import type { DependType } from "../../../initscript/openrc/deptree.ts";
import type { OpenrcOrder } from "../../../initscript/openrc/level-orders.ts";
import type { ScriptContext } from "../contract.ts";
import type { NamedService } from "./depend-calls.ts";
import { dependsPlainly, servicesFor, shortestWay } from "./tree-facts.ts";

/** What may lead back, the strongest first. */
const waysBack: readonly (readonly DependType[])[] = [
  ["ineed"],
  ["ineed", "iwant"],
  ["ineed", "iwant", "iuse"],
  ["ineed", "iwant", "iuse", "iafter"],
];

/** A circle through a service. */
export interface Circle {
  /** Its services, beginning with the one that was asked for. */
  readonly services: readonly string[];
  /** What leads back holds or starts others; nothing in it is a mere `after`. */
  readonly isFirm: boolean;
}

/**
 * The circles, with a need among them, that a name in depend() of the script is a part of. The whole of each must stand
 * in the texts, on every machine the same.
 */
export function circlesThrough(
  script: ScriptContext,
  order: OpenrcOrder,
  { name }: NamedService,
): readonly Circle[] {
  return servicesFor(order, name).flatMap((service) => {
    if (service === script.name) return [];
    for (const types of waysBack) {
      const way = shortestWay(order, service, script.name, types);
      if (way?.some(({ type }) => type === "ineed") !== true) continue;
      const services = [script.name, ...way.map(({ from }) => from)];
      if (!services.every((each) => dependsPlainly(script, each))) return [];
      return [{ services, isFirm: !types.includes("iafter") }];
    }
    return [];
  });
}
