// The system that OpenRC's programs work on, and the programs as processes in it.

import type { Descriptors } from "../../shell/interpreter/contract.ts";
import type { DeclaredService, Deptree, DeptreeProblem } from "./deptree.ts";
import type { OpenrcFiles } from "./files.ts";
import { readSettings } from "./settings.ts";
import type { Work } from "./tasks.ts";
import type { OpenrcRelease } from "./versions.ts";

/** A running system. All that changes is in its files, its locks and its tree. */
export interface OpenrcWorld {
  readonly release: OpenrcRelease;
  readonly files: OpenrcFiles;
  readonly scripts: ScriptRunner;
  /** The processes that work on a service, by its name. */
  readonly locks: Map<string, OpenrcProcess>;
  /** The tree, and what it was made from; undefined: it is to be made. */
  readonly kept: { tree: { readonly tree: Deptree; readonly madeFrom: string } | undefined };
}

/** A program of OpenRC's that runs. */
export interface OpenrcProcess {
  readonly environment: Map<string, string>;
  readonly descriptors: Descriptors;
  /** What it has written to its standard output, which comes out when it ends. */
  readonly stdout: string[];
  /** Before each message: the service's name where services run side by side. */
  readonly prefix: string;
}

/** What of OpenRC's work is done by shell scripts. */
export interface ScriptRunner {
  /** What depend() of all services says. */
  readonly declare: (process: OpenrcProcess) => Work<readonly DeclaredService[]>;
  /** Calls a command of a service (`start`, `stop`, `status`, …), with all that goes before and after it. */
  readonly call: (call: ScriptCall) => Work;
  /** Whether a daemon that a service has started is gone. */
  readonly hasCrashed: (service: string) => boolean;
  /** Why a script cannot be executed, or what its interpreter says instead of running it; undefined: it can. */
  readonly hindrance: (path: string) => string | undefined;
  /** Executes a file, as any program; answers only where that is not possible, with the reason. */
  readonly execute: (path: string, args: readonly string[], process: OpenrcProcess) => Work<string>;
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

/** A process that another one starts: it has its environment and its files. */
export function childOf(parent: OpenrcProcess, prefix: string = parent.prefix): OpenrcProcess {
  return {
    environment: new Map(parent.environment),
    descriptors: parent.descriptors,
    stdout: [],
    prefix,
  };
}

/** Ends a process: what it has written comes out. */
export function endProcess({ stdout, descriptors }: OpenrcProcess): void {
  for (const text of stdout.splice(0)) descriptors.get(1)?.write(text);
}

/** Writes to the standard error at once. */
export function write({ descriptors }: OpenrcProcess, text: string): void {
  descriptors.get(2)?.write(text);
}

/** Writes a message to the standard output. */
export function einfo(process: OpenrcProcess, text: string): void {
  process.stdout.push(`${process.prefix} * ${text}\n`);
}

/** Writes a warning or an error to the standard error. */
export function eerror(process: OpenrcProcess, text: string): void {
  write(process, `${process.prefix} * ${text}\n`);
}

/** Whether a value says yes to OpenRC's shell functions and to its messages. */
export function isYes(value: string | undefined): boolean {
  return /^(?:yes|true|on|1)$/i.test(value ?? "");
}

/** Whether a value says yes to OpenRC's programs, which read rc.conf: `on` does not (observed: rc_yesno of 0.45.2). */
export function isYesToPrograms(value: string | undefined): boolean {
  return /^(?:yes|y|true|1)$/i.test(value ?? "");
}

/** What rc.conf says of a name; undefined: nothing. */
export function setting({ files }: OpenrcWorld, name: string): string | undefined {
  return readSettings(files).get(name);
}

/** Whether rc.conf says yes; `usual` where it says nothing. */
export function settingIsYes(world: OpenrcWorld, name: string, usual: boolean): boolean {
  const value = setting(world, name);
  return value === undefined ? usual : isYesToPrograms(value);
}

/** Whether services are started and stopped side by side. */
export function isParallel(world: OpenrcWorld): boolean {
  return settingIsYes(world, "rc_parallel", false);
}

/** What OpenRC says of a tree's problem. */
export function problemText(problem: DeptreeProblem, { quotes: [before, after] }: OpenrcRelease): string {
  const quoted = (name: string): string => `${before}${name}${after}`;
  return problem.kind === "missing-need"
    ? `Service ${quoted(problem.service)} needs non existent service ${quoted(problem.needs)}`
    : `Error: ${problem.name} is the name of a real and virtual service.`;
}
