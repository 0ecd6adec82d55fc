// What rc works on, and what a walk through a runlevel's folder yields.

import type { ScriptsRun } from "../../inittab/procd-entries.ts";
import type { MachineDeed } from "../script/machine-deeds.ts";

/** What one call of a script with one argument does, as far as rc can notice. */
export interface ScriptAction {
  /** Names of locks made and removed, in the lock folder. */
  readonly touch: readonly string[];
  readonly remove: readonly string[];
  readonly exit: number;
  /** What is written to standard output, newlines included. */
  readonly output: string;
  /** What it does to the whole machine on the way down, where that is known. */
  readonly deeds?: readonly MachineDeed[];
}

/** A script of init.d. */
export interface RcScript {
  readonly name: string;
  /** The text, as far as older rc programs look at it. */
  readonly text: string;
  readonly executable: boolean;
  /** The distribution's own killall script stands here. */
  readonly killall: boolean;
  readonly start: ScriptAction;
  readonly stop: ScriptAction;
}

/** An entry of an rcN.d folder. */
export interface RcEntry {
  readonly name: string;
  /** What is at the end of the link, or the entry itself. */
  readonly kind: "regular" | "directory" | "missing";
  readonly executable: boolean;
  /** What it runs; undefined for all but regular files. */
  readonly script: RcScript | undefined;
}

/** The one folder of all links, and what is run of it at boot and at shutdown; undefined: nothing. */
export interface SingleFolder {
  readonly entries: readonly RcEntry[];
  readonly boot: ScriptsRun | undefined;
  readonly shutdown: ScriptsRun | undefined;
}

/** A system between two runlevel changes. */
export interface RcSystem {
  /** init.d, in any order. */
  readonly scripts: readonly RcScript[];
  /** The entries of rcN.d by level; a level without folder is absent. */
  readonly folders: ReadonlyMap<string, readonly RcEntry[]>;
  /** /etc/rc.d, where all links are there. */
  readonly singleFolder?: SingleFolder;
  /** Regular files in the lock folder. */
  readonly locks: readonly string[];
  /** Folders in the lock folder, which are not locks. */
  readonly lockFolders: readonly string[];
  /** An initctl program exists. */
  readonly initctl?: boolean;
  /** The file exists that makes rc ask, and this is typed. */
  readonly confirm?: string;
}

/** A change of runlevel. */
export interface RunlevelChange {
  readonly previous: string;
  /** The level that init reports. */
  readonly runlevel: string;
  /** rc's own arguments; usually the level. */
  readonly args: readonly string[];
}

/** Why rc passes over an entry. */
export type SkipReason =
  /** No lock file: for rc the service is not up, so it does not stop it. */
  | "not-locked"
  /** A lock file: for rc the service is up, so it does not start it. */
  | "locked"
  | "not-executable"
  | "not-a-file"
  /** The caller does not hand a file without a first line to a shell. */
  | "no-first-line"
  | "backup-name"
  /** The program's pattern does not have it. */
  | "not-matched"
  | "declined"
  /** Debian's older rc: the previous level's links say that it is up, or down. */
  | "started-before"
  | "stopped-before"
  /** A halt or reboot script has taken rc's place. */
  | "behind-halt";

/** One thing that happened, in order. */
export type RcStep =
  | {
      readonly kind: "call";
      /** Below /etc, as it was called. */
      readonly path: string;
      readonly argument: string;
      readonly previous: string;
      readonly runlevel: string;
      readonly exit: number;
      /** Run by killall rather than by rc. */
      readonly byKillall: boolean;
      /** The distribution's killall itself. */
      readonly killall: boolean;
      /** Read by a subshell of rc instead of being run. */
      readonly sourced?: true;
    }
  /** The shell could not run the file. */
  | { readonly kind: "failed-call"; readonly path: string; readonly argument: string; readonly exit: number }
  | { readonly kind: "event"; readonly event: string; readonly job: string }
  | { readonly kind: "skip"; readonly entry: string; readonly reason: SkipReason }
  | { readonly kind: "orphan-lock-removed"; readonly lock: string };

/** What a walk did. */
export interface RcWalk {
  readonly steps: readonly RcStep[];
  /** Regular files in the lock folder afterwards, in byte order. */
  readonly locks: readonly string[];
  readonly exit: number;
  /** Carriage returns and newlines as written. */
  readonly stdout: string;
  readonly stderr: string;
  /** The file that makes rc ask is still there. */
  readonly confirmFileLeft: boolean;
}

/** The state of a walk under way. */
export interface Walking {
  readonly system: RcSystem;
  readonly previous: string;
  readonly runlevel: string;
  readonly steps: RcStep[];
  readonly locks: Set<string>;
  stdout: string;
  stderr: string;
}

/** A walk that has not begun. */
export function beginWalk(system: RcSystem, previous: string, runlevel: string): Walking {
  return { system, previous, runlevel, steps: [], locks: new Set(system.locks), stdout: "", stderr: "" };
}

/** The outcome of a walk. */
export function endWalk(
  walk: Walking,
  exit: number,
  confirmFileLeft: boolean = walk.system.confirm !== undefined,
): RcWalk {
  const { steps, locks, stdout, stderr } = walk;
  return { steps, locks: [...locks].toSorted(byBytes), exit, stdout, stderr, confirmFileLeft };
}

/** How a call ended. */
export interface CallOutcome {
  readonly exit: number;
  /** What was written, in order; `error` is what went to standard error. */
  readonly output: readonly { readonly text: string; readonly error: boolean }[];
}

/** The text of an outcome that went to one of the two outputs. */
export function written(outcome: CallOutcome, error: boolean): string {
  return outcome.output.flatMap((part) => (part.error === error ? part.text : [])).join("");
}

/** Runs an ordinary script. */
export function callScript(
  walk: Walking,
  script: RcScript,
  path: string,
  argument: string,
  byKillall: boolean = false,
): CallOutcome {
  const nothing: ScriptAction = { touch: [], remove: [], exit: 0, output: "" };
  const action = argument === "start" ? script.start : argument === "stop" ? script.stop : nothing;
  for (const lock of action.touch) if (!walk.system.lockFolders.includes(lock)) walk.locks.add(lock);
  for (const lock of action.remove) walk.locks.delete(lock);
  const { previous, runlevel } = walk;
  walk.steps.push({
    kind: "call",
    path,
    argument,
    previous,
    runlevel,
    exit: action.exit,
    byKillall,
    killall: false,
  });
  return { exit: action.exit, output: [{ text: action.output, error: false }] };
}

/** The entries of a folder whose names begin with a letter, in the order of the C locale. */
export function entriesOf(system: RcSystem, level: string, beginning: string): RcEntry[] {
  const entries = (system.folders.get(level) ?? []).filter(({ name }) => name.startsWith(beginning));
  return entries.toSorted((one, other) => byBytes(one.name, other.name));
}

/** The order of the C locale for the names that scripts have. */
export function byBytes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
