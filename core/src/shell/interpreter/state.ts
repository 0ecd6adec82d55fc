// What a shell knows while it works.

import type { Command, List } from "../tree.ts";
import type { ShellBehaviour } from "./behaviour.ts";
import type {
  KilledChild,
  ProcessEnd,
  ProcessIdentity,
  ProcessLimits,
  ProcessRun,
  ProcessStart,
  ProgramCall,
  ShellFiles,
  ShellStream,
  WorkBudget,
  Working,
} from "./contract.ts";

/** A variable; one without a value is only marked. */
export interface Variable {
  readonly value: string | undefined;
  readonly exported: boolean;
  readonly readonly: boolean;
}

/** A function: of the script, or one that is written in TypeScript. */
export type ShellFunction =
  | { readonly kind: "script"; readonly body: Command; readonly source: ScriptSource }
  | { readonly kind: "native"; readonly run: NativeFunction };

/** A function of a library that is not read as a script. The answer is its status. */
export type NativeFunction = (shell: ShellState, args: readonly string[]) => Working<number>;

/** What of the interpreter the builtins and the expansions need; it is handed down, since all of these need each other. */
export interface Runner {
  /** Runs commands in this shell. */
  readonly list: (shell: ShellState, list: List, tested: boolean) => Working<void>;
  readonly command: (shell: ShellState, command: Command, tested: boolean) => Working<void>;
  /** Reads and runs a text in this shell, line by line. */
  readonly text: (shell: ShellState, source: ScriptSource, tested: boolean) => Working<void>;
  /** Runs a command that is given by its words, such as the rest of `command`; functions are passed over. */
  readonly words: (shell: ShellState, words: readonly string[]) => Working<number>;
  /** A copy of this shell as a process of its own. */
  readonly copy: (
    shell: ShellState,
    identity: ProcessIdentity,
    work: (copy: ShellState) => Working<void>,
  ) => ProcessRun;
  /** A shell of the same kind that runs a script without a first line. */
  readonly script: (shell: ShellState, call: ProgramCall) => ProcessStart;
  /** The file of a program, as PATH says; undefined where there is none. */
  readonly find: (shell: ShellState, command: string) => string | undefined;
}

/** A text that commands come from; lines are counted in it. */
export interface ScriptSource {
  readonly text: string;
  /** What is added to the number of a line in it. */
  readonly lineOffset: number;
}

/** The options that `set` knows and that change anything here. */
export type ShellOption =
  | "allexport"
  | "errexit"
  | "noclobber"
  | "noexec"
  | "noglob"
  | "nounset"
  | "pipefail"
  | "verbose"
  | "xtrace";

/** Why the rest of some commands is passed over. */
export type Leaving =
  | { readonly kind: "break" | "continue"; readonly loops: number }
  /** Out of a function or a sourced script. */
  | { readonly kind: "return" };

/** A shell at work. */
export interface ShellState {
  readonly behaviour: ShellBehaviour;
  readonly runner: Runner;
  readonly files: ShellFiles;
  /** What sourcing a file does that is not read as a script; undefined for all others. */
  readonly library: (path: string) => NativeFunction | undefined;
  readonly budget: WorkBudget;
  readonly identity: ProcessIdentity;
  /** `$$`: the process of the outermost shell. */
  readonly shellPid: number;
  /** What it calls itself in messages. */
  name: string;
  /** The name that the program was called by, without its folder. */
  readonly program: string;
  readonly variables: Map<string, Variable>;
  readonly functions: Map<string, ShellFunction>;
  readonly options: Set<ShellOption>;
  readonly traps: Map<string, string>;
  /** Signals that were ignored when the shell began, which stay so. */
  readonly ignored: ReadonlySet<string>;
  /** `$0`. */
  command: string;
  positional: readonly string[];
  descriptors: Map<number, ShellStream>;
  /** As the shell calls it: links in it are kept. */
  folder: string;
  umask: number;
  limits: ProcessLimits;
  status: number;
  /** The status of the last command substitution of a command. */
  substituted: number | undefined;
  /** `$!`. */
  lastBackground: number | undefined;
  source: ScriptSource;
  /** Where the present command stands in the source. */
  place: number;
  leaving: Leaving | undefined;
  /** The loops around the present command, in this function. */
  loops: number;
  /** How deep functions, `eval` and sourced scripts are nested. */
  depth: number;
  /** What `local` has hidden, by function. */
  locals: Map<string, Variable | undefined>[];
  /** What sourced scripts and functions are around, so that `return` has a meaning. */
  returnable: number;
  /** Where `getopts` is: the number of the next word, and the place in the one that it is in. */
  nextOption: { readonly word: number; readonly at: number };
  /** The builtin that is being run, for messages. */
  builtin: string | undefined;
  /** The next command is the last thing that this process does, so that a program takes its place. */
  becomes: boolean;
  /** The last program was killed, which is still to be said. */
  killed: KilledChild | undefined;
  /** A trap is being run; signals wait. */
  handling: boolean;
}

/** Thrown where a process ends at once; whoever runs a process catches it. */
export class ProcessStop {
  readonly end: ProcessEnd;
  constructor(end: ProcessEnd) {
    this.end = end;
  }
}

/** Thrown where a command is given up after a message; a special builtin or an expansion takes the shell with it. */
export class Complaint {
  readonly status: number;
  constructor(status: number) {
    this.status = status;
  }
}

/** Ends the process, since this is not followed here. */
export function notFollowed(what: string): never {
  throw new ProcessStop({ kind: "not-followed", what });
}

/** Takes some work from the budget; ends the process when nothing is left. */
export function spend({ budget }: ShellState, steps = 1): void {
  budget.left -= steps;
  if (budget.left < 0) throw new ProcessStop({ kind: "gave-up" });
}

/** A copy for a subshell: it shares nothing but open files. */
export function copyOf(shell: ShellState, identity: ProcessIdentity): ShellState {
  const traps = new Map([...shell.traps].filter(([, action]) => action === ""));
  return {
    ...shell,
    identity,
    traps,
    variables: new Map(shell.variables),
    functions: new Map(shell.functions),
    options: new Set(shell.options),
    descriptors: new Map(shell.descriptors),
    locals: shell.locals.map((scope) => new Map(scope)),
    handling: false,
  };
}

/** How deep functions, `eval` and sourced files may be nested. */
const deepest = 150;

/** Goes one level deeper; too deep is not followed, so that no script exhausts the stack. */
export function* deeper<Result>(shell: ShellState, work: () => Working<Result>): Working<Result> {
  if (shell.depth >= deepest) return notFollowed("nesting");
  shell.depth++;
  try {
    return yield* work();
  } finally {
    shell.depth--;
  }
}

/** The line of the present command. */
export function lineOf({ source, place }: ShellState): number {
  let line = 1 + source.lineOffset;
  for (let at = source.text.indexOf("\n"); at >= 0 && at < place; at = source.text.indexOf("\n", at + 1))
    line++;
  return line;
}

/** Writes to standard error; where that is closed, nothing is said. */
export function say(shell: ShellState, text: string): void {
  shell.descriptors.get(2)?.write(text);
}

/** What a message of this shell begins with. */
export function messagePrefix(shell: ShellState): string {
  const { behaviour, name, builtin, program } = shell;
  return behaviour.words.prefix({ name, line: lineOf(shell), builtin, program });
}

/** Says what is wrong, as this shell does it. */
export function complain(shell: ShellState, what: string): void {
  say(shell, `${messagePrefix(shell)}${what}\n`);
}

/** Says what is wrong and gives the command up. */
export function fail(shell: ShellState, what: string, status: number = shell.behaviour.errorStatus): never {
  complain(shell, what);
  throw new Complaint(status);
}

/** The status where something cannot be expanded. */
export function expansionStatus({ behaviour, options }: ShellState): number {
  return options.has("errexit") ? behaviour.expansionStatusWithErrexit : behaviour.expansionStatus;
}

/** The value of a variable that is set. */
export function variable(shell: ShellState, name: string): string | undefined {
  return shell.variables.get(name)?.value;
}

/** Gives a variable a value. */
export function assign(shell: ShellState, name: string, value: string): void {
  const old = shell.variables.get(name);
  if (old?.readonly === true) fail(shell, shell.behaviour.words.readonlyVariable(name));
  if (name === "OPTIND") shell.nextOption = { word: Number(value), at: 1 };
  const exported = (old?.exported ?? false) || shell.options.has("allexport");
  shell.variables.set(name, { value, exported, readonly: false });
}

/** What programs get. */
export function environmentOf(shell: ShellState): Map<string, string> {
  const environment = new Map<string, string>();
  for (const [name, { value, exported }] of shell.variables)
    if (exported && value !== undefined) environment.set(name, value);
  return environment;
}

/** The path as the files know it. */
export function pathFrom(shell: ShellState, path: string): string {
  return path.startsWith("/") ? path : `${shell.folder}/${path.replace(/^(?:\.\/+)+/, "")}`;
}

/** The signals that are ignored: programs inherit that. */
export function ignoredBy(shell: ShellState): ReadonlySet<string> {
  const ignored = [...shell.traps].filter(([, action]) => action === "").map(([signal]) => signal);
  return new Set([...shell.ignored, ...ignored]);
}
