// The system that OpenRC's programs work on, and the programs as processes in it.

import type { DeclaredService, Deptree, DeptreeProblem } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";
import type { Tasks, Work } from "./tasks.ts";
import type { OpenrcRelease } from "./versions.ts";

/** A running system. All that changes is in its files, its locks and its tree. */
export interface OpenrcWorld {
  readonly release: OpenrcRelease;
  readonly files: OpenrcFiles;
  readonly tasks: Tasks;
  readonly scripts: ScriptRunner;
  /** Where output and errors of all programs go, in the order in which they come. */
  readonly print: (text: string) => void;
  /** The processes that work on a service, by its name. */
  readonly locks: Map<string, OpenrcProcess>;
  /** What the kept tree was made from; undefined: there is none. */
  readonly kept: { tree: { readonly tree: Deptree; readonly madeFrom: string } | undefined };
}

/** A program of OpenRC's that runs. */
export interface OpenrcProcess {
  readonly environment: Map<string, string>;
  /** What it has written to its standard output, which comes out when it ends. */
  readonly stdout: string[];
  /** Before each message: the service's name where services run side by side. */
  readonly prefix: string;
}

/** What of OpenRC's work is done by shell scripts. */
export interface ScriptRunner {
  /** What depend() of all services says, with what the shell prints meanwhile. */
  readonly declare: () => DeclaredScripts;
  /** The value that rc.conf gives a name; undefined: none. */
  readonly setting: (name: string) => string | undefined;
  /** Calls a command of a service (`start`, `stop`, `status`, …), with all that goes before and after it. */
  readonly call: (call: ScriptCall) => Work;
  /** Whether a daemon that a service has started is gone. */
  readonly hasCrashed: (service: string) => boolean;
  /** Runs a script that is not OpenRC's, as any program. */
  readonly runPlain: (path: string, args: readonly string[], process: OpenrcProcess) => Work;
}

/** What all scripts together declare. */
export interface DeclaredScripts {
  readonly services: readonly DeclaredService[];
  readonly printed: string;
}

/** A command of a service to be called. */
export interface ScriptCall {
  readonly service: string;
  readonly script: string;
  readonly command: string;
  readonly process: OpenrcProcess;
  /** The script has marked the service itself. */
  readonly onMark: () => void;
}

/** Starts a process with the environment of another one. */
export function newProcess(
  environment: ReadonlyMap<string, string> = new Map(),
  prefix: string = "",
): OpenrcProcess {
  return { environment: new Map(environment), stdout: [], prefix };
}

/** Ends a process: what it has written comes out. */
export function endProcess(world: OpenrcWorld, process: OpenrcProcess): void {
  for (const text of process.stdout.splice(0)) world.print(text);
}

/** Writes to the standard output, as any message. */
export function einfo(process: OpenrcProcess, text: string): void {
  process.stdout.push(`${process.prefix} * ${text}\n`);
}

/** Writes to the standard error, as a warning or an error. */
export function eerror(world: OpenrcWorld, process: OpenrcProcess, text: string): void {
  world.print(`${process.prefix} * ${text}\n`);
}

/** Whether a value says yes, as OpenRC reads it. */
export function isYes(value: string | undefined): boolean {
  return /^(?:yes|true|on|1)$/i.test(value ?? "");
}

/** Whether rc.conf says yes; `usual` where it says nothing. */
export function settingIsYes(world: OpenrcWorld, name: string, usual: boolean): boolean {
  const value = world.scripts.setting(name);
  return value === undefined ? usual : isYes(value);
}

/** What OpenRC says of a tree's problem. */
export function problemText(problem: DeptreeProblem, { quotes: [before, after] }: OpenrcRelease): string {
  const quoted = (name: string): string => `${before}${name}${after}`;
  return problem.kind === "missing-need"
    ? `Service ${quoted(problem.service)} needs non existent service ${quoted(problem.needs)}`
    : `Error: ${problem.name} is the name of a real and virtual service.`;
}
