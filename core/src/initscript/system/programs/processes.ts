// Programs about processes, and those that run another one.

import type { ProgramCall, Working } from "../../../shell/interpreter/contract.ts";
import { signalNamed } from "../../../shell/interpreter/signals.ts";
import { ProcessStop } from "../../../shell/interpreter/state.ts";
import { past } from "../../../text/past.ts";
import type { ProcessInfo, Program, ProgramRun } from "../contract.ts";
import { readArguments } from "./arguments.ts";
import { usage } from "./lines.ts";

/** The name of a process: that of its script or program. */
function nameOf({ argv, file }: ProcessInfo): string {
  const path = argv.slice(1).find((word) => word.startsWith("/")) ?? file;
  return path.slice(path.lastIndexOf("/") + 1);
}

function processesNamed(run: ProgramRun, name: string): readonly ProcessInfo[] {
  const base = name.slice(name.lastIndexOf("/") + 1);
  return run.system
    .processes()
    .filter(
      (process) =>
        process.pid !== run.identity.pid &&
        (nameOf(process) === base || process.file === name || process.file.endsWith(`/${base}`)),
    );
}

/** `pidof`; 1 where there is no such process. */
export function pidof(run: ProgramRun): number {
  const given = readArguments(run.args, "so:xcq");
  if (given === undefined) return usage(run, "pidof");
  const omitted = given.all
    .filter(([name]) => name === "o")
    .map(([, value]) => (value === "%PPID" ? run.identity.parent : Number(value)));
  const found = given.rest
    .flatMap((name) => processesNamed(run, name))
    .map(({ pid }) => pid)
    .filter((pid) => !omitted.includes(pid))
    .sort((left, right) => right - left);
  const shown = given.options.has("s") ? found.slice(0, 1) : found;
  if (shown.length > 0 && !given.options.has("q")) run.out(`${shown.join(" ")}\n`);
  return shown.length > 0 ? 0 : 1;
}

/** `pgrep`. */
export function pgrep(run: ProgramRun): number {
  const given = readArguments(run.args, "fxnol");
  const [pattern] = given?.rest ?? [];
  if (given === undefined || pattern === undefined) return usage(run, "pgrep", 2);
  const found = run.system
    .processes()
    .filter((process) => process.pid !== run.identity.pid)
    .filter((process) => {
      const text = given.options.has("f") ? process.argv.join(" ") : nameOf(process);
      return given.options.has("x") ? text === pattern : text.includes(pattern);
    });
  for (const { pid } of found) run.out(`${pid}\n`);
  return found.length > 0 ? 0 : 1;
}

/** `killall` and `pkill`. */
export function killall(command: "killall" | "pkill"): Program {
  return function* (run: ProgramRun): Working<number> {
    let signal = "TERM";
    const names: string[] = [];
    let quiet = false;
    for (let index = 0; index < run.args.length; index++) {
      const word = run.args[index] ?? "";
      if (word === "-q" || word === "-f" || word === "-x" || word === "-w") quiet ||= word === "-q";
      else if (word === "-s") signal = signalNamed(run.args[++index] ?? "") ?? signal;
      else if (/^-./.test(word)) signal = word === "-0" ? "0" : (signalNamed(word.slice(1)) ?? signal);
      else names.push(word);
    }
    let status = names.length === 0 ? 1 : 0;
    for (const name of names) {
      const found = processesNamed(run, name);
      for (const { pid } of found) yield { kind: "signal", pid, signal };
      if (found.length > 0) continue;
      if (!quiet && command === "killall") run.err(`killall: ${name}: no process killed\n`);
      status = 1;
    }
    return status;
  };
}

/** `ps`: number and arguments of every process. */
export function ps(run: ProgramRun): number {
  run.out("  PID USER     COMMAND\n");
  for (const { pid, argv } of run.system.processes())
    run.out(`${String(pid).padStart(5)} root     ${argv.join(" ")}\n`);
  return 0;
}

/** Becomes another program, found as a shell finds it. */
function* runOther(
  run: ProgramRun,
  argv: readonly string[],
  changes: Partial<ProgramCall> = {},
): Working<number> {
  const [name] = argv;
  if (name === undefined) return usage(run, "exec");
  const environment = changes.environment ?? run.environment;
  const folder = changes.folder ?? run.folder;
  const places = (environment.get("PATH") ?? "/bin:/usr/bin").split(":");
  const found = places.find((place) => run.system.files.status(`${place}/${name}`)?.kind === "file");
  const path = name.includes("/")
    ? name.startsWith("/")
      ? name
      : `${folder}/${name}`
    : `${found ?? ""}/${name}`;
  const { descriptors, umask, limits, ignored, unmarked } = run;
  const call: ProgramCall = {
    descriptors,
    umask,
    ignored,
    ...(limits === undefined ? {} : { limits }),
    ...(unmarked === undefined ? {} : { unmarked }),
    environment,
    folder,
    ...changes,
    path,
    calledAs: name.includes("/") ? name : path,
    argv,
  };
  const answer = yield { kind: "become", call };
  const missing = answer.kind === "failed" && answer.reason === "missing";
  run.err(
    `${run.argv[0] ?? ""}: can't execute '${name}': ${missing ? "No such file or directory" : "Permission denied"}\n`,
  );
  return missing ? 127 : 126;
}

/** `env`. */
export function* env(run: ProgramRun): Working<number> {
  let environment = new Map(run.environment);
  let index = 0;
  for (; index < run.args.length; index++) {
    const word = run.args[index] ?? "";
    if (word === "-i" || word === "-") environment = new Map();
    else if (word === "-u") environment.delete(run.args[++index] ?? "");
    else if (word === "--") {
      index++;
      break;
    } else if (/^[^-=][^=]*=/.test(word))
      environment.set(word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1));
    else break;
  }
  const rest = run.args.slice(index);
  if (rest.length > 0) return yield* runOther(run, rest, { environment });
  for (const [name, value] of environment) run.out(`${name}=${value}\n`);
  return 0;
}

/** Programs that run another one in another way: only that it is run matters here. */
export function wrapper(known: string, first = 0): Program {
  return function* (run: ProgramRun): Working<number> {
    const words = [...run.args];
    while (words[0] !== undefined && /^-./.test(words[0])) {
      const option = words.shift() ?? "";
      if (option === "--") break;
      const letter = option.at(-1) ?? "";
      if (option.length === 2 && known.includes(`${letter}:`)) words.shift();
    }
    return yield* runOther(run, words.slice(first));
  };
}

/** `nohup`: the program does not hear when its terminal goes. */
export function* nohup(run: ProgramRun): Working<number> {
  return yield* runOther(run, run.args, { ignored: new Set([...run.ignored, "HUP"]) });
}

/** `xargs`, with all words in one call or as many as `-n` allows. */
export function* xargs(run: ProgramRun): Working<number> {
  const given =
    run.args[0] === "-n"
      ? run.args.slice(2)
      : run.args.filter((word, index) => !(index === 0 && /^-[r0]+$/.test(word)));
  const words = run
    .input()
    .split(/\s+/)
    .filter((word) => word !== "");
  const command = given.length === 0 ? ["echo"] : given;
  if (words.length === 0 && run.args.includes("-r")) return 0;
  const most = run.args[0] === "-n" ? Math.max(1, Number(run.args[1]) || 1) : Number.POSITIVE_INFINITY;
  let status = 0;
  for (let from = 0; from === 0 || from < words.length; from = past(from, from + most)) {
    const argv = [...command, ...words.slice(from, from + most)];
    const answer = yield {
      kind: "fork",
      background: false,
      ignored: run.ignored,
      start: function* () {
        // The child becomes the program.
        return { kind: "exit", status: yield* runOther(run, argv) };
      },
    };
    if (answer.kind === "ended" && answer.status !== 0) status = 123;
  }
  return status;
}

/** A program that this system has, but that is not followed. */
export function unknown(name: string): Program {
  // biome-ignore lint/correctness/useYield: It ends at once.
  return function* () {
    throw new ProcessStop({ kind: "not-followed", what: name });
  };
}
