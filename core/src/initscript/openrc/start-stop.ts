// Starting, stopping and restarting one service, with what has to be up or down before it.

import { listOf } from "./deptree.ts";
import { startTypes } from "./order.ts";
import { isInRunlevel, stateFolder } from "./runlevels.ts";
import {
  type CommandRunner,
  callScript,
  changeIs,
  end,
  launch,
  mark,
  type Outcome,
  related,
  type ServiceRun,
  startAgain,
  treeFor,
} from "./service.ts";
import { scheduledFor, scheduleStart, servicesInState, stateOf } from "./states.ts";
import { type Work, waitFor } from "./tasks.ts";
import { waitForService } from "./wait.ts";
import { eerror, isParallel } from "./world.ts";

/** Starts a service. */
export function* startService(run: ServiceRun, runCommand: CommandRunner): Work<Outcome> {
  const { environment } = run.process;
  const background = environment.get("IN_BACKGROUND");
  environment.delete("IN_BACKGROUND");
  if (run.dryRun === true) run.process.stdout.push(" * start:");
  else {
    const refusal = mayStart(run);
    if (refusal !== "go on") return refusal;
  }
  if (run.nodeps !== true) {
    const outcome = yield* startDependencies(run, runCommand);
    if (outcome !== "go on") return outcome;
  }
  if (run.dryRun === true) {
    run.process.stdout.push(` ${run.service}\n`);
    return "go on";
  }
  if (background !== undefined) environment.set("IN_BACKGROUND", background);
  const { exit, marked } = yield* callScript(run, "start");
  environment.delete("IN_BACKGROUND");
  if (stateOf(run.world.files, run.service).base === "inactive")
    return end(run, `WARNING: ${run.service} has started, but is inactive`);
  if (exit !== 0) return end(run, `ERROR: ${run.service} failed to start`);
  if (!marked || !run.world.release.keepsMarks) mark(run, "started");
  unlock(run);
  yield* startScheduled(run, runCommand);
  return "go on";
}

function mayStart(run: ServiceRun): Outcome {
  const { world, service, process, inBackground, runlevel } = run;
  const { base } = stateOf(world.files, service);
  if (inBackground) {
    if (base !== "inactive" && base !== "stopped") return { exit: 1 };
    if (process.environment.has("IN_HOTPLUG")) mark(run, "hotplugged");
    if (runlevel === "sysinit") return end(run, `WARNING: ${service} will be started in the next runlevel`);
  }
  const locked = lock(run);
  if (locked === "no folder") return end(run, world.release.lockFailure(service));
  if (locked === "taken")
    return end(
      run,
      base === "stopping" ? `WARNING: ${service} is stopping` : `WARNING: ${service} is already starting`,
    );
  if (base === "started") return end(run, `WARNING: ${service} has already been started`, 0);
  if (base === "inactive" && !inBackground)
    return end(run, `WARNING: ${service} has already started, but is inactive`);
  mark(run, "starting");
  return "go on";
}

/** Takes the lock of the service, unless this program has it already. */
function lock({ world, service, process, nodeps }: ServiceRun): "held" | "taken" | "no folder" {
  const holder = world.locks.get(service);
  if (holder === process) return "held";
  if (world.files.kindOf(`${stateFolder}/exclusive`) === undefined) return "no folder";
  if (holder !== undefined) {
    if (nodeps === true) return "held";
    eerror(process, "Call to flock failed: Resource temporarily unavailable");
    return "taken";
  }
  world.locks.set(service, process);
  return "held";
}

function unlock({ world, service, process }: ServiceRun): void {
  if (world.locks.get(service) === process) world.locks.delete(service);
}

function* startDependencies(run: ServiceRun, runCommand: CommandRunner): Work<Outcome> {
  const { world, process, service } = run;
  const { files } = world;
  const tree = yield* treeFor(run);
  const broken = related(run, tree, ["broken"], { trace: false });
  if (broken.length > 0) return end(run, `ERROR: ${service} needs service(s) ${broken.join(", ")}`);
  const needed = related(run, tree, ["ineed"]);
  const used = related(run, tree, ["ineed", "iwant", "iuse"]);
  // In a change of runlevel, the walk through it has seen to these.
  if (!changeIs(world, "starting"))
    for (const other of used) {
      if (stateOf(files, other).base !== "stopped") continue;
      if (run.dryRun === true) process.stdout.push(` ${other}`);
      else {
        const task = yield* launch(world, process, { service: other, commands: ["start"], runCommand });
        if (task !== undefined && !isParallel(world)) yield* waitFor(task);
      }
    }
  if (run.dryRun === true) return "go on";

  const inactive: string[] = [];
  for (const other of related(run, tree, startTypes)) {
    const before = stateOf(files, other);
    if (before.base === "started") continue;
    if (before.base === "starting" && before.wasInactive && !used.includes(other)) continue;
    if (!(yield* waitForService(world, process, other)))
      eerror(process, `${service}: timed out waiting for ${other}`);
    const { base, wasInactive } = stateOf(files, other);
    if (base === "started" || !needed.includes(other)) continue;
    if (base === "inactive" || wasInactive) inactive.push(other);
    else if (inactive.length === 0)
      return end(run, `ERROR: cannot start ${service} as ${other} would not start`);
  }
  if (inactive.length === 0) return "go on";

  mark(run, "stopped");
  for (const other of inactive)
    for (const awaited of [other, ...listOf(tree.byName.get(other), "providedby")])
      scheduleStart(files, awaited, service, run.script);
  return end(run, `WARNING: ${service} will start when ${inactive.join(", ")} has started`);
}

/** Those that waited for this one to start; nobody waits for them. */
function* startScheduled(run: ServiceRun, runCommand: CommandRunner): Work<void> {
  const { world, process, service } = run;
  const tree = yield* treeFor(run);
  for (const name of [service, ...listOf(tree.byName.get(service), "iprovide")])
    for (const other of scheduledFor(world.files, name))
      if (stateOf(world.files, other).base === "stopped")
        yield* launch(world, process, { service: other, commands: ["start"], runCommand });
}

/** Stops a service. */
export function* stopService(run: ServiceRun, runCommand: CommandRunner): Work<Outcome | "was stopped"> {
  const { environment } = run.process;
  const background = environment.get("IN_BACKGROUND");
  environment.delete("IN_BACKGROUND");
  const before = stateOf(run.world.files, run.service);
  if (run.dryRun === true) run.process.stdout.push(" * stop:");
  else {
    const refusal = mayStop(run);
    if (refusal !== "go on") return refusal;
  }
  if (run.nodeps !== true) {
    const outcome = yield* stopDependents(run, before.wasInactive, runCommand);
    if (outcome !== "go on") return outcome;
  }
  if (run.dryRun === true) {
    run.process.stdout.push(` ${run.service}\n`);
    return "go on";
  }
  if (background !== undefined) environment.set("IN_BACKGROUND", background);
  const { exit, marked } = yield* callScript(run, "stop");
  environment.delete("IN_BACKGROUND");
  if (exit !== 0) return end(run, `ERROR: ${run.service} failed to stop`);
  if (!marked || !run.world.release.keepsMarks) mark(run, run.inBackground ? "inactive" : "stopped");
  unlock(run);
  return "go on";
}

function mayStop(run: ServiceRun): Outcome | "was stopped" {
  const { world, process, service, inBackground } = run;
  const { base, failed } = stateOf(world.files, service);
  if (changeIs(world, "stopping") && failed) return { exit: 1 };
  if (inBackground && base !== "started" && base !== "inactive") return { exit: 1 };
  const locked = lock(run);
  if (locked === "no folder") return end(run, world.release.lockFailure(service));
  if (locked === "taken")
    return base === "stopping"
      ? end(run, `WARNING: ${service} is already stopping`)
      : end(run, `ERROR: ${service} stopped by something else`);
  if (base === "stopped") {
    eerror(process, `WARNING: ${service} is already stopped`);
    unlock(run);
    return "was stopped";
  }
  mark(run, "stopping");
  if (!changeIs(world, "stopping")) {
    const early = ["sysinit", "boot"].find((level) => isInRunlevel(world.files, service, level));
    if (early !== undefined) eerror(process, `WARNING: you are stopping a ${early} service`);
  }
  return "go on";
}

function* stopDependents(run: ServiceRun, wasInactive: boolean, runCommand: CommandRunner): Work<Outcome> {
  const { world, process, service, runlevel } = run;
  const { files } = world;
  const isUp = (other: string): boolean => ["started", "inactive"].includes(stateOf(files, other).base);
  if (wasInactive) return "go on";
  const tree = yield* treeFor(run);
  const told: string[] = [];
  for (const other of related(run, tree, ["needsme"]).toReversed()) {
    if (changeIs(world, "stopping") && stateOf(files, other).failed) continue;
    if (!isUp(other)) continue;
    if (run.dryRun === true) {
      process.stdout.push(` ${other}`);
      continue;
    }
    yield* waitForService(world, process, other);
    if (!isUp(other)) continue;
    const task = yield* launch(world, process, { service: other, commands: ["stop"], runCommand });
    if (task !== undefined && !isParallel(world)) yield* waitFor(task);
    told.push(other);
  }
  if (run.dryRun === true) return "go on";
  for (const other of told) {
    if (stateOf(files, other).base === "stopped") continue;
    yield* waitForService(world, process, other);
    if (stateOf(files, other).base === "stopped") continue;
    if (changeIs(world, "stopping")) {
      // Observed stop-fails: when the system goes down, what will not stop holds up nothing.
      if (runlevel === "shutdown" || runlevel === "single") continue;
      mark(run, "failed");
    }
    return end(run, `ERROR: cannot stop ${service} as ${other} is still up`);
  }
  for (const other of related(run, tree, ["needsme", "wantsme", "usesme"]))
    if (stateOf(files, other).base !== "stopped") yield* waitForService(world, process, other);
  return "go on";
}

/** Stops a service, starts it, and starts again what was up before. */
export function* restartService(run: ServiceRun, runCommand: CommandRunner): Work<Outcome> {
  const { world, service } = run;
  if (run.nodeps === true) {
    if (["started", "inactive"].includes(stateOf(world.files, service).base)) {
      const stopped = yield* callScript(run, "stop");
      if (stopped.exit !== 0) return "go on";
    }
    yield* callScript(run, "start");
    return "go on";
  }
  let wereUp: readonly string[] = [];
  if (stateOf(world.files, service).base !== "stopped") {
    wereUp = startedServices(run);
    const outcome = yield* stopService(run, runCommand);
    if (outcome !== "go on" && outcome !== "was stopped") return { ...outcome, startAgain: wereUp };
  }
  const outcome = yield* startService(run, runCommand);
  if (outcome !== "go on") return { ...outcome, startAgain: wereUp };
  yield* startAgain(run, wereUp, runCommand);
  return "go on";
}

/** The services that are up, in the order of the folders of states. */
export function startedServices({ world }: ServiceRun): readonly string[] {
  return [...servicesInState(world.files, "started"), ...servicesInState(world.files, "inactive")];
}
