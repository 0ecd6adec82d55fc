// `rc-status`: what runs, by runlevel.

import type { DependType } from "./deptree.ts";
import { loadTree } from "./load-tree.ts";
import { type OptionTable, readOptions } from "./options.ts";
import { orderServices } from "./order.ts";
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
import type { Work } from "./tasks.ts";
import { eerror, endProcess, type OpenrcProcess, type OpenrcWorld } from "./world.ts";

const table: OptionTable = {
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
  /** As an ini file (`-f ini`). */
  readonly asIni: boolean;
}

/** Shows the states of services; ends with the exit status. */
export function* rcStatus(world: OpenrcWorld, args: readonly string[], process: OpenrcProcess): Work {
  const { letters, values, words } = readOptions(args, table);
  const status: Status = { world, process, asIni: values.get("f")?.includes("ini") === true };
  const exit = yield* showAsked(status, letters, words);
  endProcess(process);
  return exit;
}

function* showAsked(status: Status, letters: ReadonlySet<string>, words: readonly string[]): Work {
  const { world, process } = status;
  const { files } = world;
  const present = currentRunlevel(files);
  const all = files.list(runlevelFolder).filter((level) => runlevelExists(files, level));
  if (letters.has("r")) return print(status, [present]);
  if (letters.has("l")) return print(status, all);
  if (letters.has("c")) {
    const crashed = servicesInState(files, "started").filter(world.scripts.hasCrashed);
    return print(status, crashed, crashed.length > 0 ? 0 : 1);
  }
  if (letters.has("s")) return yield* printServices(status, servicesOf(world));
  if (letters.has("m")) {
    return yield* printServices(status, inNoLevel(world, servicesUp(world)));
  }
  if (letters.has("u")) {
    const members = new Set(all.flatMap((level) => servicesIn(files, level, world.release)));
    return yield* printServices(
      status,
      servicesOf(world).filter((service) => !members.has(service)),
    );
  }
  const unknown = words.find((level) => !runlevelExists(files, level));
  if (unknown !== undefined) {
    eerror(process, `runlevel \`${unknown}' does not exist`);
    return 1;
  }
  // The tree is loaded first, so that what is said of it comes first.
  yield* loadTree(world, process);
  // Levels that are named beside `-a` are shown once more. Observed: Debian's 0.45.2.
  const isAll = letters.has("a");
  const levels = isAll ? [...all, ...words] : words.length > 0 ? words : [present];
  for (const level of levels) yield* showLevel(status, level, !isAll);
  if (isAll || words.length === 0) yield* showOthers(status, present);
  return 0;
}

function print({ process }: Status, lines: readonly string[], exit: number = 0): number {
  for (const line of lines) process.stdout.push(`${line}\n`);
  return exit;
}

function heading(status: Status, kind: "" | "Stacked" | "Dynamic", name: string): void {
  const before = kind === "" ? "" : `${kind} `;
  print(status, [status.asIni ? `[${before}${name}]` : `${before}Runlevel: ${name}`]);
}

function* showLevel(status: Status, level: string, withStacked: boolean): Work<void> {
  const { files, release } = status.world;
  heading(status, "", level);
  yield* printServices(status, servicesIn(files, level, release), level);
  if (withStacked)
    for (const stacked of stackedIn(files, level)) {
      heading(status, "Stacked", stacked);
      yield* printServices(status, servicesIn(files, stacked, release), stacked);
    }
}

function* showOthers(status: Status, present: string): Work<void> {
  const { needed, byHand } = yield* othersUp(status, present);
  heading(status, "Dynamic", "hotplugged");
  yield* printServices(status, servicesInState(status.world.files, "hotplugged"));
  heading(status, "Dynamic", "needed/wanted");
  yield* printServices(status, needed);
  heading(status, "Dynamic", "manual");
  yield* printServices(status, byHand);
}

/** The services that are up and in no level at all. */
function inNoLevel({ files, release }: OpenrcWorld, up: readonly string[]): readonly string[] {
  const members = new Set(
    files.list(runlevelFolder).flatMap((level) => servicesInChain(files, level, release)),
  );
  return up.filter((service) => !members.has(service));
}

/** The services that are up. */
function servicesUp(world: OpenrcWorld): readonly string[] {
  return servicesOf(world).filter((service) => {
    const { base, hotplugged } = stateOf(world.files, service);
    return base !== "stopped" && !hotplugged;
  });
}

/**
 * The services that are up without being in the levels that count, or that have failed: those that any service needs or
 * wants, be it up or not, and the others.
 */
function* othersUp(
  { world, process }: Status,
  present: string,
): Work<{ readonly needed: readonly string[]; readonly byHand: readonly string[] }> {
  const { files, release } = world;
  const levels = [present, "sysinit", "boot"];
  const members = new Set(levels.flatMap((level) => servicesInChain(files, level, release)));
  const up = new Set(servicesUp(world));
  const others = servicesOf(world).filter(
    (service) => (up.has(service) && !members.has(service)) || stateOf(files, service).failed,
  );
  const { tree } = yield* loadTree(world, process);
  const types: readonly DependType[] = ["needsme", "wantsme"];
  const options = { system: orderSystem(world), types, trace: true, strict: false };
  const isNeeded = (service: string): boolean =>
    levels.some(
      (runlevel) => orderServices(tree, [service], { ...options, runlevel, asker: service }).length > 0,
    );
  return {
    needed: others.filter(isNeeded),
    byHand: others.filter((service) => !isNeeded(service)),
  };
}

/** Prints services in the order in which they start. */
function* printServices(status: Status, services: readonly string[], level?: string): Work {
  const { world, process } = status;
  const { tree } = yield* loadTree(world, process);
  const order = orderServices(tree, services.toSorted(), {
    system: orderSystem(world),
    runlevel: level ?? currentRunlevel(world.files),
    types: ["ineed", "iuse", "iafter"],
    trace: true,
    strict: true,
    purpose: "start",
  });
  return print(
    status,
    order
      .filter((service) => services.includes(service))
      .map((service) =>
        status.asIni
          ? `${service} = ${stateWord(world, service)}`
          : `${` ${service}`.padEnd(67)}[ ${stateWord(world, service)} ]`,
      ),
  );
}

/** A state in nine columns. */
function stateWord(world: OpenrcWorld, service: string): string {
  const { base, scheduled } = stateOf(world.files, service);
  if (base === "started" && world.scripts.hasCrashed(service)) return " crashed ";
  if (base === "stopped" && scheduled) return "scheduled";
  return base.length === 7 ? ` ${base} ` : base.padEnd(9);
}
