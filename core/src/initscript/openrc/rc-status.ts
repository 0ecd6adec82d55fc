// `rc-status`: what runs, by runlevel; and `rc-depend`: what a service depends on.

import type { DependType } from "./deptree.ts";
import { loadTree, makeTree } from "./load-tree.ts";
import { readOptions } from "./options.ts";
import { type OrderOptions, orderServices } from "./order.ts";
import { servicesOf } from "./rc-service.ts";
import {
  currentRunlevel,
  runlevelExists,
  runlevelFolder,
  servicesIn,
  servicesInChain,
  stackedIn,
} from "./runlevels.ts";
import { orderSystem } from "./service.ts";
import { servicesInState, stateOf } from "./states.ts";
import { endProcess, newProcess, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const table = {
  names: {
    a: "all",
    c: "crashed",
    f: "format",
    l: "list",
    m: "manual",
    r: "runlevel",
    s: "servicelist",
    S: "supervised",
    u: "unused",
  },
  withValue: "f",
};

interface Status {
  readonly world: OpenrcWorld;
  readonly process: OpenrcProcess;
}

/** Shows the states of services; answers with the exit status. */
export function rcStatus(world: OpenrcWorld, args: readonly string[]): number {
  const process = newProcess();
  const exit = status({ world, process }, args);
  endProcess(world, process);
  return exit;
}

function status(status: Status, args: readonly string[]): number {
  const { world, process } = status;
  const { files } = world;
  const { letters, words } = readOptions(args, table);
  const write = (line: string): void => void process.stdout.push(`${line}\n`);
  const present = currentRunlevel(files);
  const all = files.list(runlevelFolder).filter((level) => runlevelExists(files, level));
  if (letters.has("r")) {
    write(present);
    return 0;
  }
  if (letters.has("l")) {
    all.forEach(write);
    return 0;
  }
  if (letters.has("c")) {
    const crashed = servicesInState(files, "started").filter(world.scripts.hasCrashed);
    crashed.forEach(write);
    return crashed.length > 0 ? 0 : 1;
  }
  if (letters.has("s")) {
    printServices(status, servicesOf(world));
    return 0;
  }
  if (letters.has("m")) {
    printServices(status, othersUp(status, present).byHand);
    return 0;
  }
  if (letters.has("u")) {
    const members = new Set(all.flatMap((level) => servicesIn(files, level, world.release)));
    printServices(
      status,
      servicesOf(world).filter((service) => !members.has(service)),
    );
    return 0;
  }
  // The tree is loaded first, so that what is said of it comes first.
  loadTree(world, process);
  const levels = letters.has("a") ? all : words.length > 0 ? words : [present];
  for (const level of levels) {
    write(`Runlevel: ${level}`);
    printServices(status, servicesIn(files, level, world.release), level);
    for (const stacked of stackedIn(files, level)) {
      write(` Stacked: ${stacked}`);
      printServices(status, servicesIn(files, stacked, world.release), stacked);
    }
  }
  if (words.length === 0) {
    const { needed, byHand } = othersUp(status, present);
    write("Dynamic Runlevel: hotplugged");
    printServices(status, servicesInState(files, "hotplugged"));
    write("Dynamic Runlevel: needed/wanted");
    printServices(status, needed);
    write("Dynamic Runlevel: manual");
    printServices(status, byHand);
  }
  return 0;
}

/** The services that are up without being in the levels that count, because others need them or not. */
function othersUp(
  { world, process }: Status,
  present: string,
): { readonly needed: readonly string[]; readonly byHand: readonly string[] } {
  const { files, release } = world;
  const members = new Set(
    ["sysinit", "boot", present].flatMap((level) => servicesInChain(files, level, release)),
  );
  const others = servicesOf(world).filter((service) => {
    const { base, hotplugged } = stateOf(files, service);
    return !members.has(service) && base !== "stopped" && !hotplugged;
  });
  const { tree } = loadTree(world, process);
  const isNeeded = (service: string): boolean =>
    orderServices(tree, [service], optionsFor(world, present, ["needsme", "wantsme"])).some((other) =>
      members.has(other),
    );
  return {
    needed: others.filter(isNeeded),
    byHand: others.filter((service) => !isNeeded(service)),
  };
}

function optionsFor(world: OpenrcWorld, runlevel: string, types: readonly DependType[]): OrderOptions {
  return { system: orderSystem(world), runlevel, types, trace: true, strict: true };
}

/** Prints services in the order in which they start. */
function printServices({ world, process }: Status, services: readonly string[], level?: string): void {
  const { tree } = loadTree(world, process);
  const runlevel = level ?? currentRunlevel(world.files);
  const order = orderServices(tree, services.toSorted(), {
    ...optionsFor(world, runlevel, ["ineed", "iuse", "iafter"]),
    purpose: "start",
  });
  for (const service of order.filter((each) => services.includes(each)))
    process.stdout.push(`${` ${service}`.padEnd(67)}[ ${stateWord(world, service)} ]\n`);
}

/** A state in nine columns. */
function stateWord(world: OpenrcWorld, service: string): string {
  const { base, scheduled } = stateOf(world.files, service);
  if (base === "started" && world.scripts.hasCrashed(service)) return " crashed ";
  if (base === "stopped" && scheduled) return "scheduled";
  return base.length === 7 ? ` ${base} ` : base.padEnd(9);
}

const dependTable = {
  names: {
    a: "starting",
    F: "deptree",
    m: "missing",
    o: "stopping",
    s: "strict",
    t: "type",
    T: "notrace",
    u: "update",
  },
  withValue: "tF",
};

/** `rc-depend`: prints what services depend on, and themselves; answers with the exit status. */
export function rcDepend(world: OpenrcWorld, args: readonly string[]): number {
  const process = newProcess();
  const { letters, values, words } = readOptions(args, dependTable);
  const types = (values.get("t") ?? []).flatMap((each) => each.split(",")).filter(isDependType);
  const { tree } = letters.has("u") ? { tree: makeTree(world, process) } : loadTree(world, process);
  const order = orderServices(tree, words, {
    system: orderSystem(world),
    runlevel: currentRunlevel(world.files),
    types: types.length > 0 ? types : ["ineed", "iuse"],
    trace: !letters.has("T"),
    strict: letters.has("s"),
    ...(letters.has("a") && { purpose: "start" as const }),
    ...(letters.has("o") && { purpose: "stop" as const }),
  });
  if (order.length > 0) process.stdout.push(`${order.join(" ")}\n`);
  endProcess(world, process);
  return 0;
}

const dependTypes: readonly string[] = [
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
] satisfies readonly DependType[];

function isDependType(word: string): word is DependType {
  return dependTypes.includes(word);
}
