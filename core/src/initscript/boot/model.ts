// What the small boot programs of embedded systems have in common: they go through a folder in a shell's loop and call
// what they find. The caller says what a call does.

import { signalText } from "../../shell/interpreter/words.ts";

/** An entry of a folder as such a loop sees it. */
export interface BootEntry {
  readonly name: string;
  /** What is at the end of all links. */
  readonly kind: "file" | "folder" | "other" | "missing";
  /** It is a symbolic link itself. */
  readonly link: boolean;
  /** What it leads to may be executed. */
  readonly executable: boolean;
  /** The names in a folder, in any order; only where that is known. */
  readonly inside?: readonly string[];
}

/** The folders that hold scripts or links to them, by their whole path. */
export type BootFolders = ReadonlyMap<string, readonly BootEntry[]>;

/** The shell that such a program is run by, as far as its loops go. */
export interface BootShell {
  readonly name: "ash" | "dash" | "bash";
  /** The order of names is that of a language, not that of the bytes; only bash heeds it. */
  readonly locale: boolean;
  /** `ls` is coreutils', which heeds the language too. */
  readonly gnuLs: boolean;
}

/** The shell of most embedded systems. */
export const usualBootShell: BootShell = { name: "ash", locale: false, gnuLs: false };

/** A call of a script. */
export interface BootCall {
  /** The words of the command: the path, and its arguments. */
  readonly words: readonly string[];
  /** `sourced`: read by a subshell of the caller, which has the arguments as its own. */
  readonly how: "run" | "sourced";
  /** The program that calls: `/etc/init.d/rcS`. */
  readonly by: string;
  /** The line of that program, which its shell names in its own messages. */
  readonly line: number;
  /** What the caller has exported beside what it was given itself. */
  readonly environment: Readonly<Record<string, string>>;
  /** A file that the caller has read before. */
  readonly settings?: string;
  /** How large the stack of all that the caller starts may become, in KiB, as a word for `ulimit -S -s`. */
  readonly stackSize?: string;
  /** The program that the script is handed to, instead of being executed itself. */
  readonly through?: string;
}

/** How a call ends. */
export interface BootOutcome {
  readonly status: number;
  /** The caller's own shell was killed by this signal, without SIG. */
  readonly killedCaller?: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Carries out the calls of a boot. */
export type CallScript = (call: BootCall) => BootOutcome;

/** Why an entry is passed over. */
export type BootSkip =
  | "not-a-file"
  | "not-executable"
  /** The caller does not hand a file without a first line to a shell. */
  | "no-first-line"
  /** The loop's pattern or list does not have it. */
  | "not-matched"
  /** The program does not look at this folder. */
  | "started-before"
  | "stopped-before";

/** One thing that happened, in order. */
export type BootStep =
  | {
      readonly kind: "call";
      /** The path as it was called. */
      readonly path: string;
      readonly args: readonly string[];
      readonly how: "run" | "sourced";
      readonly status: number;
    }
  | { readonly kind: "skip"; readonly path: string; readonly reason: BootSkip };

/** What a program did. */
export interface BootWalk {
  readonly steps: readonly BootStep[];
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program whose walk it is. */
export interface BootProgram {
  readonly path: string;
  /** The line in which it calls scripts. */
  readonly line: number;
  /** What it exports. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A file that it reads first. */
  readonly settings?: string;
  readonly stackSize?: string;
}

/** A walk under way. */
export interface BootWalking {
  readonly call: CallScript;
  readonly program: BootProgram;
  readonly steps: BootStep[];
  /** The status of the last turn of a loop. */
  status: number;
  killed: boolean;
  stdout: string;
  stderr: string;
}

/** A walk that has not begun. */
export function beginBoot(program: BootProgram, call: CallScript): BootWalking {
  return { call, program, steps: [], status: 0, killed: false, stdout: "", stderr: "" };
}

/** What has come of it. */
export function endBoot({ steps, status, stdout, stderr }: BootWalking, exit: number = status): BootWalk {
  return { steps, exit, stdout, stderr };
}

/** Passes over an entry; as the last turn of a loop this is a success. */
export function skipEntry(walk: BootWalking, path: string, reason: BootSkip): void {
  walk.steps.push({ kind: "skip", path, reason });
  walk.status = 0;
}

/** Runs or sources a script, and says whether the caller is still there. */
export function callEntry(
  walk: BootWalking,
  words: readonly string[],
  how: BootCall["how"],
  through?: string,
): boolean {
  const { path: by, line, environment = {}, settings, stackSize } = walk.program;
  const outcome = walk.call({
    words,
    how,
    by,
    line,
    environment,
    ...(settings === undefined ? {} : { settings }),
    ...(stackSize === undefined ? {} : { stackSize }),
    ...(through === undefined ? {} : { through }),
  });
  const [path = "", ...args] = words;
  walk.steps.push({ kind: "call", path, args, how, status: outcome.status });
  walk.status = outcome.status;
  walk.stdout += outcome.stdout;
  walk.stderr += outcome.stderr;
  if (outcome.killedCaller === undefined) return true;
  walk.killed = true;
  // What the shell that runs the program says.
  const said = signalText(outcome.killedCaller);
  if (said !== undefined) walk.stderr += `${said}\n`;
  return false;
}
