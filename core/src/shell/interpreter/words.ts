// How the shells word what goes wrong. Observed: dash 0.5.12, BusyBox 1.35.0 ash, bash 5.2 called as sh.

import type { ShellProblem } from "../problem.ts";
import type { FileError, KilledChild } from "./contract.ts";

/** What a message is about. */
export interface MessagePlace {
  /** The script, or what the shell is called where there is none. */
  readonly name: string;
  readonly line: number;
  /** The builtin that is being run. */
  readonly builtin: string | undefined;
  /** The name of the program that the shell is, without its folder. */
  readonly program: string;
}

/** Why an arithmetic expression has no value. */
export type ArithmeticFault =
  | { readonly kind: "expecting"; readonly what: "EOF" | "primary" | "':'" | "')'" }
  | { readonly kind: "division" | "exponent" | "recursion" }
  | { readonly kind: "number"; readonly text: string };

/** How a shell words what goes wrong. */
export interface ShellWords {
  /** What every message begins with. */
  readonly prefix: (place: MessagePlace) => string;
  readonly syntaxError: (problem: ShellProblem) => string;
  readonly arithmetic: (fault: ArithmeticFault, text: string) => string;
  readonly badSubstitution: string;
  readonly unset: (name: string) => string;
  readonly readonlyVariable: (name: string) => string;
  readonly notFound: (command: string) => string;
  readonly notExecutable: (command: string) => string;
  readonly cannotOpen: (path: string, error: FileError) => string;
  readonly cannotCreate: (path: string, error: FileError) => string;
  /** Of a file that `.` does not find. */
  readonly cannotSource: (path: string, error: FileError) => string;
  readonly cannotEnter: (path: string, error: FileError) => string;
  readonly illegalNumber: (text: string) => string;
  readonly illegalOption: (option: string) => string;
  readonly illegalMode: (text: string) => string;
  readonly getopts: { readonly usage: string; readonly prefixed: boolean };
  readonly trapSignal: (text: string) => string;
  readonly test: {
    readonly number: (text: string) => string;
    /** Of a number that is too long. */
    readonly range: (text: string) => string;
    /** Of a word that is not expected, after another. */
    readonly operator: (word: string, before: string) => string;
  };
  readonly kill: {
    readonly usage: string;
    readonly signal: (text: string) => string;
    readonly process: (text: string) => string;
    readonly missing: (pid: string) => string;
  };
  readonly printf: {
    readonly usage: string;
    readonly directive: (text: string) => string;
    readonly number: (text: string, begins: boolean) => string;
  };
  readonly limit: {
    readonly number: (text: string) => string;
    readonly refused: string;
  };
  /** What is said of a child that the shell has waited for; undefined: nothing. `text`: that of its command. */
  readonly killed: (
    child: KilledChild,
    said: { readonly prefix: string; readonly text: string | undefined },
  ) => string | undefined;
}

const errorTexts: Readonly<Record<FileError, string>> = {
  EACCES: "Permission denied",
  EBADF: "Bad file descriptor",
  EEXIST: "File exists",
  EFBIG: "File too large",
  EINVAL: "Invalid argument",
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENOENT: "No such file or directory",
  ENOTDIR: "Not a directory",
  ENOTEMPTY: "Directory not empty",
  EPERM: "Operation not permitted",
  EPIPE: "Broken pipe",
  EROFS: "Read-only file system",
};

/** What a program says of an error. strerror(3). */
export function errorText(error: FileError): string {
  return errorTexts[error];
}

/** What is said of a process that a signal has killed. strsignal(3). */
const signalTexts: Readonly<Record<string, string>> = {
  HUP: "Hangup",
  QUIT: "Quit",
  ILL: "Illegal instruction",
  TRAP: "Trace/breakpoint trap",
  ABRT: "Aborted",
  BUS: "Bus error",
  FPE: "Floating point exception",
  KILL: "Killed",
  USR1: "User defined signal 1",
  SEGV: "Segmentation fault",
  USR2: "User defined signal 2",
  ALRM: "Alarm clock",
  TERM: "Terminated",
  STKFLT: "Stack fault",
  XCPU: "CPU time limit exceeded",
  XFSZ: "File size limit exceeded",
  VTALRM: "Virtual timer expired",
  PROF: "Profiling timer expired",
  IO: "I/O possible",
  PWR: "Power failure",
  SYS: "Bad system call",
};

/** What a shell says of a process that a signal has killed; of INT and PIPE it says nothing. */
export function signalText(signal: string): string | undefined {
  return signalTexts[signal];
}

/** A file that is not there, or stands below one that is no folder, is one thing for these shells. */
const isMissing = (error: FileError): boolean => error === "ENOENT" || error === "ENOTDIR";

/** What a token is called: only operators and reserved words have a name. */
function tokenName(token: string): string {
  if (token === "newline" || token === "end of file") return token;
  const named = /^(?:[;&|()<>]+|case|do|done|elif|else|esac|fi|for|if|in|then|until|while|\{|\}|!)$/.test(
    token,
  );
  return named ? `"${token}"` : "word";
}

/** What a shell that reads with the parser of dash has met, and what it wanted instead where that is known. */
function surprise(problem: ShellProblem): { readonly token: string; readonly wanted: string } {
  const expecting = (what: string): string => ` (expecting "${what}")`;
  const { near, behind } = problem;
  // A parenthesis after the first word begins a function.
  if (behind !== undefined && behind !== ")") return { token: nameBehind(behind), wanted: expecting(")") };
  // A newline that nothing may follow is passed over, and then the text is at its end.
  if (problem.kind === "nothing-after" && near === "newline") return { token: "end of file", wanted: "" };
  return { token: tokenName(near), wanted: problem.wanted === undefined ? "" : expecting(problem.wanted) };
}

/** Behind a parenthesis no word is reserved. */
function nameBehind(token: string): string {
  return /^[;&|()<>]+$/.test(token) || !/^\S+$/.test(token) ? tokenName(token) : "word";
}

/** A mistake that has a sentence of its own. */
function namedMistake(problem: ShellProblem): string | undefined {
  switch (problem.kind) {
    case "loop-variable":
      return "Bad for loop variable";
    case "function-name":
      return "Bad function name";
    case "open": {
      const { opening } = problem;
      if (opening === "'" || opening === '"') return "Unterminated quoted string";
      if (opening === "`") return "EOF in backquote substitution";
      if (opening.startsWith("$((")) return "Missing '))'";
      return opening.startsWith("${") ? "Missing '}'" : undefined;
    }
    default:
      return undefined;
  }
}

function lowerFirst(text: string): string {
  return /^EOF/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function dashArithmetic(fault: ArithmeticFault): string {
  switch (fault.kind) {
    case "expecting":
      return `expecting ${fault.what}`;
    case "division":
      return "division by zero";
    case "exponent":
      return "exponent less than 0";
    case "recursion":
      return "expression recursion level exceeded";
    case "number":
      return `Illegal number: ${fault.text}`;
  }
}

/** dash. */
export const dashWords: ShellWords = {
  prefix: ({ name, line, builtin }) => `${name}: ${line}: ${builtin === undefined ? "" : `${builtin}: `}`,
  syntaxError: (problem) => {
    const { token, wanted } = surprise(problem);
    return `Syntax error: ${namedMistake(problem) ?? `${token} unexpected${wanted}`}`;
  },
  arithmetic: (fault, text) =>
    fault.kind === "number"
      ? dashArithmetic(fault)
      : `arithmetic expression: ${dashArithmetic(fault)}: "${text}"`,
  badSubstitution: "Bad substitution",
  unset: (name) => `${name}: parameter not set`,
  readonlyVariable: (name) => `${name}: is read only`,
  notFound: (command) => `${command}: not found`,
  notExecutable: (command) => `${command}: Permission denied`,
  cannotOpen: (path, error) => `cannot open ${path}: ${isMissing(error) ? "No such file" : errorText(error)}`,
  cannotCreate: (path, error) =>
    `cannot create ${path}: ${isMissing(error) ? "Directory nonexistent" : errorText(error)}`,
  cannotSource: (path, error) =>
    path.includes("/") ? dashWords.cannotOpen(path, error) : `${path}: not found`,
  cannotEnter: (path) => `can't cd to ${path}`,
  illegalNumber: (text) => `Illegal number: ${text}`,
  illegalOption: (option) => `Illegal option ${option}`,
  illegalMode: (text) => (/^\d/.test(text) ? `Illegal number: ${text}` : `Illegal mode: ${text}`),
  getopts: { usage: "Usage: getopts optstring var [arg...]", prefixed: false },
  trapSignal: (text) => `${text}: bad trap`,
  test: {
    number: (text) => `Illegal number: ${text}`,
    range: (text) => `Illegal number: ${text}`,
    operator: (_word, before) => `${before === "" ? "" : `${before}: `}unexpected operator`,
  },
  kill: {
    usage: "Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]",
    signal: (text) => `invalid signal number or name: ${text}`,
    process: (text) => `Illegal number: ${text}`,
    missing: () => "No such process\n",
  },
  printf: {
    usage: "usage: printf format [arg ...]",
    directive: (text) => (text.length < 2 ? "missing format character" : `${text}: invalid directive`),
    number: (text, begins) => `${text}: ${begins ? "not completely converted" : "expected numeric value"}`,
  },
  limit: { number: () => "bad number", refused: "error setting limit (Invalid argument)" },
  killed: ({ signal }) => signalText(signal),
};

/** Builtins of BusyBox that are the applets themselves, so that their messages begin with the name of the program. */
const applets: ReadonlySet<string> = new Set(["[", "kill", "printf", "test", "ulimit"]);

/** BusyBox ash. */
export const ashWords: ShellWords = {
  ...dashWords,
  prefix: ({ name, line, builtin, program }) =>
    builtin !== undefined && applets.has(builtin)
      ? `${program}: `
      : `${name}: ${builtin === undefined ? "" : `${builtin}: `}line ${line}: `,
  syntaxError: (problem) => {
    const { token, wanted } = surprise(problem);
    const mistake = namedMistake(problem);
    return `syntax error: ${mistake === undefined ? `unexpected ${token}${wanted}` : lowerFirst(mistake)}`;
  },
  arithmetic: (fault) => {
    switch (fault.kind) {
      case "expecting":
        return fault.what === "':'" ? "malformed ?: operator" : "arithmetic syntax error";
      case "division":
        return "divide by zero";
      case "exponent":
        return "exponent less than 0";
      case "recursion":
        return "expression recursion loop detected";
      case "number":
        return "arithmetic syntax error";
    }
  },
  badSubstitution: "syntax error: bad substitution",
  cannotOpen: (path, error) => `can't open ${path}: ${isMissing(error) ? "no such file" : errorText(error)}`,
  cannotCreate: (path, error) =>
    `can't create ${path}: ${isMissing(error) ? "nonexistent directory" : errorText(error)}`,
  cannotSource: (path, error) =>
    path.includes("/") ? `can't open '${path}': ${errorText(error)}` : `${path}: not found`,
  cannotEnter: (path, error) => `can't cd to ${path}: ${errorText(error)}`,
  illegalOption: (option) => `illegal option ${option}`,
  illegalMode: (text) => `illegal mode: ${text}`,
  getopts: { usage: "usage: getopts optstring var [arg]", prefixed: false },
  trapSignal: (text) => `${text}: invalid signal specification`,
  test: {
    number: (text) => (text === "" ? "bad number" : `${text}: bad number`),
    range: (text) => `${text}: out of range`,
    operator: (word) => `${word}: unknown operand`,
  },
  kill: {
    usage: "you need to specify whom to kill",
    signal: (text) => `bad signal name '${text}'`,
    process: (text) => `invalid number '${text}'`,
    missing: (pid) => `can't kill pid ${pid}: No such process`,
  },
  printf: {
    usage: "usage: printf FORMAT [ARGUMENT...]",
    directive: (text) => `${text}: invalid format`,
    number: (text) => `invalid number '${text.trimStart()}'`,
  },
  limit: {
    number: (text) => `invalid number '${text}'`,
    refused: "error setting limit: Invalid argument",
  },
};

/** bash, called as sh. */
export const bashWords: ShellWords = {
  ...ashWords,
  prefix: ({ name, line, builtin }) =>
    `${name}: line ${line}: ${builtin === undefined ? "" : `${builtin}: `}`,
  syntaxError: ({ kind, near }) =>
    kind === "nothing-after" || near === "end of file"
      ? "syntax error: unexpected end of file"
      : `syntax error near unexpected token \`${near}'`,
  arithmetic: dashWords.arithmetic,
  badSubstitution: "Bad substitution",
  unset: (name) => `${name}: unbound variable`,
  readonlyVariable: (name) => `${name}: readonly variable`,
  notFound: (command) =>
    command.includes("/") ? `${command}: No such file or directory` : `${command}: command not found`,
  cannotOpen: (path, error) => `${path}: ${errorText(error)}`,
  cannotCreate: (path, error) => `${path}: ${errorText(error)}`,
  cannotSource: (path, error) =>
    path.includes("/") ? `${path}: ${errorText(error)}` : `${path}: file not found`,
  cannotEnter: (path, error) => `${path}: ${errorText(error)}`,
  illegalNumber: (text) => `${text}: numeric argument required`,
  illegalOption: (option) => `${option}: invalid option`,
  illegalMode: (text) =>
    /^\d/.test(text) ? `${text}: octal number out of range` : `\`${text}': invalid symbolic mode operator`,
  getopts: { usage: "usage: getopts optstring name [arg ...]", prefixed: true },
  test: {
    number: (text) => `${text}: integer expression expected`,
    range: (text) => `${text}: integer expression expected`,
    operator: (_word, before) => `${before}: binary operator expected`,
  },
  kill: {
    usage: "usage: kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]",
    signal: (text) => `${text}: invalid signal specification`,
    process: (text) => `${text}: arguments must be process or job IDs`,
    missing: (pid) => `(${pid}) - No such process`,
  },
  printf: {
    usage: "usage: printf [-v var] format [arguments]",
    directive: (text) => `\`${text.slice(1)}': invalid format character`,
    number: (text) => `${text}: invalid number`,
  },
  limit: { number: (text) => `${text}: invalid number`, refused: "cannot modify limit: Invalid argument" },
  // Of a process that is terminated no more is said, and of all others what they were, as far as that is known here.
  killed: ({ signal, pid }, { prefix, text }) => {
    const said = signalText(signal);
    if (said === undefined || signal === "TERM") return said;
    return text === undefined ? undefined : `${prefix}${pid} ${said.padEnd(24)}${text}`;
  },
};
