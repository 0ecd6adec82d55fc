// How a file is executed: a program, or a script by its first line. execve(2).

import type { ProcessStart, ProgramCall, ShellStream } from "../../shell/interpreter/contract.ts";
import { ProcessStop } from "../../shell/interpreter/state.ts";
import type { Program, ProgramRun, RegularNode, SystemForPrograms } from "./contract.ts";
import type { Execution } from "./execution.ts";

/** How often the interpreter of a script may be a script itself. */
const mostInterpreters = 5;

/** Finds out what a call runs. */
export function execute(system: SystemForPrograms, call: ProgramCall, depth = 0): Execution {
  const node = system.files.node(call.path);
  if (node === undefined) return { kind: "failed", reason: "missing" };
  if (node.kind !== "file" || !system.files.allows(call.path, 1)) return { kind: "failed", reason: "denied" };
  if (node.program !== undefined) return startProgram(system, node.program, call);
  const line = firstLine(node);
  const script = { path: call.path, args: call.argv.slice(1) };
  if (line === undefined) {
    if (call.unmarked === undefined || node.content.includes("\0"))
      return { kind: "failed", reason: "format" };
    return { kind: "start", start: call.unmarked(call), argv: call.argv, file: call.path, script };
  }
  if (line.interpreter === "") return { kind: "failed", reason: "format" };
  if (depth >= mostInterpreters) return { kind: "failed", reason: "loop" };
  const argv = [line.interpreter, ...line.argument, call.calledAs, ...call.argv.slice(1)];
  const path = line.interpreter.startsWith("/") ? line.interpreter : `${call.folder}/${line.interpreter}`;
  const interpreted = { ...call, path, calledAs: line.interpreter, argv };
  const execution = execute(system, interpreted, depth + 1);
  return execution.kind === "start" ? { ...execution, script } : execution;
}

/** What the first line says; undefined where it is none of that kind. A carriage return is a part of the name. */
function firstLine({
  content,
}: RegularNode): { interpreter: string; argument: readonly string[] } | undefined {
  if (!content.startsWith("#!")) return undefined;
  const end = content.indexOf("\n");
  const line = content.slice(2, end < 0 ? undefined : end).replace(/^[ \t]+|[ \t]+$/g, "");
  const [interpreter = ""] = line.split(/[ \t]/, 1);
  const argument = line.slice(interpreter.length).replace(/^[ \t]+/, "");
  return { interpreter, argument: argument === "" ? [] : [argument] };
}

function startProgram(system: SystemForPrograms, program: Program, call: ProgramCall): Execution {
  const start: ProcessStart = function* (identity) {
    const run: ProgramRun = {
      ...call,
      args: call.argv.slice(1),
      identity,
      system,
      out: writer(call.descriptors.get(1)),
      err: writer(call.descriptors.get(2)),
      input: () => call.descriptors.get(0)?.read(Number.POSITIVE_INFINITY) ?? "",
      absolute: (path) => (path.startsWith("/") ? path : `${call.folder}/${path}`),
    };
    const { budget } = system;
    if (--budget.left < 0) return { kind: "gave-up" };
    try {
      const ended = yield* program(run);
      return typeof ended === "number" ? { kind: "exit", status: ended & 0xff } : ended;
    } catch (stop) {
      if (stop instanceof ProcessStop) return stop.end;
      throw stop;
    }
  };
  return { kind: "start", start, argv: call.argv, file: call.path, script: undefined };
}

function writer(stream: ShellStream | undefined): (text: string) => void {
  return (text) => {
    stream?.write(text);
  };
}
