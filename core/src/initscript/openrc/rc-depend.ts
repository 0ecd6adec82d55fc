// `rc-depend`: what services depend on.

import type { DependType } from "./deptree.ts";
import { loadTree, makeTree } from "./load-tree.ts";
import { type OptionTable, readOptions } from "./options.ts";
import { orderServices } from "./order.ts";
import { currentRunlevel } from "./runlevels.ts";
import { orderSystem } from "./service.ts";
import type { Work } from "./tasks.ts";
import { eerror, endProcess, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const table: OptionTable = {
  names: {
    a: "starting",
    F: "deptree-file",
    o: "stopping",
    s: "strict",
    t: "type",
    T: "notrace",
    u: "update",
  },
  withValue: "tF",
};

/** Prints what services depend on, and themselves; ends with the exit status. */
export function* rcDepend(world: OpenrcWorld, args: readonly string[], process: OpenrcProcess): Work {
  const { letters, values, words } = readOptions(args, table);
  const exit = yield* printOrder(world, process, letters, typesIn(values.get("t")), words);
  endProcess(process);
  return exit;
}

function* printOrder(
  world: OpenrcWorld,
  process: OpenrcProcess,
  letters: ReadonlySet<string>,
  types: readonly DependType[],
  services: readonly string[],
): Work {
  const tree = letters.has("u") ? yield* makeTree(world, process) : (yield* loadTree(world, process)).tree;
  if (services.length === 0 && !letters.has("u")) {
    eerror(process, "no services specified");
    return 1;
  }
  const order = orderServices(tree, services, {
    system: orderSystem(world),
    runlevel: currentRunlevel(world.files),
    types,
    // Observed: `-T` changes nothing.
    trace: true,
    strict: letters.has("s"),
    ...(letters.has("a") && { purpose: "start" as const }),
    ...(letters.has("o") && { purpose: "stop" as const }),
  });
  if (order.length > 0) process.stdout.push(`${order.join(" ")}\n`);
  return 0;
}

const known: readonly DependType[] = [
  "ineed",
  "iuse",
  "iwant",
  "iafter",
  "ibefore",
  "iprovide",
  "needsme",
  "usesme",
  "wantsme",
  "providedby",
  "broken",
  "keyword",
];

function typesIn(values: readonly string[] | undefined): readonly DependType[] {
  const types = (values ?? [])
    .flatMap((value) => value.split(","))
    .flatMap((word) => known.find((type) => type === word) ?? []);
  return types.length > 0 ? types : ["ineed", "iuse"];
}
