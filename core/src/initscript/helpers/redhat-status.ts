// `status` of Red Hat's function library, by generation. Spec 4.2.

import { baseName } from "../base-name.ts";
import type { RedHatLibrary } from "../facts/redhat-library.ts";
import { readPidFile, usualPidFile } from "./pid-file.ts";
import { type HelperOutcome, type HelperWorld, pidsOf } from "./world.ts";

/** What `status` finds out about a service, apart from how it says it. */
export type ServiceState =
  | { readonly kind: "running"; readonly pids: readonly number[]; readonly by: "pid-file" | "name" }
  | { readonly kind: "dead-with-pid-file" }
  | { readonly kind: "dead-but-locked" }
  | { readonly kind: "stopped" }
  | { readonly kind: "unknown" };

/** The status code of each state. Source: LSB Core, Init Script Actions. */
const stateCodes: Readonly<Record<ServiceState["kind"], number>> = {
  running: 0,
  "dead-with-pid-file": 1,
  "dead-but-locked": 2,
  stopped: 3,
  unknown: 4,
};

/** The arguments of `status`, taken apart. */
interface StatusArguments {
  readonly program: string;
  /** What it calls the program when it speaks, and where it looks unless it is told. */
  readonly name: string;
  readonly pidFile?: string | undefined;
  readonly lock?: string | undefined;
  readonly binary?: string | undefined;
}

/** Finds out the state of a service as a generation of the library does. */
function serviceState(library: RedHatLibrary, world: HelperWorld, what: StatusArguments): ServiceState {
  const found = library.status.looksFirst === "pid-file" ? foundByPidFile : foundByName;
  const { name, lock = "" } = what;
  const locked = world.locks.includes(lock === "" ? name : lock);
  return found(library, world, what) ?? (locked ? { kind: "dead-but-locked" } : { kind: "stopped" });
}

/** What the pid file says, and else the processes of that name; undefined where only the lock is left to look at. */
function foundByPidFile(
  library: RedHatLibrary,
  world: HelperWorld,
  { program, name, pidFile = "", binary }: StatusArguments,
): ServiceState | undefined {
  const { code, pids } = readPidFile(world, library, { path: pidFile || usualPidFile(name), binary });
  if (pids.length > 0) return { kind: "running", pids, by: "pid-file" };
  const others = pidFile === "" ? pidsOf(world, program) : [];
  if (others.length > 0) return { kind: "running", pids: others, by: "name" };
  if (code === 4) return { kind: "unknown" };
  return code === 1 ? { kind: "dead-with-pid-file" } : undefined;
}

/** What the processes of that name say, and else whether there is something in the first line of the pid file. */
function foundByName(
  _library: RedHatLibrary,
  world: HelperWorld,
  { program, name, pidFile = "" }: StatusArguments,
): ServiceState | undefined {
  const pids = pidsOf(world, program);
  if (pids.length > 0) return { kind: "running", pids, by: "name" };
  const content = world.pidFiles.get(pidFile || usualPidFile(name));
  const dead = typeof content === "string" && /^[ \t]*[^ \t\n]/.test(content);
  return dead ? { kind: "dead-with-pid-file" } : undefined;
}

/** The sentence that `status` prints. A pid found in a pid file is printed with two blanks. */
function formatState(base: string, state: ServiceState): string {
  switch (state.kind) {
    case "running":
      return `${base} (pid ${state.by === "pid-file" ? " " : ""}${state.pids.join(" ")}) is running...`;
    case "dead-with-pid-file":
      return `${base} dead but pid file exists`;
    case "dead-but-locked":
      return `${base} dead but subsys locked`;
    case "stopped":
      return `${base} is stopped`;
    case "unknown":
      return `${base} status unknown due to insufficient privileges.`;
  }
}

/** What `status` takes its words for; all numbers are indexes of words, which may not be there. */
export interface StatusWords {
  /** By the option's letter: where its value is. */
  readonly values: ReadonlyMap<string, number>;
  readonly program: number;
  /** It prints how it is to be used instead: `-b` without `-p`. */
  readonly refused: boolean;
}

/** Tells options and program apart as a generation does. An option out of order is taken for the program. */
export function readStatusWords({ status }: RedHatLibrary, words: readonly string[]): StatusWords {
  const values = new Map<string, number>();
  let at = 0;
  for (const option of status.options) {
    if (words[at] !== `-${option}`) continue;
    if (option === "b" && !words[values.get("p") ?? words.length])
      return { values, program: at, refused: true };
    values.set(option, at + 1);
    // The shell does not move on when too few words are left.
    if (words.length - at >= 2) at += 2;
  }
  return { values, program: at, refused: false };
}

/** Runs `status` with its words. */
export function redHatStatus(
  library: RedHatLibrary,
  world: HelperWorld,
  words: readonly string[],
): HelperOutcome {
  const { options, keepsFolders } = library.status;
  if (words.length === 0)
    return {
      exit: 1,
      stdout: `Usage: status ${options === "" ? "" : "[-p pidfile] "}{program}\n`,
    };
  const { values, program: at, refused } = readStatusWords(library, words);
  if (refused) {
    const lines = ["-b option can be used only with -p", "Usage: status -p pidfile -b binary program"];
    return { exit: 1, stdout: lines.map((line) => `${line}\n`).join("") };
  }
  const optionValue = (option: string): string | undefined => {
    const index = values.get(option);
    return index === undefined ? undefined : (words[index] ?? "");
  };
  const program = words[at] ?? "";
  const name = keepsFolders ? program : baseName(program);
  const state = serviceState(library, world, {
    program,
    name,
    pidFile: optionValue("p"),
    lock: optionValue("l"),
    binary: optionValue("b") || undefined,
  });
  return { exit: stateCodes[state.kind], stdout: `${formatState(name, state)}\n` };
}
