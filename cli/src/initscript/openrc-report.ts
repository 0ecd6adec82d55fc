// What OpenRC does with a tree, printed.

import {
  jsonText,
  type Localizer,
  type OpenrcOrder,
  type OpenrcVisit,
  type OpenrcWalk,
  visible,
} from "@inittab/core";
import { message } from "../message.ts";
import { table } from "../words.ts";

/** A followed runlevel for people: one line a call. */
export function* visitText(
  { command, level, present, calls, said, exit, started }: OpenrcVisit,
  localizer: Localizer,
): Iterable<string> {
  const say = (what: Parameters<Localizer["text"]>[0]) => visible(localizer.text(what));
  const elsewhere = message("rc.openrc-elsewhere", { command, present });
  const hasName = level === present || level === "reboot";
  yield `${say(hasName || exit !== 0 ? message("rc.openrc-here", { command }) : elsewhere)}\n`;
  if (exit !== 0) yield `  ${say(message("rc.openrc-refuses", { status: exit }))}\n`;
  else if (calls.length === 0) yield `  ${say(message("rc.openrc-nothing"))}\n`;
  for (const line of table(calls.map(({ service, command }) => [`  ${visible(service)}`, command])))
    yield line;
  for (const line of said) yield `  ${say(message("rc.openrc-says", { line: line.replace(/^ \* /, "") }))}\n`;
  const names = started.join(" ");
  yield `  ${say(names === "" ? message("rc.openrc-none-up") : message("rc.openrc-up", { names }))}\n`;
}

/** What was said while the tree was made, a line each. */
export function* treeText({ treeSaid }: Pick<OpenrcWalk, "treeSaid">, { text }: Localizer): Iterable<string> {
  for (const line of treeSaid) yield `${visible(text(message("rc.openrc-says", { line })))}\n`;
}

/** The orders of all runlevels for people. */
export function* orderText(path: string, order: OpenrcOrder, localizer: Localizer): Iterable<string> {
  const { text } = localizer;
  const tool = `OpenRC ${order.version}`;
  yield `${visible(text(message("order.openrc", { path, tool })))}\n\n`;
  const rows = [...order.levels].map(([level, names]) => [
    `  ${visible(level)}`,
    names.length === 0 ? text(message("order.no-links")) : names.map(visible).join(" "),
  ]);
  for (const line of table(rows)) yield line;
  if (order.treeSaid.length > 0)
    yield `\n${text(message("order.says"))}\n${order.treeSaid.map((line) => `  ${visible(line)}\n`).join("")}`;
}

/** The dependencies as a graph: an arrow leads from a service to what it comes after. */
export function* orderDot({ deptree }: OpenrcOrder): Iterable<string> {
  yield "digraph openrc {\n";
  const styles = [
    ["ineed", "solid"],
    ["iwant", "bold"],
    ["iuse", "dashed"],
    ["iafter", "dotted"],
  ] as const;
  for (const { name, lists } of deptree?.entries ?? []) {
    yield `  ${jsonText(name)}${lists.has("providedby") ? " [shape=box]" : ""};\n`;
    for (const [type, style] of styles)
      for (const other of lists.get(type) ?? [])
        yield `  ${jsonText(name)} -> ${jsonText(other)} [style=${style}];\n`;
    for (const other of lists.get("providedby") ?? [])
      yield `  ${jsonText(name)} -> ${jsonText(other)} [arrowhead=empty];\n`;
  }
  yield "}\n";
}
