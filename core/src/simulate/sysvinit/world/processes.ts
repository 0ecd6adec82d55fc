// Processes: they begin, run, get signals and end.

import { fillMessage } from "../../../inittab/messages.ts";
import { ashWording } from "../../../shell/ash-wording.ts";
import { runShell, type Shell, type ShellRequest } from "../../../shell/run.ts";
import { absolutePath } from "../../run/paths.ts";
import { dueOrder, enqueue, prune } from "../../run/queue.ts";
import { leftKey } from "../../run/record-key.ts";
import { driveShell } from "../../run/shell.ts";
import { type Ticks, toSeconds, toTicks } from "../../run/ticks.ts";
import type { EndKind } from "../../run/timeline.ts";
import { roundTime } from "../../run/world.ts";
import type { StartEffect } from "../machine/effects.ts";
import { cutMessage } from "../machine/work.ts";
import { accountDead } from "./accounts.ts";
import type { Launch, Program } from "./model.ts";
import { type Process, type SysvinitWorld, tell } from "./world.ts";

/** No process is shorter than this, so that time goes on whatever a table does. */
const shortest: Ticks = toTicks(0.001);

/**
 * How long a shell takes to bring a child to life; one in the background is not waited for, so that what the shell does
 * next comes first. Observed: exec-shell with 3.14, level-process-group.
 */
const forkTime = { child: toTicks(0.002), background: toTicks(0.005) };

/** Carries out what init has started. */
export function startProcess(world: SysvinitWorld, start: StartEffect): void {
  const launch = world.model.launch(start, world.init.files);
  const process = addProcess(world, { pid: start.pid, parent: 0, group: start.pid, start });
  world.out.push({
    kind: "began",
    at: toSeconds(world.now),
    pid: start.pid,
    record: start.record,
    process: start.process,
  });
  if (start.command.kind === "initscript")
    tell(world, { event: "initscript", args: start.command.argv.slice(2) });
  begin(world, process, launch);
}

/** A child of a shell comes to life, unless it was killed before. */
export function beginChild(world: SysvinitWorld, key: number, body: Program | Shell): void {
  const child = world.processes.get(key);
  if (child === undefined) return;
  if ("argv" in body) runProgram(world, child, body);
  else {
    child.shell = body;
    drive(world, child, null);
  }
}

/** Sends a signal to all members of a group. */
export function signalGroup(world: SysvinitWorld, group: number, signal: "TERM" | "KILL"): void {
  // Those that begin meanwhile do not get it, nor those that have left the group when it is their turn.
  for (const process of [...(world.groups.get(group) ?? [])])
    if (process.group === group) signalProcess(world, process, signal);
}

/** New members are the youngest of their group, so that the order of the keys is kept. */
function joinGroup(world: SysvinitWorld, process: Process): void {
  const members = world.groups.get(process.group);
  if (members === undefined) world.groups.set(process.group, new Set([process]));
  else members.add(process);
}

function leaveGroup(world: SysvinitWorld, process: Process): void {
  const members = world.groups.get(process.group);
  members?.delete(process);
  if (members?.size === 0) world.groups.delete(process.group);
}

/** Ends every live process with this id as a scenario asks; `exit` is the code of one that ends by itself. */
export function killById(
  world: SysvinitWorld,
  id: string,
  how: "exit" | "KILL" | "TERM",
  exit?: number,
): void {
  for (const process of [...world.processes.values()]) {
    if (process.program === undefined || process.program.id !== id || id === "") continue;
    if (how !== "exit") {
      signalProcess(world, process, how);
      continue;
    }
    const { program } = process;
    if (exit !== undefined) process.program = { ...program, behaviour: { ...program.behaviour, exit } };
    endProcess(world, process, "exit");
  }
}

/** The moment has come at which a process ends by itself. */
export function endIfDue(world: SysvinitWorld, key: number, at: Ticks): void {
  const process = world.processes.get(key);
  if (process === undefined || process.endsAt !== at) {
    world.stale = Math.max(0, world.stale - 1);
    return;
  }
  if (process.cannotExecute !== undefined) {
    // The child says so itself, and init has meanwhile gone on.
    tell(world, {
      event: "log",
      text: cutMessage(fillMessage("cannotExecute", { word: process.cannotExecute })),
      to: "both",
    });
    writeOut(world, process.start);
    if (process.start.command.accounted) accountDead(world, process.start.record.id);
  }
  endProcess(world, process, process.dying ? "terminated" : "exit");
}

function addProcess(
  world: SysvinitWorld,
  about: Pick<Process, "pid" | "parent" | "group" | "start">,
): Process {
  world.lastKey++;
  const process: Process = {
    key: world.lastKey,
    ...about,
    program: undefined,
    shell: undefined,
    waitsFor: 0,
    endsAt: null,
    dying: false,
    isLeft: false,
    cannotExecute: undefined,
  };
  world.processes.set(process.key, process);
  joinGroup(world, process);
  return process;
}

function begin(world: SysvinitWorld, process: Process, launch: Launch): void {
  switch (launch.kind) {
    case "program":
      runProgram(world, process, launch.program);
      return;
    case "shell": {
      const { environment } = process.start;
      process.shell = runShell({
        name: launch.name,
        script: launch.script,
        positional: launch.positional,
        environment: Object.fromEntries(environment.map(splitVariable)),
        exists: (path) =>
          Object.hasOwn(world.init.files, absolutePath(path)) || absolutePath(path) === "/dev/null",
        wording: ashWording,
      });
      drive(world, process, null);
      return;
    }
    case "missing":
      process.cannotExecute = launch.word;
      endSoon(world, process, 1);
      return;
    case "nothing":
      endSoon(world, process, 1);
  }
}

function splitVariable(variable: string): readonly [string, string] {
  const equals = variable.indexOf("=");
  return [variable.slice(0, equals), variable.slice(equals + 1)];
}

/** A process that comes to nothing is still a child that dies. */
function endSoon(world: SysvinitWorld, process: Process, exit: number): void {
  process.program = { id: "", argv: [], behaviour: { runs: 0, exit, onTerm: "exit", termDelay: 0 } };
  moveEnd(world, process, world.now + shortest);
}

function runProgram(world: SysvinitWorld, process: Process, program: Program): void {
  const wasShell = process.shell !== undefined || process.parent !== 0;
  process.program = program;
  process.shell = undefined;
  if (program.id !== "") reportStart(world, process, program, wasShell);
  const { runs, leaves } = program.behaviour;
  if (leaves !== undefined && leaves !== "") leaveBehind(world, process, leaves);
  if (runs !== null) moveEnd(world, process, world.now + Math.max(shortest, toTicks(runs)));
}

/** A child that calls setsid: no signal for the group of its parent reaches it. Observed beside the real program. */
function leaveBehind(world: SysvinitWorld, { key, start, program }: Process, name: string): void {
  const group = -world.lastKey - 1;
  const child = addProcess(world, { pid: 0, parent: key, group, start });
  child.isLeft = true;
  world.out.push({
    ...{ kind: "began", at: toSeconds(world.now), pid: -child.key, process: name },
    ...{ record: leftKey(name), leftBy: program?.id ?? "" },
  });
  const item = { kind: "begin", key: child.key, body: world.model.leftBehind(name) } as const;
  enqueue(world.queue, { at: world.now + forkTime.background, order: dueOrder.begin, item });
}

/** The scripts of level 0 and 6 send TERM and KILL to all that is left before they let the machine go down. */
function sweep(world: SysvinitWorld): void {
  for (const signal of ["TERM", "KILL"] as const)
    for (const process of [...world.processes.values()])
      if (process.isLeft) signalProcess(world, process, signal);
}

function reportStart(world: SysvinitWorld, process: Process, program: Program, byShell: boolean): void {
  const { start } = process;
  const show = world.scenario.show ?? [];
  tell(world, {
    event: "start",
    id: program.id,
    runlevel: start.runlevel,
    prevlevel: start.prevlevel,
    ...(program.argv.length > 2 ? { argv: program.argv } : {}),
    ...(show.includes("env") && !byShell ? { env: start.environment.toSorted() } : {}),
    ...(show.includes("parent") ? parentage(process) : {}),
  });
}

function parentage(process: Process): { readonly parent: "init" | "other"; readonly leader: boolean } {
  const isChild = process.parent === 0 && !process.start.terminal;
  return { parent: isChild ? "init" : "other", leader: isChild || process.group < 0 };
}

function signalProcess(world: SysvinitWorld, process: Process, signal: "TERM" | "KILL"): void {
  if (signal === "KILL") {
    endProcess(world, process, "killed");
    return;
  }
  const { program } = process;
  if (program === undefined || program.id === "") {
    endProcess(world, process, "terminated");
    return;
  }
  tell(world, { event: "signal", id: program.id, signal });
  if (program.behaviour.onTerm === "ignore" || process.dying) return;
  process.dying = true;
  if (program.behaviour.termDelay > 0)
    moveEnd(world, process, world.now + toTicks(program.behaviour.termDelay));
  else endProcess(world, process, "terminated");
}

function isLeader(process: Process): boolean {
  return process.pid !== 0 && !process.start.terminal;
}

function moveEnd(world: SysvinitWorld, process: Process, at: Ticks): void {
  if (process.endsAt !== null) callOff(world);
  process.endsAt = at;
  enqueue(world.queue, { at, order: dueOrder.end, item: { kind: "end", key: process.key, at } });
}

/** Ends that were called off are thrown away when they become too many. */
function callOff(world: SysvinitWorld): void {
  world.stale++;
  if (world.stale < 64 || world.stale * 2 < world.queue.nodes.length) return;
  prune(world.queue, (item) => item.kind !== "end" || world.processes.get(item.key)?.endsAt === item.at);
  world.stale = 0;
}

function endProcess(world: SysvinitWorld, process: Process, how: EndKind): void {
  const { program } = process;
  const code = how === "killed" ? 137 : (program?.behaviour.exit ?? 143);
  const then = how === "exit" ? program?.behaviour.then : undefined;
  if (then?.kind === "end" && then.sweeps === true) sweep(world);
  if (program !== undefined && program.id !== "") {
    if (how === "killed") tell(world, { event: "killed", id: program.id });
    else tell(world, { event: "exit", id: program.id, code });
  }
  finish(world, process, how, code);
}

function finish(world: SysvinitWorld, process: Process, how: EndKind, code: number): void {
  world.processes.delete(process.key);
  leaveGroup(world, process);
  if (process.endsAt !== null && process.endsAt > world.now) callOff(world);
  if (process.pid !== 0) {
    // A copy of init has waited for the process, or has not become one.
    if (how === "exit" && (process.start.terminal || process.start.command.kind === "nothing"))
      writeOut(world, process.start);
    world.out.push({ kind: "over", at: toSeconds(world.now), pid: process.pid, how, code });
    if (how === "exit") takeConsequence(world, process);
  } else if (process.isLeft)
    world.out.push({ kind: "over", at: toSeconds(world.now), pid: -process.key, how, code });
  const parent = world.processes.get(process.parent);
  // Init also inherits the children of the dead, and notices their end.
  if (parent === undefined) world.soon.push({ kind: "died", at: world.now, pid: process.pid });
  else if (parent.shell !== undefined && parent.waitsFor === process.key) drive(world, parent, code);
}

/** A copy of init that ends writes out what stands in the buffer that it was born with. Observed: fidelity-got-line. */
function writeOut(world: SysvinitWorld, { unwritten }: StartEffect): void {
  for (const text of unwritten?.split("\n") ?? []) if (text !== "") tell(world, { event: "output", text });
}

function takeConsequence(world: SysvinitWorld, process: Process): void {
  const then = process.program?.behaviour.then;
  if (then?.kind === "end") world.ended = { t: roundTime(world.now), how: then.how };
  else if (then?.kind === "telinit") world.calls.push(then.arguments);
}

/** Lets a shell go on with the answer to what it asked. */
function drive(world: SysvinitWorld, process: Process, answer: number | null): void {
  driveShell(process, answer, {
    fulfil: (request) => fulfil(world, process, request),
    end: (code) => finish(world, process, "exit", code),
  });
}

/** Does what a shell asks; the answer, or `waits` where it comes later. */
function fulfil(world: SysvinitWorld, process: Process, request: ShellRequest): number | null | "waits" {
  const { start, key } = process;
  switch (request.kind) {
    case "output":
      tell(world, { event: "output", text: request.text });
      return 0;
    case "fork":
      return fork(world, process, request.shell, request.background ? "background" : "child");
    case "run":
    case "exec": {
      const apart = /^(?:\/usr)?(?:\/bin\/)?setsid$/.test(request.argv[0] ?? "");
      const program = world.model.program(apart ? request.argv.slice(1) : request.argv, start);
      if (program === undefined) return null;
      if (request.kind === "run" || (apart && isLeader(process))) {
        const answer = fork(world, process, program, "child", apart);
        // A leader cannot leave its group: setsid then starts the program and ends.
        if (request.kind === "exec") endProcess(world, process, "exit");
        return answer;
      }
      if (apart) {
        leaveGroup(world, process);
        process.group = -key;
        joinGroup(world, process);
      }
      runProgram(world, process, program);
      return "waits";
    }
  }
}

/** Starts a child of a shell; `apart`: in a group of its own. */
function fork(
  world: SysvinitWorld,
  process: Process,
  body: Program | Shell,
  kind: keyof typeof forkTime,
  apart = false,
): number | "waits" {
  const { key, start } = process;
  const group = apart ? -world.lastKey - 1 : process.group;
  const child = addProcess(world, { pid: 0, parent: key, group, start });
  const item = { kind: "begin", key: child.key, body } as const;
  enqueue(world.queue, { at: world.now + forkTime[kind], order: dueOrder.begin, item });
  if (kind === "background") return 0;
  process.waitsFor = child.key;
  return "waits";
}
