// Daemons that services have started, as OpenRC keeps note of them; and its start-stop-daemon.

import type { ProcessEnd, Working } from "../../shell/interpreter/contract.ts";
import type { Program, ProgramRun, SystemForPrograms } from "../system/contract.ts";
import { leavesLineOpen } from "./message-functions.ts";
import { stateFolder } from "./runlevels.ts";

/** Whether a daemon that a service has started is gone. Observed crashed. */
export function hasCrashed(system: SystemForPrograms, service: string): boolean {
  const folder = `${stateFolder}/daemons/${service}`;
  return (system.files.names(folder) ?? []).some((name) => {
    const noted = system.files.read(`${folder}/${name}`) ?? "";
    const pidFile = /^pidfile=(.+)$/m.exec(noted)?.[1];
    const file = /^exec=(.+)$/m.exec(noted)?.[1];
    return pidFile === undefined
      ? !system.processes().some((process) => process.file === file)
      : !isAlive(system, pidIn(system, pidFile));
  });
}

function isAlive(system: SystemForPrograms, pid: number | undefined): boolean {
  return system.processes().some((process) => process.pid === pid);
}

function pidIn({ files }: SystemForPrograms, path: string): number | undefined {
  const text = /^\s*(\d+)/.exec(files.read(path) ?? "")?.[1];
  return text === undefined ? undefined : Number(text);
}

interface Options {
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** What follows `--`, or the command without `--exec`. */
  readonly rest: readonly string[];
}

const longNames: Readonly<Record<string, string>> = {
  background: "b",
  chdir: "d",
  chroot: "r",
  exec: "x",
  group: "g",
  "make-pidfile": "m",
  name: "n",
  oknodo: "o",
  pidfile: "p",
  quiet: "q",
  retry: "R",
  signal: "s",
  start: "S",
  startas: "a",
  stderr: "2",
  stdout: "1",
  stop: "K",
  test: "t",
  umask: "k",
  user: "u",
  wait: "w",
};

/** Letters of the options that have a value. */
const valued = "IaceghknNprRsuwx12d34";

function readArguments(args: readonly string[]): Options {
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const rest = args.slice();
  for (let arg = rest[0]; arg !== undefined; arg = rest[0]) {
    if (arg === "--" || !arg.startsWith("-")) break;
    rest.shift();
    const [long = "", attached] = arg.startsWith("--") ? arg.slice(2).split(/=(.*)/s) : [];
    const letters = arg.startsWith("--") ? (longNames[long] ?? "?") : arg.slice(1);
    for (const [at, letter] of [...letters].entries()) {
      switches.add(letter);
      if (!valued.includes(letter)) continue;
      values.set(letter, attached ?? (letters.slice(at + 1) || (rest.shift() ?? "")));
      break;
    }
  }
  return { switches, values, rest: rest[0] === "--" ? rest.slice(1) : rest };
}

/** start-stop-daemon, as far as services use it: with `--start`, `--stop` or `--signal`, a program and a pid file. */
export const startStopDaemon: Program = function* (run) {
  const options = readArguments(run.args);
  if (options.switches.has("K")) return yield* stop(run, options);
  if (options.switches.has("S") || options.values.has("x")) return yield* start(run, options);
  const signal = options.values.get("s");
  const pid = pidIn(run.system, options.values.get("p") ?? "");
  if (signal === undefined || pid === undefined) return 1;
  yield { kind: "signal", pid, signal: signal.replace(/^SIG/, "") };
  return 0;
};

function say({ err, environment }: ProgramRun, text: string): void {
  const newLine = leavesLineOpen(environment.get("EINFO_LASTCMD")) ? "\n" : "";
  err(`${newLine} * start-stop-daemon: ${text}\n`);
}

function* start(run: ProgramRun, { switches, values, rest }: Options): Working<number> {
  const { system, environment } = run;
  const [file = "", ...args] = values.has("x") ? [values.get("x") ?? "", ...rest] : rest;
  const path = findProgram(run, file);
  if (path === undefined) {
    say(run, `${file} does not exist`);
    return 1;
  }
  const pidFile = values.get("p");
  if (pidFile !== undefined && isAlive(system, pidIn(system, pidFile))) {
    say(run, `${file} is already running`);
    return 1;
  }
  if (switches.has("t")) return 0;
  const call = { ...run, path, argv: [file, ...args] };
  if (switches.has("b")) {
    const answer = yield {
      kind: "fork",
      background: true,
      ignored: run.ignored,
      start: function* (): Generator<{ kind: "become"; call: typeof call }, ProcessEnd, unknown> {
        yield { kind: "become", call };
        return { kind: "exit", status: 127 };
      },
    };
    if (switches.has("m") && pidFile !== undefined && answer.kind === "started")
      system.files.write(pidFile, `${answer.pid}\n`);
  } else {
    const answer = yield { kind: "run", call };
    if (answer.kind !== "ended" || answer.status !== 0) {
      say(run, `failed to start \`${file}'`);
      return 1;
    }
  }
  const service = environment.get("RC_SVCNAME");
  if (service !== undefined)
    system.files.write(
      `${stateFolder}/daemons/${service}/001`,
      `exec=${path}\n${pidFile === undefined ? "" : `pidfile=${pidFile}\n`}`,
    );
  return 0;
}

function findProgram({ system, environment, absolute }: ProgramRun, file: string): string | undefined {
  const path = environment.get("PATH") ?? "/usr/sbin:/usr/bin:/sbin:/bin";
  const places = file.includes("/") ? [absolute(file)] : path.split(":").map((folder) => `${folder}/${file}`);
  return places.find((place) => system.files.status(place)?.kind === "file");
}

function* stop(run: ProgramRun, { switches, values }: Options): Working<number> {
  const { system, environment } = run;
  const pidFile = values.get("p");
  const file = values.get("x");
  const pids = system
    .processes()
    .filter((process) =>
      pidFile === undefined ? process.file === file : process.pid === pidIn(system, pidFile),
    )
    .map(({ pid }) => pid);
  if (pids.length === 0) say(run, "no matching processes found");
  if (switches.has("t")) return pids.length > 0 ? 0 : 1;
  for (const pid of pids)
    yield { kind: "signal", pid, signal: (values.get("s") ?? "TERM").replace(/^SIG/, "") };
  if (pidFile !== undefined) system.files.remove(pidFile);
  const folder = `${stateFolder}/daemons/${environment.get("RC_SVCNAME")}`;
  for (const name of [...(system.files.names(folder) ?? [])]) system.files.remove(`${folder}/${name}`);
  return 0;
}
