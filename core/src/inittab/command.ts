// How init runs the process of a record: with or without a shell, and with which words. The only place that knows;
// the simulator, the rules and the manual all ask here. Source: spec/sysvinit.md, section 11; spec/dialects.md, 3.3.

import { past } from "../text/past.ts";
import type { TextRange } from "../text/range.ts";
import { type Dialect, dialectFacts } from "./dialect.ts";
import type { DialectFacts } from "./dialects/facts.ts";
import { behaviourOf, defaultSysvinitVersion, type SysvinitVersion, wordLimit } from "./versions.ts";

/** One of these in a process makes sysvinit and BusyBox call a shell. `=` is one of them, `#` is not. Observed: exec-shell. */
export const shellCharacters = "~`!$^&*()=|\\{}[];\"'<>?";

const anyShellCharacter = new RegExp(`[${shellCharacters.replace(/[\\\]^]/g, "\\$&")}]`);

/** The most words that procd takes. Source: spec/dialects.md, section 5. */
const procdWordLimit = 7;

/** Who runs the process. Without a version the newest is assumed. */
export interface CommandOptions {
  readonly dialect: Dialect;
  readonly version?: SysvinitVersion;
  /**
   * Given where sysvinit finds a readable /etc/initscript and the level is not `S`: what it passes on of the record.
   * Observed: initscript-basic.
   */
  readonly initscript?: { readonly id: string; readonly runlevels: string; readonly action: string };
}

interface AnyCommand {
  /** Whether init writes records to utmp and wtmp; `+` switches it off, and BusyBox and procd write none. */
  readonly accounted: boolean;
  /** Where the flag characters stand that init takes off the process: `+` and `@`, or the `-` of BusyBox. */
  readonly flags: TextRange;
}

/** The process is executed as it is: the words that init cuts it into. */
export interface DirectCommand extends AnyCommand {
  readonly kind: "direct";
  /** What is looked up; empty where BusyBox finds a blank in front. The same as the first argument elsewhere, but for a dash. */
  readonly program: string;
  readonly argv: readonly string[];
  /** Where each argument stands in the process. */
  readonly words: readonly TextRange[];
  /** What made init stop before the end of the process, if something is lost: a `#`, or too many words. */
  readonly cutBy: "#" | "words" | undefined;
  /** The part of the process that nobody sees; empty when nothing is cut. */
  readonly lost: TextRange;
}

/** The process goes through a shell. */
export interface ShellCommand extends AnyCommand {
  readonly kind: "shell";
  readonly program: string;
  readonly argv: readonly string[];
  /** The part of the process that the shell reads. */
  readonly script: TextRange;
  /** The shell replaces itself by the first command, so nothing after `;`, `&&` or `||` is reached. */
  readonly execs: boolean;
  /** The first character that asks for a shell; undefined where every process goes through one. */
  readonly because: TextRange | undefined;
}

/** The process is one argument of /etc/initscript. */
export interface InitscriptCommand extends AnyCommand {
  readonly kind: "initscript";
  readonly program: string;
  readonly argv: readonly string[];
}

/** There is no word to run: the child ends at once without a message. Observed: exec-empty-process. */
export interface NoCommand extends AnyCommand {
  readonly kind: "nothing";
}

/** What init executes for a process. Ranges are UTF-16 offsets in the process text. */
export type CommandLine = DirectCommand | ShellCommand | InitscriptCommand | NoCommand;

/** A word of a process with its place. */
export interface CommandWord extends TextRange {
  readonly text: string;
}

/**
 * How init runs a process, as the reader gives it. A file of unknown dialect is treated like one of sysvinit.
 * Observed: sysvinit 2.88, 3.06, 3.14 (the exec-* cases), BusyBox 1.35; procd and the System V family from their sources.
 */
export function commandLine(process: string, options: CommandOptions): CommandLine {
  const { runs } = dialectFacts[options.dialect];
  return typeof runs === "object" ? familyCommand(process, runs.shell) : ways[runs](process, options);
}

/** Whether init may hand a process to a shell. Far quicker than `commandLine`, which decides it. */
export function mayCallShell(process: string, dialect: Dialect): boolean {
  return typeof dialectFacts[dialect].runs === "object" || anyShellCharacter.test(process);
}

/** The ways of those that have rules of their own. */
const ways: Readonly<
  Record<string & DialectFacts["runs"], (process: string, options: CommandOptions) => CommandLine>
> = {
  sysvinit: sysvinitCommand,
  busybox: busyboxCommand,
  procd: (process) =>
    directCommand(process, 0, { blanks: " ", comment: false, limit: procdWordLimit }, false),
};

/**
 * The words of a process after its flags. Without a shell they are the arguments; what a shell gets is cut at blanks
 * only, as a reader sees it, since no quoting is undone.
 */
export function commandWords(process: string, options: CommandOptions): readonly CommandWord[] {
  const { initscript: _, ...plain } = options;
  return wordsOf(process, commandLine(process, plain));
}

/** The same where it is known how init runs the process. */
export function wordsOf(process: string, command: CommandLine): readonly CommandWord[] {
  switch (command.kind) {
    case "direct":
      return wordsAt(process, command.words);
    case "shell": {
      const words = splitWords(process, command.script.start, anyLength);
      return wordsAt(process, words.words);
    }
    case "initscript":
    case "nothing":
      return [];
  }
}

function sysvinitCommand(process: string, options: CommandOptions): CommandLine {
  const behaviour = behaviourOf(options.version ?? defaultSysvinitVersion);
  const plus = process.startsWith("+") ? 1 : 0;
  const at = behaviour.knowsAt && process.charAt(plus) === "@" ? 1 : 0;
  const start = plus + at;
  const accounted = plus === 0;
  const flags = { start: 0, end: start };
  if (options.initscript !== undefined) {
    const { id, runlevels, action } = options.initscript;
    const argv = ["/bin/sh", "/etc/initscript", id, runlevels, action, process.slice(start)];
    return { kind: "initscript", program: "/bin/sh", argv, accounted, flags };
  }
  const because = at === 0 ? firstShellCharacter(process, start) : undefined;
  if (because !== undefined) {
    const execs = behaviour.execsInShell;
    const script = (execs ? "exec " : "") + process.slice(start);
    return {
      kind: "shell",
      program: "/bin/sh",
      argv: ["/bin/sh", "-c", script],
      script: { start, end: process.length },
      execs,
      because,
      accounted,
      flags,
    };
  }
  return directCommand(process, start, { blanks: " \t", comment: true, limit: wordLimit }, accounted);
}

/** Observed: BusyBox 1.35 (leading-dash, leading-space-process, shell-metachar). */
function busyboxCommand(process: string): CommandLine {
  const start = process.startsWith("-") ? 1 : 0;
  const flags = { start: 0, end: start };
  const because = firstShellCharacter(process, start);
  if (because !== undefined)
    return {
      kind: "shell",
      program: "/bin/sh",
      argv: [start === 1 ? "-/bin/sh" : "/bin/sh", "-c", `exec ${process.slice(start)}`],
      script: { start, end: process.length },
      execs: true,
      because,
      accounted: false,
      flags,
    };
  const { words } = splitWords(process, 0, {
    blanks: " \t",
    comment: false,
    limit: Number.POSITIVE_INFINITY,
  });
  // A blank in front ends the name of the program before it has begun, though the arguments are all there.
  const program = /^[^ \t]*/.exec(process.slice(start))?.[0] ?? "";
  return {
    kind: "direct",
    program,
    argv: wordsAt(process, words).map((word) => word.text),
    words,
    cutBy: undefined,
    lost: { start: process.length, end: process.length },
    accounted: false,
    flags,
  };
}

/** Source: spec/dialects.md, section 7; each process is a command of the shell, which replaces itself by it. */
function familyCommand(process: string, shell: string): CommandLine {
  const whole = { start: 0, end: process.length };
  const any = { accounted: true, flags: { start: 0, end: 0 } };
  if (/^[ \t]*$/.test(process)) return { kind: "nothing", ...any };
  const argv = [shell, "-c", `exec ${process}`];
  return { kind: "shell", program: shell, argv, script: whole, execs: true, because: undefined, ...any };
}

/** How a process is cut into words. */
interface Splitting {
  readonly blanks: string;
  /** A `#` ends the command, even inside a word. */
  readonly comment: boolean;
  readonly limit: number;
}

const anyLength: Splitting = { blanks: " \t", comment: false, limit: Number.POSITIVE_INFINITY };

function directCommand(process: string, start: number, how: Splitting, accounted: boolean): CommandLine {
  const { words, cutBy, lost } = splitWords(process, start, how);
  const flags = { start: 0, end: start };
  const argv = wordsAt(process, words).map((word) => word.text);
  const [program] = argv;
  if (program === undefined) return { kind: "nothing", accounted, flags };
  return { kind: "direct", program, argv, words, cutBy, lost, accounted, flags };
}

/** Observed: exec-words. A `#` at the beginning of a word leaves an empty word in front of it. */
function splitWords(
  process: string,
  start: number,
  how: Splitting,
): Pick<DirectCommand, "words" | "cutBy" | "lost"> {
  const words: TextRange[] = [];
  for (let at = start, end = at; at < process.length; at = past(at, end)) {
    if (isBlank(process.charCodeAt(at), how)) continue;
    if (words.length === how.limit)
      return { words, cutBy: "words", lost: { start: at, end: process.length } };
    end = at;
    while (end < process.length && !endsWord(process.charCodeAt(end), how)) end++;
    words.push({ start: at, end });
    if (how.comment && process.charAt(end) === "#")
      return { words, cutBy: "#", lost: { start: end, end: process.length } };
  }
  return { words, cutBy: undefined, lost: { start: process.length, end: process.length } };
}

function endsWord(code: number, how: Splitting): boolean {
  return isBlank(code, how) || (how.comment && code === hash);
}

/** Each process is split at each start and for each rule, so its characters are compared as numbers. */
function isBlank(code: number, { blanks }: Splitting): boolean {
  return code === blanks.charCodeAt(0) || code === blanks.charCodeAt(1);
}

const hash = 0x23;

const isShellCharacter = Uint8Array.from({ length: 128 }, (_, code) =>
  shellCharacters.includes(String.fromCharCode(code)) ? 1 : 0,
);

function firstShellCharacter(process: string, from: number): TextRange | undefined {
  for (let at = from; at < process.length; at++)
    if (isShellCharacter[process.charCodeAt(at)] === 1) return { start: at, end: at + 1 };
  return undefined;
}

function wordsAt(process: string, ranges: readonly TextRange[]): readonly CommandWord[] {
  return ranges.map((range) => ({ ...range, text: process.slice(range.start, range.end) }));
}
