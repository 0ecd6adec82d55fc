// A small system in which init scripts run: files, processes, a clock, and programs. Nothing outside of it is touched, and the
// same calls always give the same.
//
//   const system = createSystem({ shell: ashBehaviour });
//   system.files.write("/etc/init.d/S20x", "#!/bin/sh\necho \"$1\"\n", 0o755);
//   const { status, stdout, calls } = system.run(["/etc/init.d/S20x", "start"]);
//
// `createSystem` makes the usual folders, `/bin/sh` and the programs in programs/table.ts. What a family adds to that it puts
// into `files` itself: scripts with `write`, programs in TypeScript with `install` (a `Program`, also as the interpreter of a
// first line), libraries that scripts source with `installLibrary` (a function that is given the shell and may define functions
// in it with `shell.functions.set(name, { kind: "native", run })`).
//
// `run` follows a call to its end; what it has left in the background goes on in the next call, or with `advance`. `start`,
// `continue` and `signal` are for whoever wants to interfere, as a supervisor does that kills what takes too long.

import type { ShellBehaviour } from "../../shell/interpreter/behaviour.ts";
import type {
  ProcessRun,
  ProcessStart,
  ProgramCall,
  ShellStream,
  WorkBudget,
} from "../../shell/interpreter/contract.ts";
import { startShell } from "../../shell/interpreter/shell.ts";
import type { ShellState } from "../../shell/interpreter/state.ts";
import { nothing, textStream } from "../../shell/interpreter/streams.ts";
import type { Program, ProgramRun, SystemForPrograms, VirtualFiles } from "./contract.ts";
import { execute } from "./execute.ts";
import { createFiles } from "./files.ts";
import { createProcesses, type Processes, type ProcessInput, type SystemEnd, statusOf } from "./processes.ts";
import { installPrograms } from "./programs/table.ts";

/** How a system is made. */
export interface SystemOptions {
  /** What `/bin/sh` is. */
  readonly shell: ShellBehaviour;
  /** When it begins, in seconds since the epoch. Default: the first of January 2026. */
  readonly now?: number;
  /** How many steps all its processes may do together: a command, a word, a piece of text. Default: a million. */
  readonly steps?: number;
}

/** A script that was called. */
export interface ScriptCall {
  /** As it was called, absolute; a link is kept. */
  readonly path: string;
  readonly args: readonly string[];
  /** `run`: as a process of its own. `sourced`: read by a shell. */
  readonly how: "run" | "sourced";
  readonly environment: ReadonlyMap<string, string>;
  readonly folder: string;
  readonly pid: number;
  readonly time: number;
}

/** What was not followed, or never ends. */
export interface SystemProblem {
  readonly kind: "not-followed" | "hangs";
  readonly what: string;
  /** The process that it happened in. */
  readonly argv: readonly string[];
}

/** What is run. */
export interface SystemCall {
  /** A path, or a name that is looked up in PATH, and arguments. */
  readonly argv: readonly string[];
  /** Default: PATH alone. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Default: `/`. */
  readonly folder?: string;
  /** What standard input has. Default: nothing. */
  readonly input?: string;
  /** Default: 022. */
  readonly umask?: number;
  /** Signals that are ignored. */
  readonly ignored?: readonly string[];
}

/** What has come of a call so far. */
export interface SystemResult {
  /** Undefined while it goes on. `gave-up`: the steps of the system are used up. `hangs`: it waits for what never comes. */
  readonly end: SystemEnd | { readonly kind: "hangs" } | undefined;
  /** As a shell would see it; 127 and 126 where the program cannot be run. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. */
  readonly output: string;
  readonly calls: readonly ScriptCall[];
  readonly problems: readonly SystemProblem[];
  /** How many seconds of the system's clock it has taken. */
  readonly seconds: number;
}

/** A call that was started. */
export interface StartedCall {
  readonly pid: number;
  readonly result: () => SystemResult;
}

/** A system. */
export interface ScriptSystem {
  readonly files: VirtualFiles;
  readonly budget: WorkBudget;
  readonly now: () => number;
  /** All calls of scripts since the beginning. */
  readonly calls: readonly ScriptCall[];
  readonly problems: readonly SystemProblem[];
  /** Runs a program or script to its end. */
  readonly run: (call: SystemCall) => SystemResult;
  /** Runs a text in `/bin/sh`, as `sh -c` does. */
  readonly shell: (text: string, call?: Omit<SystemCall, "argv">) => SystemResult;
  /** Starts a call; nothing happens before `continue`, `advance` or `run`. */
  readonly start: (call: SystemCall) => StartedCall;
  /** Lets everything go on until a call has ended, or until so many seconds have passed. */
  readonly continue: (call: StartedCall, seconds?: number) => SystemResult;
  /** Lets so many seconds pass. */
  readonly advance: (seconds: number) => void;
  /** Sends a signal by its name without SIG; a negative number names a group: that of a call is its own. */
  readonly signal: (pid: number, signal: string) => boolean;
  readonly processes: Processes["list"];
}

const usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Makes a system with the usual folders and programs. */
export function createSystem({ shell, now = 1_767_225_600, steps = 1_000_000 }: SystemOptions): ScriptSystem {
  const budget: WorkBudget = { left: steps };
  const calls: ScriptCall[] = [];
  const problems: SystemProblem[] = [];
  // The clock and the files need each other, and both are needed by programs.
  const clock = (): number => processes.now();
  const inside: SystemForPrograms = {
    files: createFiles(clock),
    budget,
    now: clock,
    processes: () => processes.list(),
  };
  const { files } = inside;
  const record = (
    path: string,
    how: ScriptCall["how"],
    args: readonly string[],
    given: Pick<ProgramCall, "environment" | "folder">,
    pid: number,
  ) =>
    calls.push({ path, args, how, environment: given.environment, folder: given.folder, pid, time: clock() });
  const processes = createProcesses(
    {
      execute: (call) => execute(inside, call),
      started: ({ script }, call, pid) => {
        if (script !== undefined) record(script.path, "run", script.args, call, pid);
      },
      sourced: (request, pid) => {
        if (files.status(request.path) !== undefined)
          record(request.path, "sourced", request.args, request, pid);
      },
      ended: ({ argv }, end) => {
        if (end.kind === "not-followed") problems.push({ kind: end.kind, what: end.what, argv });
      },
      hangs: ({ argv }, what) => problems.push({ kind: "hangs", what, argv }),
    },
    now,
  );
  const unmarked = (call: ProgramCall) =>
    startShell({
      ...call,
      argv: ["/bin/sh", call.calledAs, ...call.argv.slice(1)],
      behaviour: shell,
      files,
      budget,
      library: libraryIn(files),
    });
  layOut(files);
  files.install("/bin/sh", shellProgram(shell));
  installPrograms(files, (name) => builtinProgram(shell, name));
  const system: ScriptSystem = {
    files,
    budget,
    calls,
    problems,
    now: clock,
    run: (call) => system.continue(system.start(call)),
    shell: (text, call = {}) => system.run({ ...call, argv: ["/bin/sh", "-c", text] }),
    start: (call) => startCall(system, processes, unmarked, call),
    continue: (call, seconds) => {
      processes.run({ pid: call.pid, ...(seconds === undefined ? {} : { time: clock() + seconds }) });
      const result = call.result();
      // What goes on although nothing is left to happen goes on for ever.
      return seconds === undefined && result.end === undefined
        ? { ...result, end: { kind: "hangs" } }
        : result;
    },
    advance: (seconds) => processes.run({ time: clock() + seconds }),
    signal: processes.signal,
    processes: processes.list,
  };
  return system;
}

/** Folders and devices that every system has. */
function layOut(files: VirtualFiles): void {
  for (const path of [
    "/bin",
    "/sbin",
    "/usr/bin",
    "/usr/sbin",
    "/etc/init.d",
    "/dev",
    "/proc",
    "/root",
    "/run",
    "/var/run",
    "/var/lock",
    "/var/log",
  ])
    files.folder(path);
  files.folder("/tmp", 0o1777);
  files.makeSpecial("/dev/null", "device", nothing);
  files.makeSpecial("/dev/zero", "device", {
    ...nothing,
    read: (count) => "\0".repeat(Math.min(count, 1024)),
  });
  for (const name of ["console", "tty", "kmsg"]) files.makeSpecial(`/dev/${name}`, "device", nothing);
}

/** A shell that is executed as a program. */
export function shellProgram(behaviour: ShellBehaviour, prepare?: (shell: ShellState) => void): Program {
  return (run: ProgramRun) => {
    const { files, budget } = run.system;
    const shared = prepare === undefined ? {} : { prepare };
    return startShell({ ...run, behaviour, files, budget, library: libraryIn(files), ...shared })(
      run.identity,
    );
  };
}

/** A builtin as a program. */
function builtinProgram(behaviour: ShellBehaviour, name: string): Program {
  const words = name === "[" ? '[ "$@"' : `${name} "$@"`;
  const run = shellProgram(behaviour);
  return (given) => run({ ...given, argv: ["sh", "-c", words, name, ...given.args] });
}

function libraryIn(files: VirtualFiles) {
  return (path: string) => {
    const node = files.node(path);
    return node?.kind === "file" ? node.library : undefined;
  };
}

function startCall(
  system: ScriptSystem,
  processes: Processes,
  unmarked: (call: ProgramCall) => ProcessStart,
  call: SystemCall,
): StartedCall {
  const began = { time: system.now(), calls: system.calls.length, problems: system.problems.length };
  const written: { readonly to: 1 | 2; readonly text: string }[] = [];
  const writer = (to: 1 | 2): ShellStream => ({
    read: () => "",
    write: (text) => {
      written.push({ to, text });
      return undefined;
    },
    terminal: false,
  });
  const environment = new Map(Object.entries(call.environment ?? { PATH: usualPath }));
  const folder = call.folder ?? "/";
  const [name = ""] = call.argv;
  const path = findIn(system.files, name, environment.get("PATH") ?? usualPath, folder);
  const program: ProgramCall = {
    path,
    calledAs: name.includes("/") ? name : path,
    argv: call.argv,
    environment,
    descriptors: new Map([
      [0, textStream(call.input ?? "")],
      [1, writer(1)],
      [2, writer(2)],
    ]),
    folder,
    umask: call.umask ?? 0o022,
    ignored: new Set(call.ignored),
    unmarked,
  };
  const input: ProcessInput = { argv: call.argv, file: program.path, ignored: program.ignored };
  const pid = processes.start(() => becoming(program), input);
  const textOf = (to?: 1 | 2) =>
    written.map((piece) => (to === undefined || piece.to === to ? piece.text : "")).join("");
  const result = (): SystemResult => {
    const end = processes.endOf(pid) ?? (system.budget.left < 0 ? ({ kind: "gave-up" } as const) : undefined);
    return {
      end,
      status: end === undefined ? 0 : statusOf(end),
      stdout: textOf(1),
      stderr: textOf(2),
      output: textOf(),
      calls: system.calls.slice(began.calls),
      problems: system.problems.slice(began.problems),
      seconds: system.now() - began.time,
    };
  };
  return { pid, result };
}

/** A process that becomes a program, or ends as a shell would that cannot run it. */
function* becoming(call: ProgramCall): ProcessRun {
  const answer = yield { kind: "become", call };
  return { kind: "exit", status: answer.kind === "failed" && answer.reason === "missing" ? 127 : 126 };
}

function findIn(files: VirtualFiles, name: string, path: string, folder: string): string {
  if (name.startsWith("/")) return name;
  if (name.includes("/")) return `${folder}/${name}`;
  const found = path.split(":").find((place) => files.status(`${place}/${name}`)?.kind === "file");
  return `${found ?? ""}/${name}`;
}
