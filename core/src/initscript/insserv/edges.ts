// Who waits for whom, in a form for drawing.

import type { Direction, Node, ServiceGraph } from "./graph.ts";

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
export function serviceEdges(graph: ServiceGraph): readonly ServiceEdge[] {
  const edges: ServiceEdge[] = [];
  for (const direction of ["start", "stop"] as const)
    for (const earlier of graph.nodes)
      for (const later of earlier[direction].behind) {
        const must = isRequired(earlier, later, direction);
        if (later === earlier || (earlier.script === undefined && later.script === undefined)) continue;
        const missing =
          earlier.script === undefined ? "earlier" : later.script === undefined ? "later" : undefined;
        if (missing !== undefined && !must) continue;
        edges.push({ direction, earlier: nameOf(earlier), later: nameOf(later), must, missing });
      }
  return edges;
}

function nameOf(node: Node): string {
  return node.script ?? node.name;
}

/** At start the later one asks for the earlier one, at stop it is the other way round. */
function isRequired(earlier: Node, later: Node, direction: Direction): boolean {
  const list =
    direction === "start"
      ? later.service.needs.filter(({ service }) => service.node === earlier)
      : later.service.neededBy.filter(({ service }) => service.node === earlier);
  return list.some(({ must }) => must);
}
