// A shell that reads OpenRC's scripts: with OpenRC's functions in it, before the first line is read.

import type { ShellBehaviour } from "../../shell/interpreter/behaviour.ts";
import type { Working } from "../../shell/interpreter/contract.ts";
import { callText, quoted, valueIn } from "../../shell/interpreter/native.ts";
import { startShell } from "../../shell/interpreter/shell.ts";
import type { NativeFunction, ShellState } from "../../shell/interpreter/state.ts";
import type { ScriptSystem } from "../system/system.ts";
import type { Work } from "./tasks.ts";
import type { OpenrcProcess } from "./world.ts";

/** Where scripts run. */
export interface ScriptPlace {
  readonly system: Pick<ScriptSystem, "files" | "budget" | "processes">;
  readonly shell: ShellBehaviour;
}

/** A shell to be started. */
export interface ScriptShell {
  readonly place: ScriptPlace;
  readonly process: OpenrcProcess;
  /** What it calls itself in messages. */
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, NativeFunction>>;
  /** What it does; the answer is its exit status. */
  readonly main: NativeFunction;
}

const entry = "openrc-main";

/** Runs a shell to its end; the answer is its exit status, and whether the end was reached without `exit`. */
export function* runScriptShell({
  place,
  process,
  name,
  variables,
  functions,
  main,
}: ScriptShell): Work<{ readonly status: number; readonly complete: boolean }> {
  let complete = false;
  const whole: NativeFunction = function* (shell, args) {
    const status = yield* main(shell, args);
    complete = true;
    return status;
  };
  const prepare = (shell: ShellState): void => {
    const all = { ...functions, [entry]: whole };
    for (const [each, run] of Object.entries(all)) shell.functions.set(each, { kind: "native", run });
    for (const [each, value] of Object.entries(variables))
      shell.variables.set(each, { value, exported: false, readonly: false });
  };
  const start = startShell({
    behaviour: place.shell,
    argv: [name, "-c", entry, name],
    environment: process.environment,
    descriptors: process.descriptors,
    folder: "/",
    umask: 0o022,
    ignored: new Set(),
    files: place.system.files,
    budget: place.system.budget,
    prepare,
  });
  const answer = yield { kind: "fork", start, background: false, ignored: new Set() };
  return { status: answer.kind === "ended" ? answer.status : 1, complete };
}

/** Reads a file in a shell, if it is there; the answer is the status of its last command. */
export function* sourceIfThere(shell: ShellState, path: string): Working<number> {
  if (shell.files.status(path)?.kind !== "file") return 0;
  yield* callText(shell, `. ${quoted(path)}`);
  return shell.status;
}

/** The words of a variable's value. */
export function wordsIn(shell: ShellState, name: string): readonly string[] {
  return valueIn(shell, name)
    .split(/\s+/)
    .filter((word) => word !== "");
}
