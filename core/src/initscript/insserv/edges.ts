// Who waits for whom, in a form for drawing.

import { type Slices, spend, type WorkMeter } from "../../text/slices.ts";
import type { Direction, Node, Requirements, ServiceGraph } from "./graph.ts";

/** One script before another. */
export interface ServiceEdge {
  readonly direction: Direction;
  /** The script that is started, or stopped, first; or a name that no script provides. */
  readonly earlier: string;
  readonly later: string;
  /** From a Required-* keyword; the others only order. */
  readonly must: boolean;
  /** The end that no script provides. */
  readonly missing: "earlier" | "later" | undefined;
}

/** All orderings between scripts, and those in which a script requires a name that nobody provides. */
export function* serviceEdges(graph: ServiceGraph, meter: WorkMeter): Slices<readonly ServiceEdge[]> {
  const edges: ServiceEdge[] = [];
  const required = new Map<Requirements, ReadonlySet<Node>>();
  /** At start the later one asks for the earlier one, at stop it is the other way round. */
  const isRequired = (earlier: Node, { service }: Node, direction: Direction): boolean => {
    const list = direction === "start" ? service.needs : service.neededBy;
    const known = required.get(list) ?? requiredNodes(list);
    required.set(list, known);
    return known.has(earlier);
  };
  for (const direction of ["start", "stop"] as const)
    for (const earlier of graph.nodes) {
      if (spend(meter)) yield;
      for (const { node: later } of earlier[direction].behind) {
        if (spend(meter, 2)) yield;
        const must = isRequired(earlier, later, direction);
        if (later === earlier || (earlier.script === undefined && later.script === undefined)) continue;
        const missing =
          earlier.script === undefined ? "earlier" : later.script === undefined ? "later" : undefined;
        if (missing !== undefined && !must) continue;
        edges.push({ direction, earlier: nameOf(earlier), later: nameOf(later), must, missing });
      }
    }
  return edges;
}

function nameOf(node: Node): string {
  return node.script ?? node.name;
}

function requiredNodes(list: Requirements): ReadonlySet<Node> {
  const nodes = new Set<Node>();
  for (const [service, must] of list) if (must) nodes.add(service.node);
  return nodes;
}
