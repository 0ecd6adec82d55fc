// What makes the links or the order of a tree's scripts, and what it makes: the answer to "in which order do they start",
// for people who type a command and for assistants alike.

import type { Message } from "../../text/message.ts";
import type { Slices } from "../../text/slices.ts";
import { message } from "../message.ts";
import type { Deptree } from "../openrc/deptree.ts";
import { hasOpenrc, type OpenrcOrder, openrcOrder } from "../openrc/level-orders.ts";
import type { OpenrcVersion } from "../openrc/versions.ts";
import { type EnableOrder, enableOrder } from "./enable-order.ts";
import { familyOfTree } from "./family.ts";
import type { InitTree } from "./model.ts";
import { chkconfigOrder, insservOrder, type OrderOptions, type ScriptOrder } from "./order.ts";
import { updateRcdOrder } from "./update-rc-d-order.ts";

/** What decides an order, as users name it. */
export const orderTools = ["insserv", "chkconfig", "update-rc.d", "enable", "openrc"] as const;

/** Those that make links; the only other one starts what is in its runlevels. */
const linkMakers = ["insserv", "chkconfig", "update-rc.d", "enable"] as const;

/** A program that makes links out of headers, numbers or arguments. */
export type LinkTool = Exclude<(typeof linkMakers)[number], "enable">;

/** How the order is asked for. */
export interface OrderRequest extends OrderOptions {
  /** Default: the one of the system. */
  readonly tool?: (typeof orderTools)[number] | undefined;
  /** The release of OpenRC; default: that of the system. */
  readonly openrc?: OpenrcVersion | undefined;
  /** The calls of update-rc.d; where there are any, it is the tool. */
  readonly calls?: readonly string[];
}

/** What was found. */
export type OrderFound =
  | { readonly kind: "levels"; readonly order: OpenrcOrder }
  | { readonly kind: "enabled"; readonly order: EnableOrder }
  | { readonly kind: "links"; readonly tool: LinkTool; readonly order: ScriptOrder }
  /** The names of the scripts are the order: nothing makes links. */
  | { readonly kind: "by-name" }
  /** That would take too long. */
  | { readonly kind: "too-much" };

/** Follows the tool. */
export function* orderInTree(tree: InitTree, request: OrderRequest): Slices<OrderFound> {
  const { tool: asked, openrc, calls = [], ...options } = request;
  const maker = linkMakers.find((each) => each === asked);
  const isByLevels = asked === undefined ? calls.length === 0 && hasOpenrc(tree) : maker === undefined;
  if (isByLevels) return { kind: "levels", order: openrcOrder(tree, openrc) };
  const tool = maker ?? (calls.length > 0 ? "update-rc.d" : toolFor(tree));
  switch (tool) {
    case "enable":
      return { kind: "enabled", order: enableOrder(tree, options) };
    case "insserv":
      return linksOf(tool, yield* insservOrder(tree, options));
    case "chkconfig":
      return linksOf(tool, yield* chkconfigOrder(tree, options));
    case "update-rc.d":
      return linksOf(tool, updateRcdOrder(tree, options, calls));
    default:
      return { kind: "by-name" };
  }
}

function linksOf(tool: LinkTool, order: ScriptOrder | undefined): OrderFound {
  return order === undefined ? { kind: "too-much" } : { kind: "links", tool, order };
}

/** The program that makes the links of a system that is followed here; or what else makes its order. */
function toolFor(tree: InitTree): LinkTool | "name" | "enable" {
  const makers = (familyOfTree(tree)?.families ?? []).map(({ linksBy }) => linksBy);
  if (makers.includes("update-rc.d")) return "update-rc.d";
  if (makers.includes("enable")) return "enable";
  return makers.includes("name") ? "name" : "insserv";
}

/** Why there is no order; undefined where there is one. */
export function whyNoOrder({ kind }: OrderFound): Message | undefined {
  if (kind === "by-name") return message("order.by-name");
  return kind === "too-much" ? message("order.too-much") : undefined;
}

/** Said of a tree without scripts. */
export const noScripts: Message = message("order.no-script");

/** The order for programs; undefined where there is none. */
export function orderAnswer(folder: string, found: OrderFound): object | undefined {
  switch (found.kind) {
    case "levels": {
      const { version, levels, deptree, treeSaid } = found.order;
      const order = { levels: Object.fromEntries(levels), deptree: deptreeAnswer(deptree), said: treeSaid };
      return { folder, tool: "openrc", version, ...order };
    }
    case "enabled": {
      const { boot, shutdown, runs, clashes, unnumbered, unknown, others } = found.order;
      const passedOver = [...unnumbered, ...unknown, ...others].toSorted();
      return { folder, tool: "enable", runs, rcd: { boot, shutdown }, clashes, passedOver };
    }
    case "links": {
      const { runs, rcd, depend, passedOver, dependsOnOrder } = found.order;
      const files = found.tool === "insserv" ? { depend: depend ?? {} } : {};
      return { folder, tool: found.tool, runs, rcd, ...files, passedOver, dependsOnOrder };
    }
    default:
      return undefined;
  }
}

/** The dependencies of OpenRC's services for programs. */
export function deptreeAnswer(deptree: Deptree | undefined): object {
  return Object.fromEntries(
    (deptree?.entries ?? []).map(({ name, lists }) => [name, Object.fromEntries(lists)]),
  );
}
