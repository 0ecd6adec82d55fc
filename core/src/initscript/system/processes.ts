// Processes and the clock. One process works at a time, until it waits for something; then the next one does that has waited
// longest, so that the same scripts always do the same. A child begins when its parent waits; a program that takes time says
// so by `sleep`, all else takes none.

import type {
  ProcessEnd,
  ProcessIdentity,
  ProcessRun,
  ProcessStart,
  ProgramCall,
  ShellAnswer,
  ShellRequest,
} from "../../shell/interpreter/contract.ts";
import { signalNumber } from "../../shell/interpreter/signals.ts";
import type { ProcessInfo } from "./contract.ts";
import type { Execution } from "./execution.ts";

/** What the processes tell the system. */
export interface ProcessObserver {
  readonly execute: (call: ProgramCall) => Execution;
  readonly started: (
    execution: Extract<Execution, { kind: "start" }>,
    call: ProgramCall,
    pid: number,
  ) => void;
  readonly sourced: (request: Extract<ShellRequest, { kind: "sourced" }>, pid: number) => void;
  readonly ended: (process: ProcessInfo, end: SystemEnd) => void;
  readonly hangs: (process: ProcessInfo, what: string) => void;
}

/** How a process has ended. */
export type SystemEnd = ProcessEnd | { readonly kind: "killed"; readonly signal: string };

/** What a process is started with from outside. */
export interface ProcessInput {
  readonly argv: readonly string[];
  readonly file: string;
  readonly ignored: ReadonlySet<string>;
}

/** All processes of a system, and its clock. */
export interface Processes {
  /** Starts a process without a parent, in a group of its own; it begins when the system runs. */
  readonly start: (begin: ProcessStart, input: ProcessInput) => number;
  /** Lets all processes work until this one has ended and nothing is left to do at that moment, and no longer than to a time. */
  readonly run: (until: { readonly pid?: number; readonly time?: number }) => void;
  /** Undefined while it goes on. */
  readonly endOf: (pid: number) => SystemEnd | undefined;
  /** Sends a signal; false where there is no such process. A negative number names a group. */
  readonly signal: (pid: number, signal: string) => boolean;
  readonly list: () => readonly ProcessInfo[];
  readonly now: () => number;
}

interface Process extends ProcessInfo {
  readonly identity: ProcessIdentity;
  readonly group: number;
  argv: readonly string[];
  file: string;
  run: ProcessRun;
  readonly actions: Map<string, "ignore" | "catch">;
  waits: Waiting;
  answer: ShellAnswer;
}

/** What a process waits for. */
type Waiting =
  | { readonly kind: "nothing" }
  | { readonly kind: "child"; readonly pid: number; readonly asked: boolean }
  | { readonly kind: "children" }
  | { readonly kind: "time"; readonly until: number }
  | { readonly kind: "ever" };

interface Scheduler {
  readonly observer: ProcessObserver;
  readonly living: Map<number, Process>;
  readonly ended: Map<number, { readonly parent: number; readonly end: SystemEnd }>;
  /** Those that can go on, the one that has waited longest first. */
  readonly ready: Process[];
  now: number;
  lastPid: number;
}

/** Signals that do nothing by default, or nothing that is followed here. signal(7). */
const harmless: ReadonlySet<string> = new Set("CHLD CONT URG WINCH STOP TSTP TTIN TTOU".split(" "));

/** A system without processes; its clock begins at `now`. */
export function createProcesses(observer: ProcessObserver, now: number): Processes {
  const scheduler: Scheduler = {
    observer,
    living: new Map(),
    ended: new Map(),
    ready: [],
    now,
    lastPid: 100,
  };
  return {
    start: (begin, input) => beginProcess(scheduler, begin, { ...input, parent: 1, group: undefined }).pid,
    run: (until) => run(scheduler, until),
    endOf: (pid) => scheduler.ended.get(pid)?.end,
    signal: (pid, signal) => signalAll(scheduler, pid, signal),
    list: () => [...scheduler.living.values()],
    now: () => scheduler.now,
  };
}

function run(scheduler: Scheduler, until: { readonly pid?: number; readonly time?: number }): void {
  const time = until.time ?? Number.POSITIVE_INFINITY;
  while (true) {
    for (let process = scheduler.ready.shift(); process !== undefined; process = scheduler.ready.shift())
      if (scheduler.living.has(process.pid)) goOn(scheduler, process);
    if (until.pid !== undefined && !scheduler.living.has(until.pid)) return;
    const next = Math.min(
      ...[...scheduler.living.values()].map(({ waits }) =>
        waits.kind === "time" ? waits.until : Number.POSITIVE_INFINITY,
      ),
    );
    if (next > time || next === Number.POSITIVE_INFINITY) {
      if (time !== Number.POSITIVE_INFINITY) scheduler.now = Math.max(scheduler.now, time);
      return;
    }
    scheduler.now = Math.max(scheduler.now, next);
    for (const process of scheduler.living.values())
      if (process.waits.kind === "time" && process.waits.until <= scheduler.now)
        wake(scheduler, process, { kind: "ended", status: 0 });
  }
}

function wake(scheduler: Scheduler, process: Process, answer: ShellAnswer): void {
  process.waits = { kind: "nothing" };
  process.answer = answer;
  scheduler.ready.push(process);
}

interface Beginning extends ProcessInput {
  readonly parent: number;
  readonly group: number | undefined;
}

function beginProcess(
  scheduler: Scheduler,
  begin: ProcessStart,
  { argv, file, ignored, parent, group }: Beginning,
): Process {
  const pid = ++scheduler.lastPid;
  const identity: ProcessIdentity = { pid, parent, arrived: [] };
  const process: Process = {
    pid,
    parent,
    identity,
    group: group ?? pid,
    argv,
    file,
    run: begin(identity),
    actions: new Map([...ignored].map((signal) => [signal, "ignore"] as const)),
    waits: { kind: "nothing" },
    answer: { kind: "ended", status: 0 },
  };
  scheduler.living.set(pid, process);
  scheduler.ready.push(process);
  return process;
}

/** Lets a process work until it waits or ends. */
function goOn(scheduler: Scheduler, process: Process): void {
  while (true) {
    const next = process.run.next(process.answer);
    if (next.done === true) {
      end(scheduler, process, next.value);
      return;
    }
    const answer = fulfil(scheduler, process, next.value);
    // A process that has killed itself is gone.
    if (answer === undefined || !scheduler.living.has(process.pid)) return;
    process.answer = answer;
  }
}

const done: ShellAnswer = { kind: "ended", status: 0 };

/** Does what a process asks for; undefined where the answer comes later. */
function fulfil(scheduler: Scheduler, process: Process, request: ShellRequest): ShellAnswer | undefined {
  switch (request.kind) {
    case "run":
    case "become":
      return runProgram(scheduler, process, request.kind, request.call);
    case "fork": {
      const { argv, file, pid, group } = process;
      const child = beginProcess(scheduler, request.start, {
        argv,
        file,
        ignored: request.ignored,
        parent: pid,
        group,
      });
      if (request.background) return { kind: "started", pid: child.pid };
      process.waits = { kind: "child", pid: child.pid, asked: false };
      return undefined;
    }
    case "wait":
      return waitFor(scheduler, process, request.pid);
    case "signal":
      return signalAll(scheduler, request.pid === 0 ? -process.group : request.pid, request.signal)
        ? done
        : { kind: "failed", reason: "missing" };
    case "trap":
      if (request.action === "default") process.actions.delete(request.signal);
      else process.actions.set(request.signal, request.action);
      return done;
    case "sleep":
      process.waits = { kind: "time", until: scheduler.now + request.seconds };
      return undefined;
    case "hang":
      process.waits = { kind: "ever" };
      scheduler.observer.hangs(process, request.what);
      return undefined;
    case "sourced":
      scheduler.observer.sourced(request, process.pid);
      return done;
  }
}

function runProgram(
  scheduler: Scheduler,
  process: Process,
  kind: "run" | "become",
  call: ProgramCall,
): ShellAnswer | undefined {
  const execution = scheduler.observer.execute(call);
  if (execution.kind === "failed") return execution;
  const { argv, file, start } = execution;
  if (kind === "run") {
    const { pid: parent, group } = process;
    const child = beginProcess(scheduler, start, { argv, file, ignored: call.ignored, parent, group });
    process.waits = { kind: "child", pid: child.pid, asked: false };
    scheduler.observer.started(execution, call, child.pid);
    return undefined;
  }
  process.argv = argv;
  process.file = file;
  // What was caught is not caught any more; what was ignored stays so. execve(2).
  for (const [signal, action] of process.actions) if (action === "catch") process.actions.delete(signal);
  process.identity.arrived.length = 0;
  process.run = start(process.identity);
  scheduler.observer.started(execution, call, process.pid);
  return done;
}

function waitFor(scheduler: Scheduler, process: Process, pid: number | undefined): ShellAnswer | undefined {
  if (process.identity.arrived.length > 0) return { kind: "interrupted" };
  if (pid === undefined) {
    if (!hasChildren(scheduler, process.pid)) return done;
    process.waits = { kind: "children" };
    return undefined;
  }
  const ended = scheduler.ended.get(pid);
  if (ended?.parent === process.pid) return answerFor(pid, ended.end);
  if (scheduler.living.get(pid)?.parent !== process.pid) return { kind: "failed", reason: "missing" };
  process.waits = { kind: "child", pid, asked: true };
  return undefined;
}

function hasChildren(scheduler: Scheduler, pid: number): boolean {
  return [...scheduler.living.values()].some(({ parent }) => parent === pid);
}

/** The status that a parent sees. What is not followed counts as done. */
export function statusOf(end: SystemEnd): number {
  switch (end.kind) {
    case "exit":
      return end.status;
    case "killed":
      return 128 + signalNumber(end.signal);
    case "not-followed":
    case "gave-up":
      return 0;
  }
}

/** What a parent that waits is told. */
function answerFor(pid: number, end: SystemEnd): ShellAnswer {
  const killed = end.kind === "killed" ? { killed: { signal: end.signal, pid } } : {};
  return { kind: "ended", status: statusOf(end), ...killed };
}

function end(scheduler: Scheduler, process: Process, how: SystemEnd): void {
  scheduler.living.delete(process.pid);
  scheduler.ended.set(process.pid, { parent: process.parent, end: how });
  scheduler.observer.ended(process, how);
  const parent = scheduler.living.get(process.parent);
  if (parent?.waits.kind === "child" && parent.waits.pid === process.pid)
    wake(scheduler, parent, answerFor(process.pid, how));
  else if (parent?.waits.kind === "children" && !hasChildren(scheduler, parent.pid))
    wake(scheduler, parent, done);
  // When the work is used up, nothing goes on.
  if (how.kind !== "gave-up") return;
  scheduler.living.clear();
  scheduler.ready.length = 0;
}

function signalAll(scheduler: Scheduler, pid: number, signal: string): boolean {
  const meant = [...scheduler.living.values()].filter((process) =>
    pid > 0 ? process.pid === pid : pid === -1 || process.group === -pid,
  );
  if (signal !== "0") for (const process of meant) deliver(scheduler, process, signal);
  return meant.length > 0;
}

function deliver(scheduler: Scheduler, process: Process, signal: string): void {
  const action = signal === "KILL" ? undefined : process.actions.get(signal);
  if (action === "ignore") return;
  if (action === "catch") {
    process.identity.arrived.push(signal);
    const { waits } = process;
    // A shell that waits for a program goes on waiting; one that has been asked to wait does not.
    if (waits.kind === "children" || (waits.kind === "child" && waits.asked))
      wake(scheduler, process, { kind: "interrupted" });
    return;
  }
  if (!harmless.has(signal)) end(scheduler, process, { kind: "killed", signal });
}
