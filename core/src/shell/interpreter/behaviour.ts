// What the shells differ in when they run a script, beside how they read it. Observed: dash 0.5.12, bash 5.2 called as sh,
// BusyBox 1.35.0 ash.

import type { ShellProblem } from "../problem.ts";
import { ash, bash, dash, type ShellFacts } from "../shells.ts";

/** How a shell works, and how it words what goes wrong. */
export interface ShellBehaviour {
  readonly facts: ShellFacts;
  /** What every message begins with. */
  readonly prefix: (name: string, line: number, builtin: string | undefined) => string;
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
  /** The same with `set -e`. */
  readonly expansionStatusWithErrexit: number;
  /** Whether a here-document that cannot be expanded ends the shell, or is a redirection that fails. */
  readonly documentsEnd: boolean;
  /** Whether variables are set although a redirection beside them fails. */
  readonly assignsAnyway: boolean;
  /** The status where a redirection fails, and that of a subshell where one of its own does. */
  readonly redirectionStatus: number;
  readonly subshellRedirectionStatus: number;
  /** Whether `return` outside of a function and a sourced file ends the script. */
  readonly returnEnds: boolean;
  /** Whether `test` complains of a missing expression, or takes it for false. */
  readonly missingTestIsError: boolean;
  /** The status of `.` for a file that is not there; the shell ends with it. */
  readonly missingSourceStatus: number;
  /** The status of a shell whose script is not there. */
  readonly missingScriptStatus: number;
  /** Whether what follows the name after `.` becomes the arguments of the file. */
  readonly sourceTakesArguments: boolean;
  /** Whether `echo` makes sense of backslashes without being asked, and which options it knows. */
  readonly echo: {
    readonly escapes: boolean;
    readonly options: string;
    /** Whether an octal number needs a zero in front. */
    readonly octalEscapes: "with-zero" | "either";
  };
  /** Whether `shift` by too many ends the shell. */
  readonly shiftEnds: boolean;
  /** Whether a variable that `local` names without a value keeps the one it had. */
  readonly localKeepsValue: boolean;
  /** `set -e` counts in command substitutions too. */
  readonly substitutionsEnd: boolean;
  /** Messages of what `eval` and sourced files run begin with the name of that builtin. */
  readonly namesOuterBuiltin: boolean;
  /**
   * `getopts` counts words on its own: OPTIND is that of the next word as soon as a word is begun, functions have a count of
   * their own, and new arguments begin it again.
   */
  readonly ownOptionCount: boolean;
  /** OPTARG is what it was when the options have come to their end. */
  readonly keepsOptionArgument: boolean;
  /** `printf` takes of a bad number the digits that it begins with, and nothing at all for 0. */
  readonly printsPartOfNumber: boolean;
  /** `break` and `continue` in a function are about its own loops only. */
  readonly functionsEndLoops: boolean;
  /** `set -e` counts where a redirection of a compound command fails. */
  readonly redirectionsEnd: boolean;
  /** `${#@}` and `${#*}` are the length of all arguments, not their number. */
  readonly lengthOfArguments: boolean;
  /** Whether `command -v` looks at all names, or at the first. */
  readonly describesAll: boolean;
  /** The status of `command -v` and `type` for what is not there, and where `type` says so. */
  readonly undescribed: { readonly status: number; readonly stream: 1 | 2 };
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
  /** A variable is looked at even where its value does not matter, as in `0 && x`. */
  readonly looksAlways: boolean;
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
  prefix: (name, line, builtin) => `${name}: ${line}: ${builtin === undefined ? "" : `${builtin}: `}`,
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
  expansionStatusWithErrexit: 2,
  documentsEnd: false,
  assignsAnyway: false,
  redirectionStatus: 2,
  subshellRedirectionStatus: 2,
  returnEnds: true,
  missingTestIsError: false,
  missingSourceStatus: 2,
  missingScriptStatus: 2,
  sourceTakesArguments: false,
  echo: { escapes: true, options: "n", octalEscapes: "either" },
  shiftEnds: true,
  localKeepsValue: true,
  substitutionsEnd: true,
  namesOuterBuiltin: true,
  ownOptionCount: true,
  keepsOptionArgument: true,
  printsPartOfNumber: true,
  redirectionsEnd: true,
  functionsEndLoops: true,
  lengthOfArguments: true,
  describesAll: false,
  undescribed: { status: 127, stream: 1 },
  builtins: new Set(),
  arithmetic: {
    increments: false,
    comma: false,
    power: false,
    bases: false,
    refusesUnset: false,
    mayBeEmpty: false,
    looksAlways: false,
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
  prefix: (name, line, builtin) => `${name}: ${builtin === undefined ? "" : `${builtin}: `}line ${line}: `,
  syntaxError: (problem) => `syntax error: ${unexpected(problem)}`,
  cannotOpen: (path, reason) => `can't open ${path}: ${reason}`,
  cannotCreate: (path, reason) => `can't create ${path}: ${reason}`,
  redirectionStatus: 1,
  missingTestIsError: true,
  sourceTakesArguments: true,
  keepsOptionArgument: false,
  printsPartOfNumber: false,
  redirectionsEnd: false,
  functionsEndLoops: false,
  localKeepsValue: false,
  substitutionsEnd: false,
  echo: { escapes: false, options: "neE", octalEscapes: "either" },
  shiftEnds: false,
  builtins: words("source let"),
  arithmetic: {
    increments: true,
    comma: true,
    power: true,
    bases: true,
    refusesUnset: false,
    mayBeEmpty: true,
    looksAlways: true,
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
  prefix: (name, line, builtin) => `${name}: line ${line}: ${builtin === undefined ? "" : `${builtin}: `}`,
  syntaxError: ({ near }) => `syntax error near unexpected token \`${near}'`,
  notFound: (command) =>
    command.includes("/") ? `${command}: No such file or directory` : `${command}: command not found`,
  readonlyVariable: (name) => `${name}: readonly variable`,
  cannotOpen: (path, reason) => `${path}: ${reason}`,
  cannotCreate: (path, reason) => `${path}: ${reason}`,
  unset: (name) => `${name}: unbound variable`,
  illegalNumber: (text) => `${text}: numeric argument required`,
  echo: { escapes: false, options: "neE", octalEscapes: "with-zero" },
  errorStatus: 1,
  expansionStatus: 127,
  expansionStatusWithErrexit: 1,
  documentsEnd: true,
  assignsAnyway: true,
  subshellRedirectionStatus: 1,
  returnEnds: false,
  missingSourceStatus: 1,
  missingScriptStatus: 127,
  substitutionsEnd: true,
  namesOuterBuiltin: false,
  ownOptionCount: false,
  functionsEndLoops: true,
  redirectionsEnd: true,
  printsPartOfNumber: true,
  lengthOfArguments: false,
  describesAll: true,
  undescribed: { status: 1, stream: 2 },
  builtins: words("source let declare typeset shopt"),
  arithmetic: { ...ashBehaviour.arithmetic, looksAlways: false, refusesUnset: true },
  testOperators: words("== < >"),
};
