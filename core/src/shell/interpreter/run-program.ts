// Programs: where they are found, and what is said of those that cannot be run.

import type { ProgramCall, Working } from "./contract.ts";
import {
  complain,
  environmentOf,
  ignoredBy,
  ProcessStop,
  pathFrom,
  type ShellState,
  variable,
} from "./state.ts";

/** The status where there is no such program, and where it must not be executed. POSIX, 2.8.2. */
const statuses = { missing: 127, denied: 126, format: 126, loop: 126 } as const;

/** The path of a program; a name with a slash in it is one. Undefined where no folder of PATH has it. */
export function findProgram(shell: ShellState, command: string): string | undefined {
  if (command.includes("/")) return command;
  let refused: string | undefined;
  for (const folder of (variable(shell, "PATH") ?? "").split(":")) {
    const path = folder === "" ? command : `${folder}/${command}`;
    if (shell.files.status(pathFrom(shell, path))?.kind !== "file") continue;
    if (shell.files.allows(pathFrom(shell, path), 1)) return path;
    refused ??= path;
  }
  return refused;
}

/** Runs a program and waits for it. The answer is its status. */
export function* runProgram(
  shell: ShellState,
  argv: readonly string[],
  assigned: ReadonlyMap<string, string>,
  kind: "run" | "become",
): Working<number> {
  const [command = ""] = argv;
  const found = findProgram(shell, command);
  if (found === undefined) return cannotRun(shell, command, "missing", kind);
  const call: ProgramCall = {
    path: pathFrom(shell, found),
    calledAs: found,
    argv,
    environment: new Map([...environmentOf(shell), ...assigned]),
    descriptors: new Map(shell.descriptors),
    folder: shell.folder,
    umask: shell.umask,
    limits: shell.limits,
    ignored: ignoredBy(shell),
    unmarked: (unmarked) => shell.runner.script(shell, unmarked),
  };
  const answer = yield { kind, call };
  if (answer.kind === "ended") {
    shell.killed = answer.killed;
    return answer.status;
  }
  return cannotRun(shell, command, answer.kind === "failed" ? answer.reason : "missing", kind);
}

function cannotRun(
  shell: ShellState,
  command: string,
  reason: "missing" | "denied" | "format" | "loop",
  kind: "run" | "become",
): number {
  const { notFound, notExecutable } = shell.behaviour.words;
  const text = reason === "missing" ? notFound(command) : notExecutable(command);
  complain(shell, text);
  const status = statuses[reason];
  if (kind === "become") throw new ProcessStop({ kind: "exit", status });
  return status;
}
