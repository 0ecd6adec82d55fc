// `status` of Red Hat's function library, by generation. Spec 4.2.

import type { RcFlavor } from "../facts/rc-flavors.ts";
import { type PidFileReading, readPidFile, usualPidFile } from "./pid-file.ts";
import { baseName, type HelperOutcome, type HelperWorld, pidsOf } from "./world.ts";

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
export interface StatusArguments {
  readonly program: string;
  readonly pidFile?: string | undefined;
  readonly lock?: string | undefined;
  readonly binary?: string | undefined;
}

/** Finds out the state of a service as a generation of the library does. */
function serviceState(flavor: RcFlavor, world: HelperWorld, what: StatusArguments): ServiceState {
  const { program, pidFile = "", lock = "", binary } = what;
  // 1997 took the argument as it stood, folder and all.
  const base = flavor === "rh5" ? program : baseName(program);
  const locked = world.locks.includes(lock === "" ? base : lock);
  const path = flavor === "rh5" ? `/var/run/${program}.pid` : pidFile || usualPidFile(program);
  const reading: PidFileReading = readPidFile(world, flavor, { path, binary });
  if (flavor === "el6" || flavor === "el5") {
    if (reading.pids.length > 0) return { kind: "running", pids: reading.pids, by: "pid-file" };
    const pids = pidFile === "" ? pidsOf(world, program) : [];
    if (pids.length > 0) return { kind: "running", pids, by: "name" };
    if (reading.code === 4) return { kind: "unknown" };
    if (reading.code === 1) return { kind: "dead-with-pid-file" };
  } else {
    const pids = pidsOf(world, program);
    if (pids.length > 0) return { kind: "running", pids, by: "name" };
    const content = world.pidFiles.get(path);
    if (typeof content === "string" && /^[ \t]*[^ \t\n]/.test(content)) return { kind: "dead-with-pid-file" };
  }
  return locked ? { kind: "dead-but-locked" } : { kind: "stopped" };
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

/** The options of a generation's `status`, in the only order in which it takes them. */
export function statusOptions(flavor: RcFlavor): string {
  return flavor === "el6" ? "plb" : flavor === "el5" ? "pl" : "";
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
export function readStatusWords(flavor: RcFlavor, words: readonly string[]): StatusWords {
  const values = new Map<string, number>();
  let at = 0;
  for (const option of statusOptions(flavor)) {
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
export function redHatStatus(flavor: RcFlavor, world: HelperWorld, words: readonly string[]): HelperOutcome {
  if (words.length === 0)
    return {
      exit: 1,
      stdout: `Usage: status ${statusOptions(flavor) === "" ? "" : "[-p pidfile] "}{program}\n`,
    };
  const { values, program: at, refused } = readStatusWords(flavor, words);
  if (refused) {
    const lines = ["-b option can be used only with -p", "Usage: status -p pidfile -b binary program"];
    return { exit: 1, stdout: lines.map((line) => `${line}\n`).join("") };
  }
  const optionValue = (option: string): string | undefined => {
    const index = values.get(option);
    return index === undefined ? undefined : (words[index] ?? "");
  };
  const program = words[at] ?? "";
  const state = serviceState(flavor, world, {
    program,
    pidFile: optionValue("p"),
    lock: optionValue("l"),
    binary: optionValue("b") || undefined,
  });
  const base = flavor === "rh5" ? program : baseName(program);
  return { exit: stateCodes[state.kind], stdout: `${formatState(base, state)}\n` };
}
