// The dependency graph in the language of Graphviz.

import { type Localizer, type Message, type ScriptOrder, type ServiceEdge, visible } from "@inittab/core";
import { message } from "../message.ts";

/** One digraph: an arrow leads from what is started first to what waits for it. */
export function* dotGraph(name: string, { rcd, edges }: ScriptOrder, { text }: Localizer): Iterable<string> {
  const links = linksByScript(rcd);
  yield `digraph ${quoted(name)} {\n`;
  yield "  rankdir=LR;\n";
  yield "  node [shape=box];\n";
  const missing = new Set(edges.flatMap((edge) => (edge.missing === undefined ? [] : edge[edge.missing])));
  const scripts = new Set([...links.keys(), ...edges.flatMap(({ earlier, later }) => [earlier, later])]);
  for (const script of [...scripts].toSorted()) {
    const lines = [script, ...(links.get(script) ?? []).map(text)];
    const look = missing.has(script) ? ", style=dashed, color=red" : "";
    yield `  ${quoted(script)} [label=${lines.map(escaped).join("\\n").replace(/^.*$/s, '"$&"')}${look}];\n`;
  }
  const start = edges.filter(({ direction }) => direction === "start");
  for (const edge of start) yield arrow(edge, edge.must ? "" : "style=dashed");
  const stop = quoted(text(message("order.stop")));
  // Most scripts stop in the opposite order, which needs no arrow of its own.
  for (const edge of edges) {
    if (edge.direction === "start") continue;
    if (start.some(({ earlier, later }) => earlier === edge.later && later === edge.earlier)) continue;
    yield arrow(edge, `label=${stop}, color=gray, constraint=false${edge.must ? "" : ", style=dashed"}`);
  }
  yield "}\n";
}

function arrow({ earlier, later }: ServiceEdge, attributes: string): string {
  return `  ${quoted(earlier)} -> ${quoted(later)}${attributes === "" ? "" : ` [${attributes}]`};\n`;
}

/** For each script its links, as `S02 in 2 3 4 5`. */
function linksByScript(rcd: ScriptOrder["rcd"]): ReadonlyMap<string, readonly Message[]> {
  const levels = new Map<string, Map<string, string[]>>();
  for (const [level, names] of Object.entries(rcd))
    for (const name of names) {
      const links = levels.get(name.slice(3)) ?? new Map<string, string[]>();
      levels.set(name.slice(3), links);
      links.set(name.slice(0, 3), [...(links.get(name.slice(0, 3)) ?? []), level]);
    }
  return new Map(
    [...levels].map(([script, links]) => [
      script,
      [...links]
        .toSorted(([one], [other]) => (one > other ? -1 : 1))
        .map(([link, where]) => message("order.link-in", { link, levels: where.join(" ") })),
    ]),
  );
}

function escaped(text: string): string {
  return visible(text).replace(/["\\]/g, "\\$&");
}

function quoted(text: string): string {
  return `"${escaped(text)}"`;
}
