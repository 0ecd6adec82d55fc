import { baseName } from "../base-name.ts";

// What the helper functions of the libraries look at and change: processes, pid files, locks.

/** A running process. */
export interface HelperProcess {
  readonly pid: number;
  readonly executable: string;
}

/** The world before a call. Paths are absolute; names of locks are those in /var/lock/subsys. */
export interface HelperWorld {
  readonly processes: readonly HelperProcess[];
  /** The contents of pid files; `unreadable` for one that may not be read. */
  readonly pidFiles: ReadonlyMap<string, string | { readonly unreadable: true }>;
  readonly locks: readonly string[];
  /** The environment variable LSB is set, which silences the marks. */
  readonly lsb: boolean;
  /** How programs end that a helper is asked to run; all others succeed. */
  readonly exits: ReadonlyMap<string, number>;
}

/** What a call printed and changed. */
export interface HelperOutcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr?: string;
  /** Processes that the call ended. */
  readonly killed?: readonly number[];
  /** Pid files that the call removed. */
  readonly removed?: readonly string[];
}

/** The pids that `pidof` finds: those of the path, or else those of the name. */
export function pidsOf(world: HelperWorld, program: string): readonly number[] {
  const byPath = world.processes.filter(({ executable }) => executable === program);
  const found =
    byPath.length > 0
      ? byPath
      : world.processes.filter((each) => baseName(each.executable) === baseName(program));
  return program === "" ? [] : found.map(({ pid }) => pid);
}

/** Whether a word of a pid file is the number of a running process. */
export function livePid(world: HelperWorld, word: string): number | undefined {
  if (!/^[0-9]+$/.test(word)) return undefined;
  return world.processes.find(({ pid }) => pid === Number(word))?.pid;
}

/** The words of a line as the shell's `for` sees them. */
export function shellWords(line: string): string[] {
  return line.split(/[ \t\n]+/).filter(Boolean);
}
