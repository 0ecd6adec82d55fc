// What openrc-run does around one service: who is asked before it may start or stop, and what it is marked as.

import { baseName } from "../base-name.ts";
import type { DependType, Deptree } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";
import { loadTree } from "./load-tree.ts";
import { type OrderOptions, type OrderSystem, orderServices } from "./order.ts";
import { currentRunlevel, isInRunlevel, stateFolder } from "./runlevels.ts";
import { type MarkedState, markService, scheduleStart, stateOf } from "./states.ts";
import { startTask, type Task, type Work } from "./tasks.ts";
import {
  childOf,
  eerror,
  endProcess,
  isParallel,
  isYesToPrograms,
  type OpenrcProcess,
  type OpenrcWorld,
  setting,
  settingIsYes,
  write,
} from "./world.ts";

/** How openrc-run is called. */
export interface RunOptions {
  /** Dependencies do not matter (`--nodeps`). */
  readonly nodeps?: boolean;
  /** Only the order is printed (`--dry-run`). */
  readonly dryRun?: boolean;
}

/** A service that is worked on. */
export interface ServiceRun extends RunOptions {
  readonly world: OpenrcWorld;
  readonly process: OpenrcProcess;
  readonly service: string;
  readonly script: string;
  /** The runlevel when the program began. */
  readonly runlevel: string;
  readonly inBackground: boolean;
}

/** What a part of the program comes to: it goes on, or it ends with a status and starts again what was up. */
export type Outcome = "go on" | { readonly exit: number; readonly startAgain?: readonly string[] };

/** Where the script of a service is; undefined if there is none. Observed: a local one comes first. */
export function scriptOf(files: OpenrcFiles, service: string): string | undefined {
  const name = baseName(service);
  const places = ["/usr/local/etc/init.d", "/etc/init.d"].map((folder) => `${folder}/${name}`);
  return places.find((path) => files.kindOf(path) === "file");
}

/** Whether a change of runlevel is under way that starts or stops services. */
export function changeIs(world: OpenrcWorld, what: "starting" | "stopping"): boolean {
  return world.files.has(`${stateFolder}/rc.${what}`);
}

/** What the walk through the tree asks of this system. */
export function orderSystem({ files }: OpenrcWorld): OrderSystem {
  return {
    isInRunlevel: (service, runlevel) => isInRunlevel(files, service, runlevel),
    stateOf: (service) => stateOf(files, service),
  };
}

/** The tree, for the service that is worked on. */
export function* treeFor({ world, process }: ServiceRun): Work<Deptree> {
  const { tree } = yield* loadTree(world, process);
  return tree;
}

/** The services that this one depends on, or that depend on it, in the order of the walk. */
export function related(
  { world, service, runlevel }: ServiceRun,
  tree: Deptree,
  types: readonly DependType[],
  options: Partial<OrderOptions> = {},
): readonly string[] {
  return orderServices(tree, [service], {
    system: orderSystem(world),
    runlevel,
    types,
    trace: true,
    strict: settingIsYes(world, "rc_depend_strict", true),
    asker: service,
    ...options,
  });
}

/** Marks the service that is worked on. */
export function mark({ world, service, script }: ServiceRun, state: MarkedState): void {
  markService(world.files, service, state, script);
  if (state === "started" || state === "stopped" || state === "inactive") world.locks.delete(service);
}

/** Says a thing and ends with a status. */
export function end({ process }: ServiceRun, text: string, exit: number = 1): Outcome {
  eerror(process, text);
  return { exit };
}

/** Calls a command of the service's script. */
export function* callScript(
  run: ServiceRun,
  command: string,
): Work<{ readonly exit: number; readonly marked: boolean }> {
  const { world, process, service, script } = run;
  let marked = false;
  const onMark = (): void => {
    marked = true;
  };
  const exit = yield* world.scripts.call({ service, script, command, process, onMark });
  return { exit, marked };
}

/** The part of openrc-run that is called for each command; it knows them all. */
export type CommandRunner = (run: ServiceRun, command: string) => Work<Outcome>;

/** How a service's program is started: by whom, to do what. */
export interface ServiceStart extends RunOptions {
  readonly service: string;
  readonly commands: readonly string[];
  readonly runCommand: CommandRunner;
}

/** openrc-run: the commands one after the other, until one ends it. */
export function* runService(
  world: OpenrcWorld,
  { service, commands, runCommand, nodeps = false, dryRun = false }: ServiceStart,
  process: OpenrcProcess,
): Work {
  const name = baseName(service);
  const { environment } = process;
  const runlevel = currentRunlevel(world.files);
  environment.set("RC_SVCNAME", name).set("RC_RUNLEVEL", runlevel);
  const run: ServiceRun = {
    nodeps,
    dryRun,
    world,
    process,
    service: name,
    script: scriptOf(world.files, name) ?? `/etc/init.d/${name}`,
    runlevel,
    inBackground:
      isYesToPrograms(environment.get("IN_BACKGROUND")) || isYesToPrograms(environment.get("IN_HOTPLUG")),
  };
  let exit = 0;
  let wereUp: readonly string[] = [];
  if (isYesToPrograms(environment.get("IN_HOTPLUG")) && !mayBeHotplugged(world, name)) {
    eerror(process, `${name}: not allowed to be hotplugged`);
    exit = 1;
  } else
    for (const command of commands) {
      environment.set("RC_CMD", command);
      const outcome = yield* runCommand(run, command);
      if (outcome === "go on") continue;
      exit = outcome.exit;
      wereUp = outcome.startAgain ?? [];
      break;
    }
  restoreState(run);
  yield* startAgain(run, wereUp, runCommand);
  endProcess(process);
  return exit;
}

/** Observed hotplug-refused: the first pattern that matches decides; a `!` before it refuses. No pattern refuses all. */
function mayBeHotplugged(world: OpenrcWorld, service: string): boolean {
  const patterns = (setting(world, "rc_hotplug") ?? "").split(/\s+/).filter(Boolean);
  for (const pattern of patterns) {
    const refuses = pattern.startsWith("!");
    if (matchesPattern(service, refuses ? pattern.slice(1) : pattern)) return !refuses;
  }
  return patterns.length > 0;
}

/** Whether a name matches a pattern with `*` and `?`. */
function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(name);
}

/** A program that ends in the middle leaves the service as it was. */
function restoreState(run: ServiceRun): void {
  const { world, process, service } = run;
  if (world.locks.get(service) !== process) return;
  const { base, wasInactive } = stateOf(world.files, service);
  if (base === "stopping") {
    mark(run, wasInactive ? "inactive" : "started");
    if (changeIs(world, "stopping")) mark(run, "failed");
  } else if (base === "starting") {
    mark(run, wasInactive ? "inactive" : "stopped");
    if (changeIs(world, "starting")) mark(run, "failed");
  }
  if (world.locks.get(service) === process) world.locks.delete(service);
}

/** Starts a program for another service, which is locked from now on; undefined if it cannot be. */
export function* launch(
  world: OpenrcWorld,
  parent: OpenrcProcess,
  start: ServiceStart,
): Work<Task | undefined> {
  const service = baseName(start.service);
  if (world.locks.has(service)) {
    eerror(parent, "Call to flock failed: Resource temporarily unavailable");
    return undefined;
  }
  if (scriptOf(world.files, service) === undefined) {
    markService(world.files, service, "stopped", "");
    return undefined;
  }
  const process = childOf(parent, prefixFor(world, service));
  world.locks.set(service, process);
  return yield* startTask(() => executeService(world, start, process));
}

/**
 * Starts the services that were up before this one was stopped, if it is up now. Observed: also after a restart that
 * failed since this one would not stop.
 */
export function* startAgain(
  { world, process, service }: ServiceRun,
  wereUp: readonly string[],
  runCommand: CommandRunner,
): Work<void> {
  const { base, wasInactive } = stateOf(world.files, service);
  if (base === "stopped" || base === "stopping") return;
  for (const other of wereUp) {
    if (stateOf(world.files, other).base !== "stopped") continue;
    if (base === "inactive" || wasInactive) {
      scheduleStart(world.files, service, other, scriptOf(world.files, other) ?? "");
      eerror(process, `WARNING: ${other} will start when ${service} has started`);
    } else yield* launch(world, process, { service: other, commands: ["start"], runCommand });
  }
}

/** A service's program as another one starts it: through its script, where the release does that. */
function* executeService(world: OpenrcWorld, start: ServiceStart, process: OpenrcProcess): Work {
  const service = baseName(start.service);
  const script = scriptOf(world.files, service) ?? "";
  const hindrance = world.release.executesScripts ? world.scripts.hindrance(script) : undefined;
  if (hindrance === undefined) return yield* runService(world, start, process);
  write(process, `${hindrance}\n`);
  world.locks.delete(service);
  return 1;
}

/** What stands before the messages of a service: its name where services run side by side, as wide as the longest. */
export function prefixFor(world: OpenrcWorld, service: string): string {
  if (!isParallel(world)) return "";
  const names = ["/etc/init.d", "/usr/local/etc/init.d"].flatMap((folder) => world.files.list(folder));
  return `${service.padEnd(Math.max(...names.map(({ length }) => length)))}|`;
}
