// OpenRC put into a virtual system: its programs, and the world that they share.

import type { ShellBehaviour } from "../../shell/interpreter/behaviour.ts";
import type { ProgramCall } from "../../shell/interpreter/contract.ts";
import { baseName } from "../base-name.ts";
import type { Program, ProgramRun, SystemForPrograms } from "../system/contract.ts";
import type { ScriptSystem } from "../system/system.ts";
import { hasCrashed, startStopDaemon } from "./daemons.ts";
import { type OpenrcFiles, openrcFiles } from "./files.ts";
import { declareAll } from "./gendepends.ts";
import { openrcPrograms } from "./programs.ts";
import { isServiceText } from "./recognise.ts";
import { runScript } from "./run-script.ts";
import type { Work } from "./tasks.ts";
import { type OpenrcVersion, openrcRelease } from "./versions.ts";
import type { OpenrcProcess, OpenrcWorld, ScriptCall, ScriptRunner } from "./world.ts";

/** How OpenRC is put into a system. */
export interface OpenrcOptions {
  readonly version: OpenrcVersion;
  /** The shell that scripts are read by. */
  readonly shell: ShellBehaviour;
  /** Instead of running a function of a service: its exit status. */
  readonly assume?: (call: ScriptCall) => number;
}

/** Installs OpenRC's programs; they work on what the system has below /etc and /run. */
export function installOpenrc(system: ScriptSystem, { version, shell, assume }: OpenrcOptions): OpenrcWorld {
  const release = openrcRelease(version);
  const files = openrcFiles(system.files);
  const inside: SystemForPrograms = {
    files: system.files,
    budget: system.budget,
    now: system.now,
    processes: system.processes,
  };
  const place = { system, shell };
  const crashed = (service: string): boolean => hasCrashed(inside, service);
  const scripts: ScriptRunner = {
    declare: (process) => declareAll(place, files, release, process),
    call: (call) =>
      assume !== undefined
        ? atOnce(assume(call))
        : isServiceText(files.read(call.script) ?? "", "tree")
          ? runScript({
              place,
              release,
              files,
              call,
              hasCrashed: crashed,
              releaseLock: (service) => void world.locks.delete(service),
            })
          : runProgram(call.script, [call.command], call.process),
    hasCrashed: crashed,
    hindrance: (path) => hindranceOf(files, path),
    execute: executeFile,
  };
  const world: OpenrcWorld = { release, files, scripts, locks: new Map(), kept: { tree: undefined } };
  for (const [name, run] of Object.entries(openrcPrograms)) {
    const program: Program = (given) => run(world, given.args, processOf(given));
    system.files.install(`/sbin/${name}`, program);
    system.files.install(`${release.library}/bin/${name}`, program);
  }
  if (release.hasStartStopDaemon) system.files.install("/sbin/start-stop-daemon", startStopDaemon);
  return world;
}

function processOf({ environment, descriptors }: ProgramRun): OpenrcProcess {
  return { environment: new Map(environment), descriptors, stdout: [], prefix: "" };
}

function callOf(
  path: string,
  args: readonly string[],
  { environment, descriptors }: OpenrcProcess,
): ProgramCall {
  return {
    path,
    calledAs: path,
    argv: [path, ...args],
    environment,
    descriptors,
    folder: "/",
    umask: 0o022,
    ignored: new Set(),
  };
}

// biome-ignore lint/correctness/useYield: nothing is run
function* atOnce(status: number): Work {
  return status;
}

/** Runs a script that is not OpenRC's, and waits for it. */
function* runProgram(path: string, args: readonly string[], process: OpenrcProcess): Work {
  const answer = yield { kind: "run", call: callOf(path, args, process) };
  return answer.kind === "ended" ? answer.status : 1;
}

/** What the kernel, or openrc-run, says of a script that it does not run. */
function hindranceOf(files: OpenrcFiles, path: string): string | undefined {
  const line = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(files.read(path) ?? "");
  const [, interpreter, argument = ""] = line ?? [];
  const reason = !files.isExecutable(path)
    ? reasons["denied"]
    : interpreter === undefined
      ? reasons["format"]
      : files.kindOf(interpreter) !== "file"
        ? reasons["missing"]
        : undefined;
  if (reason !== undefined) return `unable to exec \`${path}': ${reason}`;
  return argument === "" ? undefined : "openrc-run should not be run directly";
}

const reasons: Readonly<Record<string, string>> = {
  missing: "No such file or directory",
  denied: "Permission denied",
  format: "Exec format error",
  loop: "Too many levels of symbolic links",
};

function* executeFile(path: string, args: readonly string[], process: OpenrcProcess): Work<string> {
  const answer = yield { kind: "become", call: callOf(path, args, process) };
  return (answer.kind === "failed" ? reasons[answer.reason] : undefined) ?? baseName(path);
}
