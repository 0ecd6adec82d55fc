// What the shells differ in when they run a script, beside how they read it. Observed: dash 0.5.12, bash 5.2 called as sh,
// BusyBox 1.35.0 ash.

import type { ShellProblem } from "../problem.ts";
import { ash, bash, dash, type ShellFacts } from "../shells.ts";

/** How a shell works, and how it words what goes wrong. */
export interface ShellBehaviour {
  readonly facts: ShellFacts;
  /** What every message begins with. */
  readonly prefix: (name: string, line: number) => string;
  readonly syntaxError: (problem: ShellProblem) => string;
  readonly notFound: (command: string) => string;
  readonly notExecutable: (command: string) => string;
  readonly readonlyVariable: (name: string) => string;
  readonly cannotOpen: (path: string, reason: string) => string;
  readonly cannotCreate: (path: string, reason: string) => string;
  readonly unset: (name: string) => string;
  readonly illegalNumber: (text: string) => string;
  /** The status of a builtin that gives up with a message. */
  readonly errorStatus: number;
  /** The status of a shell that ends since an expansion cannot be made, or a variable cannot be set. */
  readonly expansionStatus: number;
  /** The status where a redirection fails. */
  readonly redirectionStatus: number;
  /** The status of `.` for a file that is not there; the shell ends with it. */
  readonly missingSourceStatus: number;
  /** The status of a shell whose script is not there. */
  readonly missingScriptStatus: number;
  /** Whether what follows the name after `.` becomes the arguments of the file. */
  readonly sourceTakesArguments: boolean;
  /** Whether `echo` makes sense of backslashes without being asked, and which options it knows. */
  readonly echo: { readonly escapes: boolean; readonly options: string };
  /** Whether `shift` by too many ends the shell. */
  readonly shiftEnds: boolean;
  /** Whether a variable that `local` names without a value keeps the one it had. */
  readonly localKeepsValue: boolean;
  /** Messages of what `eval` and sourced files run begin with the name of that builtin. */
  readonly namesOuterBuiltin: boolean;
  /**
   * `getopts` counts words on its own: OPTIND is that of the next word as soon as a word is begun, functions have a count of
   * their own, new arguments begin it again, and OPTARG is not taken away at the end.
   */
  readonly ownOptionCount: boolean;
  /** `${#@}` and `${#*}` are the length of all arguments, not their number. */
  readonly lengthOfArguments: boolean;
  /** How many names `command -v` looks at. */
  readonly describesAll: boolean;
  /** Builtins that others do not have. */
  readonly builtins: ReadonlySet<string>;
  readonly arithmetic: ArithmeticBehaviour;
  /** `test` and `[` take `==`, `<` and their like. */
  readonly testOperators: ReadonlySet<string>;
  /** `read` without a name sets REPLY. */
  readonly readsReply: boolean;
  /** Letters of the options of `read`, with a colon behind those that have a value. */
  readonly readOptions: string;
}

/** What is known in `$((…))`. */
export interface ArithmeticBehaviour {
  /** `++`, `--`. */
  readonly increments: boolean;
  readonly comma: boolean;
  readonly power: boolean;
  /** `base#digits`. */
  readonly bases: boolean;
  /** `set -u` counts here too. */
  readonly refusesUnset: boolean;
  /** Nothing at all is no error, but 0. */
  readonly mayBeEmpty: boolean;
  /** A variable may hold an expression, not only a number. */
  readonly nested: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

function unexpected({ near }: ShellProblem): string {
  if (near === "'" || near === '"') return "Unterminated quoted string";
  const named = /^(?:newline|word|end of file)$/.test(near) ? near : `"${near}"`;
  return `${named} unexpected`;
}

/** dash. */
export const dashBehaviour: ShellBehaviour = {
  facts: dash,
  prefix: (name, line) => `${name}: ${line}: `,
  syntaxError: (problem) => `Syntax error: ${unexpected(problem)}`,
  notFound: (command) => `${command}: not found`,
  notExecutable: (command) => `${command}: Permission denied`,
  readonlyVariable: (name) => `${name}: is read only`,
  cannotOpen: (path, reason) => `cannot open ${path}: ${reason}`,
  cannotCreate: (path, reason) => `cannot create ${path}: ${reason}`,
  unset: (name) => `${name}: parameter not set`,
  illegalNumber: (text) => `Illegal number: ${text}`,
  errorStatus: 2,
  expansionStatus: 2,
  redirectionStatus: 2,
  missingSourceStatus: 2,
  missingScriptStatus: 2,
  sourceTakesArguments: false,
  echo: { escapes: true, options: "n" },
  shiftEnds: true,
  localKeepsValue: true,
  namesOuterBuiltin: true,
  ownOptionCount: true,
  lengthOfArguments: true,
  describesAll: false,
  builtins: new Set(),
  arithmetic: {
    increments: false,
    comma: false,
    power: false,
    bases: false,
    refusesUnset: false,
    mayBeEmpty: false,
    nested: false,
  },
  testOperators: words("< >"),
  readsReply: false,
  readOptions: "rp:",
};

/** BusyBox ash with all it can have. */
export const ashBehaviour: ShellBehaviour = {
  ...dashBehaviour,
  facts: ash,
  prefix: (name, line) => (line > 0 ? `${name}: line ${line}: ` : `${name}: `),
  syntaxError: (problem) => `syntax error: ${unexpected(problem)}`,
  cannotOpen: (path, reason) => `can't open ${path}: ${reason}`,
  cannotCreate: (path, reason) => `can't create ${path}: ${reason}`,
  redirectionStatus: 1,
  sourceTakesArguments: true,
  echo: { escapes: false, options: "neE" },
  shiftEnds: false,
  builtins: words("source let"),
  arithmetic: {
    increments: true,
    comma: true,
    power: true,
    bases: true,
    refusesUnset: true,
    mayBeEmpty: true,
    nested: true,
  },
  testOperators: words("== < > =~"),
  readsReply: true,
  readOptions: "rp:t:n:s",
};

/** bash, called as sh. */
export const bashBehaviour: ShellBehaviour = {
  ...ashBehaviour,
  facts: bash,
  syntaxError: ({ near }) => `syntax error near unexpected token \`${near}'`,
  notFound: (command) =>
    command.includes("/") ? `${command}: No such file or directory` : `${command}: command not found`,
  readonlyVariable: (name) => `${name}: readonly variable`,
  cannotOpen: (path, reason) => `${path}: ${reason}`,
  cannotCreate: (path, reason) => `${path}: ${reason}`,
  unset: (name) => `${name}: unbound variable`,
  illegalNumber: (text) => `${text}: numeric argument required`,
  errorStatus: 1,
  expansionStatus: 1,
  missingSourceStatus: 1,
  missingScriptStatus: 127,
  localKeepsValue: false,
  namesOuterBuiltin: false,
  ownOptionCount: false,
  lengthOfArguments: false,
  describesAll: true,
  builtins: words("source let declare typeset shopt"),
  testOperators: words("== < >"),
};
