// Processes: they wait for Enter, begin, run, get signals and end.

import { findAction } from "../../../inittab/actions.ts";
import { denied, type Shell, type ShellCommandRequest, type ShellRequest } from "../../../shell/run.ts";
import { absolutePath } from "../../run/paths.ts";
import { dueOrder, enqueue } from "../../run/queue.ts";
import { leftKey } from "../../run/record-key.ts";
import { driveShell } from "../../run/shell.ts";
import { type Ticks, toSeconds, toTicks } from "../../run/ticks.ts";
import type { EndKind } from "../../run/timeline.ts";
import { terminalName } from "../keys.ts";
import { type BusyboxDeath, numberOfSignal } from "../machine/death.ts";
import { askMessage, busyboxMessages, lineAsWritten, reasons } from "../machine/messages.ts";
import type { BusyboxLaunch, BusyboxProgram } from "./model.ts";
import { shellOf } from "./own-shell.ts";
import { reportStart, tellBegin, tellCannotRun } from "./telling.ts";
import { served, type Terminal, terminalOf, type } from "./terminals.ts";
import {
  type BusyboxProcess,
  type BusyboxStart,
  type BusyboxWorld,
  type ChildProgram,
  tellSight,
  writeLine,
  writeOwnLine,
} from "./world.ts";

/** No process is shorter than this, so that time goes on whatever a table does. */
const shortest: Ticks = toTicks(0.001);

/** How long a process in the background takes to begin; what its shell does next comes first. Observed: background-ampersand. */
const beginning: Ticks = toTicks(0.001);

/** How far apart the signals are that init sends to one process after the other. */
const sending: Ticks = toTicks(0.001);

/** The exit code of a child of init that cannot execute its program. Source: init.c of 1.35.0. */
export const notExecuted = 255;

/** The signals that the programs of the recorded cases tell of. */
const noticed: ReadonlySet<string> = new Set(["TERM", "HUP", "INT"]);

/** Signals that end no process. */
const harmless: ReadonlySet<string> = new Set([
  "CHLD",
  "CONT",
  "URG",
  "WINCH",
  "STOP",
  "TSTP",
  "TTIN",
  "TTOU",
]);

/** Carries out what init has started: the process runs, or waits for Enter first. */
export function beginProcess(world: BusyboxWorld, start: BusyboxStart): void {
  const terminal = terminalName(start.terminal);
  const process = addProcess(world, { pid: start.pid, parent: 0, session: undefined, start }, terminal);
  process.controls = controlOf(world, start.terminal, start.command);
  if (process.controls !== undefined) world.controlled.add(process.controls);
  tellBegin(world, start.pid, start, { asks: start.asks, kept: findAction(start.action)?.respawns === true });
  if (!start.asks) {
    executeEntry(world, process, start);
    return;
  }
  writeLine(world, terminal, askMessage);
  if (terminal === "null") executeEntry(world, process, start);
  else {
    const device = terminalOf(world.terminals, terminal);
    device.waiting.push(process.key);
    serve(world, device);
  }
}

/** Process 1 becomes another program; false if that cannot be run. */
export function becomeProcess(world: BusyboxWorld, terminal: string, command: string): boolean {
  const name = terminalName(terminal);
  const launch = world.model.launch(command, "restart");
  if (launch.kind === "missing") {
    tellCannotRun(world, name, launch);
    return false;
  }
  tellBegin(world, 1, { terminal, command }, {});
  const process = addProcess(world, { pid: 1, parent: 0, session: undefined, start: undefined }, name);
  begin(world, process, launch);
  return true;
}

/** Somebody types on a terminal. */
export function typeOn(world: BusyboxWorld, terminal: string, text: string): void {
  const device = terminalOf(world.terminals, terminal);
  for (const line of type(device, text)) writeLine(world, terminal, line);
  serve(world, device);
}

/** A child of a shell begins, unless it was killed before. */
export function beginChild(world: BusyboxWorld, key: number, body: Shell | ChildProgram): void {
  const child = world.processes.get(key);
  if (child === undefined) return;
  if ("program" in body) {
    child.input = body.input;
    runProgram(world, child, body.program);
  } else {
    child.shell = body;
    drive(world, child, null);
  }
}

/** A shell ends whose children have begun meanwhile, unless it was killed before. */
export function finishShell(world: BusyboxWorld, key: number, code: number): void {
  const process = world.processes.get(key);
  if (process !== undefined) finish(world, process, "exit", { code });
}

/** The moment has come at which a process ends by itself. */
export function endIfDue(world: BusyboxWorld, key: number, at: Ticks): void {
  const process = world.processes.get(key);
  if (process?.endsAt === at) endProcess(world, process, "exit", 0);
}

/** A signal reaches a process. */
export function signalProcess(world: BusyboxWorld, key: number, signal: string): void {
  const process = world.processes.get(key);
  if (process === undefined || harmless.has(signal)) return;
  const { program } = process;
  const number = numberOfSignal(signal);
  if (signal !== "KILL" && process.pid === 1 && !noticed.has(signal)) return;
  if (signal === "KILL" || program === undefined || program.id === "" || !noticed.has(signal)) {
    // A shell that somebody types at takes no notice of TERM.
    if (program?.id === "" && program.behaviour.onTerm === "ignore" && signal === "TERM") return;
    // One that waits for Enter yet is no program that could take notice of TERM.
    const waits = program === undefined && process.shell === undefined && signal === "TERM";
    endProcess(world, process, waits ? "terminated" : "killed", number);
    return;
  }
  tellSight(world, { event: "signal", id: program.id, signal });
  if (program.behaviour.onTerm === "exit") endProcess(world, process, "terminated", number);
}

/** Init sends signals to single processes, one after the other. */
export function signalInTurn(world: BusyboxWorld, pid: number, place: number, signal: string): void {
  for (const { key, pid: own } of world.processes.values())
    if (own === pid)
      enqueue(world.queue, {
        at: world.now + place * sending,
        order: dueOrder.end,
        item: { kind: "signal", key, signal },
      });
}

/** A signal reaches every process but process 1. */
export function signalAll(world: BusyboxWorld, signal: string): void {
  for (const key of [...world.processes.keys()]) signalProcess(world, key, signal);
}

/** A signal reaches every process with this key, or only those of one terminal. */
export function signalById(world: BusyboxWorld, id: string, signal: string, terminal?: string): void {
  for (const { key, program, output } of [...world.processes.values()])
    if (program !== undefined && program.id === id && id !== "" && (terminal ?? output) === output)
      signalProcess(world, key, signal);
}

/** Enter goes to the one who has waited longest. Observed: two askfirst entries on one console take one Enter each. */
function serve(world: BusyboxWorld, terminal: Terminal): void {
  for (let key = served(terminal); key !== undefined; key = served(terminal)) {
    const process = world.processes.get(key);
    if (process?.start !== undefined) executeEntry(world, process, process.start);
  }
}

/** An entry that names a terminal gets it as its controlling terminal, unless somebody has it already; so does a login. */
function controlOf(world: BusyboxWorld, terminal: string, command: string): string | undefined {
  const isLogin = command.startsWith("-") && world.init.build.config.FEATURE_INIT_SCTTY;
  if (terminal === "" && !isLogin) return undefined;
  const name = terminalName(terminal);
  return world.controlled.has(name) || name === "null" ? undefined : name;
}

function addProcess(
  world: BusyboxWorld,
  about: Pick<BusyboxProcess, "pid" | "parent" | "start"> & { readonly session: number | undefined },
  terminal: string,
): BusyboxProcess {
  world.lastKey++;
  const process: BusyboxProcess = {
    ...about,
    key: world.lastKey,
    session: about.session ?? world.lastKey,
    input: terminal,
    output: terminal,
    controls: undefined,
    program: undefined,
    shell: undefined,
    waitsFor: 0,
    isLeft: false,
    stillborn: false,
    busyUntil: 0,
    endsAt: null,
  };
  world.processes.set(process.key, process);
  return process;
}

function executeEntry(world: BusyboxWorld, process: BusyboxProcess, start: BusyboxStart): void {
  const { pid, terminal, command, action } = start;
  world.out.push({ kind: "executed", at: toSeconds(world.now), pid });
  // The item above has told it already.
  const line = lineAsWritten(busyboxMessages.start(terminal, command, pid), world.init.encoding);
  writeOwnLine(world, process.output, line, true);
  begin(world, process, world.model.launch(command, action));
}

function begin(world: BusyboxWorld, process: BusyboxProcess, launch: BusyboxLaunch): void {
  switch (launch.kind) {
    case "program":
      runProgram(world, process, launch.program);
      return;
    case "shell":
      process.shell = shellOf(world, launch);
      drive(world, process, null);
      return;
    case "missing":
      tellCannotRun(world, process.output, launch);
      // A child that is forked for Enter is no part of the moment in which init forks.
      process.stillborn = process.start?.asks === false;
      finish(world, process, "exit", { code: notExecuted });
  }
}

function runProgram(world: BusyboxWorld, process: BusyboxProcess, program: BusyboxProgram): void {
  process.program = program;
  process.shell = undefined;
  if (program.id !== "") reportStart(world, process, program);
  const { runs, leaves } = program.behaviour;
  if (leaves !== undefined && leaves !== "") leaveBehind(world, process, leaves);
  if (runs === null) return;
  const at = world.now + Math.max(shortest, toTicks(runs));
  process.endsAt = at;
  enqueue(world.queue, { at, order: dueOrder.end, item: { kind: "end", key: process.key, at } });
}

/** A child that calls setsid: it is not hung up with its parent, and init does not know it. Observed beside the real program. */
function leaveBehind(world: BusyboxWorld, parent: BusyboxProcess, name: string): void {
  const { key, start, input, output, program } = parent;
  const child = addProcess(world, { pid: 0, parent: key, session: undefined, start }, output);
  child.input = input;
  child.isLeft = true;
  world.out.push({
    ...{ kind: "began", at: toSeconds(world.now), pid: -child.key, process: name },
    ...{ record: leftKey(name), leftBy: program?.id ?? "" },
  });
  const body = { program: world.model.leftBehind(name), input };
  const item = { kind: "begin", key: child.key, body } as const;
  enqueue(world.queue, { at: world.now + beginning, order: dueOrder.begin, item });
}

/** `signal`: the number of the signal that ends it; 0: it ends by itself. */
function endProcess(world: BusyboxWorld, process: BusyboxProcess, how: EndKind, signal: number): void {
  const { program } = process;
  const code = how === "exit" ? (program?.behaviour.exit ?? 0) : how === "killed" ? killedCode : caughtCode;
  if (program !== undefined && program.id !== "") {
    if (how === "killed") tellSight(world, { event: "killed", id: program.id });
    else tellSight(world, { event: "exit", id: program.id, code });
  }
  // A program that catches the signal ends by itself. Observed: death-exit-codes, reload-remove.
  const isCaught = how === "terminated" && program !== undefined && program.behaviour.catches !== false;
  finish(world, process, how, how === "exit" || isCaught ? { code } : { signal });
}

/** What a shell gives for a child that was killed, and for one that TERM has ended. */
const killedCode = 137;
const caughtCode = 143;

function finish(world: BusyboxWorld, process: BusyboxProcess, how: EndKind, death: BusyboxDeath): void {
  const code = "code" in death ? death.code : how === "killed" ? killedCode : caughtCode;
  const { key, pid, parent } = process;
  world.processes.delete(key);
  if (process.controls !== undefined) world.controlled.delete(process.controls);
  for (const { waiting } of world.terminals.values())
    if (waiting.includes(key)) waiting.splice(waiting.indexOf(key), 1);
  if (pid !== 0 || process.isLeft)
    world.out.push({ kind: "over", at: toSeconds(world.now), pid: process.isLeft ? -key : pid, how, code });
  if (pid === 1) {
    world.ended = { t: toSeconds(world.now), how: "panic" };
    return;
  }
  if (how === "exit" && process.program?.behaviour.sends !== undefined)
    world.soon.push({ kind: "signal", at: world.now, signal: process.program.behaviour.sends });
  if (process.controls !== undefined) hangUp(world, key);
  const shell = world.processes.get(parent);
  if (process.stillborn) world.stillborn.push(pid);
  else if (shell === undefined)
    world.soon.push({ kind: "died", at: world.now, pids: [pid === 0 ? orphan + key : pid], how: death });
  else if (shell.shell !== undefined && shell.waitsFor === key) {
    if (how === "killed") writeLine(world, shell.output, "Killed");
    drive(world, shell, code);
  }
}

/** Processes that init did not start have numbers behind all its own. */
const orphan = 1_000_000_000;

/** Whoever is left of a session hears when its leader goes. Observed: `tty1::wait:/bin/p a &`. */
function hangUp(world: BusyboxWorld, session: number): void {
  for (const other of [...world.processes.values()])
    if (other.session === session) signalProcess(world, other.key, "HUP");
}

/** Lets a shell go on with the answer to what it asked. */
function drive(world: BusyboxWorld, process: BusyboxProcess, answer: number | null): void {
  driveShell(process, answer, {
    fulfil: (request) => fulfil(world, process, request),
    end: (code) => endShell(world, process, code),
  });
}

/**
 * What a shell has put into the background begins before anybody hears that the shell is over. Who leads a session hangs
 * it up at once, and with it what has not begun. Observed: fidelity-background-first, and `tty1::wait:/bin/p a &`.
 */
function endShell(world: BusyboxWorld, process: BusyboxProcess, code: number): void {
  const { key, busyUntil, controls } = process;
  if (busyUntil <= world.now || controls !== undefined) finish(world, process, "exit", { code });
  else enqueue(world.queue, { at: busyUntil, order: dueOrder.end, item: { kind: "finish", key, code } });
}

/** Does what a shell asks; the answer, or `waits` where it comes later. */
function fulfil(
  world: BusyboxWorld,
  process: BusyboxProcess,
  request: ShellRequest,
): number | null | "waits" {
  switch (request.kind) {
    case "output":
      if (request.text.trim() !== "") writeLine(world, request.to ?? process.output, request.text);
      return 0;
    case "fork":
      return fork(world, process, request.shell, request.background);
    case "run":
    case "exec":
      return command(world, process, request, request.kind);
  }
}

function command(
  world: BusyboxWorld,
  process: BusyboxProcess,
  request: ShellCommandRequest,
  kind: "run" | "exec",
): number | null | "waits" {
  const launch = world.model.program(request.argv);
  if (launch.kind === "missing") return launch.reason === reasons.denied ? denied : null;
  const input =
    request.input === undefined ? process.input : absolutePath(request.input).replace(/^\/dev\//, "");
  const body = launch.kind === "shell" ? shellOf(world, launch) : { program: launch.program, input };
  if (kind === "run") return fork(world, process, body, false);
  if ("program" in body) {
    process.input = body.input;
    runProgram(world, process, body.program);
    return "waits";
  }
  process.shell = body;
  return 0;
}

/** Starts a child of a shell; one in the background reads from nowhere. */
function fork(
  world: BusyboxWorld,
  parent: BusyboxProcess,
  body: Shell | ChildProgram,
  background: boolean,
): number | "waits" {
  const { key, start, session, output } = parent;
  const child = addProcess(world, { pid: 0, parent: key, session, start }, output);
  child.input = background ? "null" : parent.input;
  const item = { kind: "begin", key: child.key, body } as const;
  enqueue(world.queue, { at: world.now + (background ? beginning : 0), order: dueOrder.begin, item });
  if (background) {
    parent.busyUntil = world.now + beginning;
    return 0;
  }
  parent.waitsFor = child.key;
  return "waits";
}
