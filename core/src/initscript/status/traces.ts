// What of a running service a script speaks of: its program, its pid file, its lock.

import { baseName } from "../base-name.ts";
import { lockBehaviour, lockPath } from "../script/lock-behaviour.ts";
import type { ReachedCommand, ScriptOutline } from "../script/outline.ts";

/** Where a service leaves its traces. */
export interface ServiceTraces {
  /** The path of its program. */
  readonly program: string;
  /** Undefined where the script speaks of none. */
  readonly pidFile: string | undefined;
  /** The name of its lock. */
  readonly lock: string;
  /** Files whose being there the script asks for, or that it reads. */
  readonly files: readonly string[];
}

/** The traces of a service, by its script. */
export function tracesOf(outline: ScriptOutline, name: string, text: string): ServiceTraces {
  const all = [...outline.arms.flatMap(({ commands }) => commands), ...outline.topLevel];
  const program = programIn(all) ?? name;
  const [lock = name] = lockBehaviour(outline, name).start.touches;
  return {
    program: program.startsWith("/") ? program : `/usr/sbin/${program}`,
    pidFile: pidFileIn(outline, all, text),
    lock,
    files: filesIn(outline, all),
  };
}

/** The options of the helper functions and of start-stop-daemon that take a word. */
const valued =
  /^(?:-[plbdnuxcgRrsa]|--(?:pidfile|user|check|exec|name|startas|chuid|retry|signal|chdir|umask))$/;

/** The program that the helpers are asked for, the most telling call first. */
function programIn(commands: readonly ReachedCommand[]): string | undefined {
  for (const helper of [
    "status",
    "status_of_proc",
    "pidofproc",
    "daemon",
    "start_daemon",
    "killproc",
    "pidof",
  ])
    for (const { name, args } of commands) {
      if (name !== helper) continue;
      const program = operand(args);
      if (program !== undefined) return program.split(" ")[0];
    }
  for (const { name, args } of commands) {
    const at = name === "start-stop-daemon" ? args.findIndex((arg) => arg === "--exec" || arg === "-x") : -1;
    const program = at < 0 ? undefined : args[at + 1];
    if (program !== undefined) return program;
  }
  return undefined;
}

/** The first argument that is neither an option nor the value of one. */
function operand(args: readonly (string | undefined)[]): string | undefined {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === undefined) return undefined;
    if (valued.test(arg)) at++;
    else if (!/^[-+]/.test(arg) && arg !== "") return arg;
  }
  return undefined;
}

function pidFileIn(
  outline: ScriptOutline,
  commands: readonly ReachedCommand[],
  text: string,
): string | undefined {
  for (const { args } of commands)
    for (const [at, arg] of args.entries()) {
      if (arg === undefined) continue;
      const value = /^(?:-p|--pidfile)$/.test(arg) ? args[at + 1] : /^--pidfile=(.*)$/s.exec(arg)?.[1];
      if (value?.startsWith("/") === true) return value;
    }
  for (const [name, [only, more]] of outline.assignments) {
    if (!/^pid_?file$/i.test(name) || more !== undefined || only?.value === undefined) continue;
    const value = outline.resolve(only.value);
    if (value?.startsWith("/") === true) return value;
  }
  return /^#[ \t]*pidfile:[ \t]*(\/\S+)/m.exec(text)?.[1];
}

/** What belongs to the service's state is not among them. */
function filesIn(outline: ScriptOutline, commands: readonly ReachedCommand[]): readonly string[] {
  const tested = outline
    .fileUses(commands)
    .flatMap(({ kind, path }) => (kind === "test" && path !== undefined ? [path] : []));
  const sourced = outline.sourced.flatMap(({ path }) => path ?? []);
  return [...tested, ...sourced].filter(
    (path) =>
      path.startsWith("/") &&
      !/^\/(?:var\/)?(?:run|lock)\//.test(path) &&
      !path.startsWith(lockPath) &&
      baseName(path) !== "functions" &&
      baseName(path) !== "init-functions",
  );
}
