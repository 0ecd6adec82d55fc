// `openrc LEVEL`: stops what does not belong to the level and starts what does.

import { runCommand } from "./commands.ts";
import { compareNames } from "./compare-names.ts";
import { type Deptree, listOf } from "./deptree.ts";
import { forgetTree, loadTree } from "./load-tree.ts";
import { levelOfBoot, type OrderOptions, orderServices, startTypes } from "./order.ts";
import {
  currentRunlevel,
  nextRunlevel,
  noteNextRunlevel,
  noteRunlevel,
  runlevelChain,
  runlevelExists,
  servicesIn,
  servicesInChain,
  stateFolder,
} from "./runlevels.ts";
import { launch, orderSystem, scriptOf } from "./service.ts";
import { makeStateFolders, markService, servicesInState, stateOf } from "./states.ts";
import { pause, type Task, type Work, waitFor } from "./tasks.ts";
import {
  eerror,
  einfo,
  endProcess,
  isParallel,
  type OpenrcProcess,
  type OpenrcWorld,
  setting,
  settingIsYes,
  write,
} from "./world.ts";

/** How openrc is called. */
export interface ChangeRequest {
  /** Undefined: the present level once more. */
  readonly level: string | undefined;
  /** Nothing is stopped (`-n`). */
  readonly noStop?: boolean;
}

/** Works on a runlevel; status 1 if it cannot be entered, otherwise 0, whatever becomes of the services. */
export function* changeRunlevel(world: OpenrcWorld, request: ChangeRequest, process: OpenrcProcess): Work {
  // Observed once-default: what is started at the same moment is done before OpenRC has read its tree.
  yield* pause(0.01);
  const exit = yield* change(world, process, request);
  clearFailed(world);
  for (const what of ["starting", "stopping"]) world.files.remove(`${stateFolder}/rc.${what}`);
  endProcess(process);
  return exit;
}

function* change(world: OpenrcWorld, process: OpenrcProcess, request: ChangeRequest): Work {
  const { files } = world;
  let level = request.level;
  // Observed reboot: the scripts are told, and nobody else.
  if (level === "reboot") {
    level = "shutdown";
    process.environment.set("RC_REBOOT", "YES");
  }
  if (level === "sysinit") {
    process.stdout.push(`   OpenRC ${world.release.version} is starting up <system>\n`);
    makeStateFolders(files);
    noteRunlevel(files, level);
  }
  const before = currentRunlevel(files);
  const goingDown = level === "shutdown" || level === "single";
  if (!goingDown && level !== "sysinit" && level !== levelOfBoot) {
    // Observed single: whatever level is asked for, the one that was left before comes back.
    const next = nextRunlevel(files);
    if (next !== undefined) {
      level = next;
      noteNextRunlevel(files, undefined);
    }
  }
  if (level !== undefined && level !== before && level !== "single" && !runlevelExists(files, level)) {
    eerror(process, `${level}: not a valid runlevel`);
    return 1;
  }
  if (level !== undefined && !mayBeStacked(world, process, level)) return 1;
  makeStateFolders(files);
  if (goingDown && level !== undefined) {
    if (nextRunlevel(files) === undefined) noteNextRunlevel(files, before);
    noteRunlevel(files, level);
    process.environment.set("RC_GOINGDOWN", "YES");
  }
  const { tree, made } = yield* loadTree(world, process);
  clearFailed(world);
  const target = level ?? before;
  const hotplugged = servicesInState(files, "hotplugged");
  if (request.noStop !== true) {
    files.makeFolder(`${stateFolder}/rc.stopping`);
    yield* stopOthers({
      world,
      process,
      tree,
      runlevel: before,
      target,
      goingDown,
      changes: level !== undefined,
    });
    files.remove(`${stateFolder}/rc.stopping`);
  }
  if (level !== undefined) noteRunlevel(files, level);
  files.makeFolder(`${stateFolder}/rc.starting`);
  for (const service of hotplugged) markService(files, service, "hotplugged", scriptOf(files, service) ?? "");
  yield* startAll(world, process, tree, target);
  files.remove(`${stateFolder}/rc.starting`);
  // What is mounted by now may change what the scripts say.
  if (made && target === levelOfBoot) forgetTree(world);
  return 0;
}

/** Says it if the levels that are stacked into this one lead back to it. */
function mayBeStacked({ files }: OpenrcWorld, process: OpenrcProcess, level: string): boolean {
  const chain = runlevelChain(files, level);
  if (chain.kind === "chain") return true;
  const ancestors = chain.ancestors
    .map(
      (each) => `	${each}
`,
    )
    .join("");
  write(
    process,
    `Loop detected in stacked runlevels attempting to enter runlevel ${level}!
Ancestors:
${ancestors}`,
  );
  return false;
}

function clearFailed({ files }: OpenrcWorld): void {
  for (const service of servicesInState(files, "failed")) files.remove(`${stateFolder}/failed/${service}`);
}

function optionsFor(world: OpenrcWorld, runlevel: string, purpose: "start" | "stop"): OrderOptions {
  return {
    system: orderSystem(world),
    runlevel,
    types: startTypes,
    trace: true,
    strict: settingIsYes(world, "rc_depend_strict", true),
    purpose,
  };
}

interface Stopping {
  readonly world: OpenrcWorld;
  readonly process: OpenrcProcess;
  readonly tree: Deptree;
  /** The level that is left: its members decide the order, also when the system goes down. */
  readonly runlevel: string;
  readonly target: string;
  readonly goingDown: boolean;
  readonly changes: boolean;
}

/** Stops, in the reverse of the order of starting, what does not stay. */
function* stopOthers(stopping: Stopping): Work<void> {
  const { world, process, tree, runlevel } = stopping;
  const { files } = world;
  const up = (["started", "inactive", "starting"] as const).flatMap((state) => servicesInState(files, state));
  const sorted = orderServices(tree, up.toSorted(compareNames), optionsFor(world, runlevel, "stop"));
  const staying = stayingServices(stopping);
  const tasks: Task[] = [];
  for (const service of sorted.toReversed()) {
    if (!mustStop(stopping, service, staying)) continue;
    const task = yield* launch(world, process, { service, commands: ["stop"], runCommand });
    if (task === undefined) continue;
    tasks.push(task);
    if (!isParallel(world)) yield* waitFor(task);
  }
  for (const task of tasks) yield* waitFor(task);
}

/** The services of the level that is entered, and those of the levels that it rests on. */
function stayingServices({ world, target }: Stopping): ReadonlySet<string> {
  const { files, release } = world;
  const staying = new Set(servicesInChain(files, target, release));
  const add = (services: readonly string[]): void => services.forEach((service) => void staying.add(service));
  if (target === "shutdown" || target === "sysinit") return staying;
  add(servicesIn(files, "sysinit", release));
  if (target === "single") return staying;
  add(servicesIn(files, levelOfBoot, release));
  add(servicesInState(files, "hotplugged"));
  return staying;
}

function mustStop(stopping: Stopping, service: string, staying: ReadonlySet<string>): boolean {
  const { world, tree, runlevel, target, goingDown, changes } = stopping;
  const { files } = world;
  const { base } = stateOf(files, service);
  if (base === "stopped" || base === "stopping") return false;
  const keywords = listOf(tree.byName.get(service), "keyword");
  const isKept = ["-stop", "nostop", ...(goingDown ? ["-shutdown", "noshutdown"] : [])].some((keyword) =>
    keywords.includes(keyword),
  );
  const neverStopped = (setting(world, "rc_nostop") ?? "").split(" ");
  if (isKept || neverStopped.includes(service)) {
    markService(files, service, "failed", scriptOf(files, service) ?? "");
    return false;
  }
  if (staying.has(service)) {
    // Observed confd-runlevel: settings for one of the two levels make it stop, to start again with the right ones.
    const hasSettings = (level: string): boolean =>
      files.kindOf(`/etc/conf.d/${service}.${level}`) === "file";
    return changes && runlevel !== target && (hasSettings(runlevel) || hasSettings(target));
  }
  const dependents = orderServices(tree, [service], {
    system: orderSystem(world),
    runlevel: target,
    types: ["needsme", "wantsme"],
    trace: true,
    strict: true,
  });
  return !dependents.some((other) => staying.has(other));
}

/** Starts the services of a level and of those stacked into it, one level after the other. */
function* startAll(world: OpenrcWorld, process: OpenrcProcess, tree: Deptree, target: string): Work<void> {
  const { files, release } = world;
  const chain = runlevelChain(files, target);
  const sideBySide = isParallel(world);
  const restartsCrashed = settingIsYes(world, "rc_crashed_start", true);
  for (const level of chain.kind === "chain" ? chain.levels : []) {
    const members = servicesIn(files, level, release).toSorted(compareNames);
    const tasks: Task[] = [];
    for (const service of orderServices(tree, members, optionsFor(world, level, "start"))) {
      const { base, failed } = stateOf(files, service);
      if (failed) continue;
      if (base === "started" && restartsCrashed && world.scripts.hasCrashed(service))
        markService(files, service, "stopped", "");
      else if (base !== "stopped") continue;
      const task = yield* launch(world, process, { service, commands: ["start"], runCommand });
      if (task === undefined) continue;
      tasks.push(task);
      if (!sideBySide) yield* waitFor(task);
    }
    for (const task of tasks) yield* waitFor(task);
  }
}

/** `openrc -o LEVEL`: the level that the next change goes to. */
export function overrideNext(world: OpenrcWorld, level: string, process: OpenrcProcess): number {
  if (!runlevelExists(world.files, level)) {
    eerror(process, `runlevel \`${level}' does not exist`);
    return 1;
  }
  // Observed override: the program looks at a variable that is not set yet.
  if (world.release.overrideCrashes) {
    write(process, "Segmentation fault\n");
    return 139;
  }
  noteNextRunlevel(world.files, level);
  einfo(process, `Overriding next runlevel to ${level}`);
  endProcess(process);
  return 0;
}
