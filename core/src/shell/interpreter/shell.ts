// The door to the interpreter: a shell that follows a whole script.
//
// `startShell` makes a process of a script. The process is a generator: it yields what it wants done about processes and time
// (`ShellRequest` in contract.ts), and is given the answers; files it reads and writes through the `ShellFiles` that it is
// given. It does nothing itself, so the same script in the same world does the same. What it cannot follow ends the process
// with a value (`ProcessEnd`), and so does a budget that is used up.
//
// A world for it, with files, processes and a clock, is in core/src/initscript/system. The small shell of the simulations
// (../run.ts) is another one: it knows less, and asks for every program that stands in an entry of an inittab.

import type { ShellBehaviour } from "./behaviour.ts";
import { usualLimits } from "./builtins/limits.ts";
import { takeOptions } from "./builtins/options.ts";
import type {
  Descriptors,
  ProcessLimits,
  ProcessStart,
  ProgramCall,
  ShellFiles,
  WorkBudget,
  Working,
} from "./contract.ts";
import { processOf, runner } from "./run.ts";
import { fail, type NativeFunction, pathFrom, type ShellState, type Variable } from "./state.ts";

/** How a shell is started. */
export interface ShellStart {
  readonly behaviour: ShellBehaviour;
  /** Its arguments: the name of the shell, options, and then `-c` with a text or the path of a script. */
  readonly argv: readonly string[];
  readonly environment: ReadonlyMap<string, string>;
  readonly descriptors: Descriptors;
  readonly folder: string;
  readonly umask: number;
  readonly limits?: ProcessLimits;
  readonly ignored: ReadonlySet<string>;
  readonly files: ShellFiles;
  readonly budget: WorkBudget;
  /** What sourcing or running a file does that is not read as a script. */
  readonly library?: (path: string) => NativeFunction | undefined;
  /** Done before the first command: defines functions and variables. */
  readonly prepare?: (shell: ShellState) => void;
}

/** A shell as a process. */
export function startShell(start: ShellStart): ProcessStart {
  return (identity) => {
    const shell: ShellState = {
      behaviour: start.behaviour,
      runner: { ...runner, script: startScript },
      files: start.files,
      library: start.library ?? (() => undefined),
      budget: start.budget,
      identity,
      shellPid: identity.pid,
      name: start.argv[0] ?? "sh",
      program: (start.argv[0] ?? "sh").replace(/^.*\//, ""),
      command: start.argv[0] ?? "sh",
      variables: variablesFor(start, identity.parent),
      functions: new Map(),
      options: new Set(),
      traps: new Map(),
      ignored: start.ignored,
      positional: [],
      descriptors: new Map(start.descriptors),
      folder: start.folder,
      umask: start.umask,
      limits: start.limits ?? usualLimits,
      status: 0,
      substituted: undefined,
      lastBackground: undefined,
      source: { text: "", lineOffset: 0 },
      place: 0,
      leaving: undefined,
      loops: 0,
      depth: 0,
      locals: [],
      returnable: 0,
      nextOption: { word: 1, at: 1 },
      builtin: undefined,
      becomes: false,
      killed: undefined,
      handling: false,
    };
    start.prepare?.(shell);
    return processOf(shell, () => runArguments(shell, start.argv.slice(1)));
  };
}

/** A shell of the same kind for a script that does not say what runs it. */
function startScript(
  { behaviour, files, budget, library, name }: ShellState,
  call: ProgramCall,
): ProcessStart {
  const argv = [name, call.calledAs, ...call.argv.slice(1)];
  return startShell({ ...call, argv, behaviour, files, budget, library });
}

function variablesFor({ environment, folder }: ShellStart, parent: number): Map<string, Variable> {
  const variables = new Map<string, Variable>();
  const set = (name: string, value: string, exported: boolean) =>
    variables.set(name, { value, exported, readonly: false });
  set("OPTIND", "1", false);
  set("PPID", String(parent), false);
  set("PS4", "+ ", false);
  if (!environment.has("PATH"))
    set("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", false);
  for (const [name, value] of environment) if (/^[A-Za-z_]\w*$/.test(name)) set(name, value, true);
  set("IFS", " \t\n", false);
  set("PWD", folder, environment.has("PWD"));
  return variables;
}

/** What the arguments of a shell ask for. */
function* runArguments(shell: ShellState, args: readonly string[]): Working<void> {
  let index = 0;
  let commands = false;
  let standardInput = false;
  for (; index < args.length; index++) {
    const word = args[index] ?? "";
    if (word === "--" || word === "-") {
      index++;
      break;
    }
    if (!/^[-+]./.test(word)) break;
    commands ||= word.includes("c");
    standardInput ||= word.includes("s");
    // What is only for shells that people type into changes nothing here.
    const letters = word.slice(1).replace(/[csil]/g, "");
    if (letters === "") continue;
    const named = letters.endsWith("o") ? [args[++index] ?? ""] : [];
    takeOptions(shell, [word.charAt(0) + letters, ...named]);
  }
  const [first, ...rest] = args.slice(index);
  if (commands) {
    if (first === undefined) return fail(shell, "-c requires an argument", 2);
    const [name = shell.name, ...positional] = rest;
    shell.name = name;
    shell.command = name;
    shell.positional = positional;
    return yield* shell.runner.text(shell, { text: first, lineOffset: 0 }, false);
  }
  const path = standardInput ? undefined : first;
  shell.positional = standardInput ? args.slice(index) : rest;
  if (path === undefined) {
    const text = shell.descriptors.get(0)?.read(Number.POSITIVE_INFINITY) ?? "";
    return yield* shell.runner.text(shell, { text, lineOffset: 0 }, false);
  }
  const library = shell.library(pathFrom(shell, path));
  if (library !== undefined) {
    shell.name = path;
    shell.command = path;
    shell.status = yield* library(shell, rest);
    return;
  }
  const opened = shell.files.open(pathFrom(shell, path), "read", 0);
  if (opened.kind === "hangs") {
    yield { kind: "hang", what: path };
    return;
  }
  if (opened.kind === "error")
    return fail(shell, `cannot open ${path}: No such file`, shell.behaviour.missingScriptStatus);
  shell.name = path;
  shell.command = path;
  yield* shell.runner.text(
    shell,
    { text: opened.stream.read(Number.POSITIVE_INFINITY), lineOffset: 0 },
    false,
  );
}
