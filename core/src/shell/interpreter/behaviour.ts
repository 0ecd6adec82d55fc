// What the shells differ in when they run a script, beside how they read it. Observed: dash 0.5.12, bash 5.2 called as sh,
// BusyBox 1.35.0 ash.

import { ash, bash, dash, type ShellFacts } from "../shells.ts";
import { ashWords, bashWords, dashWords, type ShellWords } from "./words.ts";

/** How a shell works. */
export interface ShellBehaviour {
  readonly facts: ShellFacts;
  readonly words: ShellWords;
  /** The status of a builtin that gives up with a message. */
  readonly errorStatus: number;
  /** The same of `kill`, `printf` and `ulimit`. */
  readonly appletStatus: number;
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
  /** The status of `.` without a file; undefined: it is a mistake. */
  readonly namelessSourceStatus: number | undefined;
  /** Whether `set -o` with a name that it does not know ends the shell. */
  readonly optionNamesEnd: boolean;
  /** Whether `cd` alone without HOME is a mistake, or does nothing. */
  readonly needsHome: boolean;
  /** A newline where something else should stand is counted before the mistake is reported. */
  readonly countsNewline: boolean;
  /** `ulimit` takes `hard` and `soft` for the present limits. */
  readonly namesLimits: boolean;
  /** What `set -x` shows of words, and whether assignments stand in the line of their command. */
  readonly trace: { readonly word: (word: string) => string; readonly together: boolean };
  /**
   * Whether it is said of every child that it was killed, where the messages of its command go; or only of a command or the end
   * of a pipeline that the shell itself waits for, where its own messages go.
   */
  readonly tellsAllDeaths: boolean;
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
  /** Letters of the options of `read`, with a colon after those that have a value. */
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
  /** An empty text is not an error, but 0. */
  readonly mayBeEmpty: boolean;
  /** A variable is looked at even where its value does not matter, as in `0 && x`. */
  readonly looksAlways: boolean;
  /** A variable may hold an expression, not only a number. */
  readonly nested: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** dash. */
export const dashBehaviour: ShellBehaviour = {
  facts: dash,
  words: dashWords,
  errorStatus: 2,
  appletStatus: 2,
  expansionStatus: 2,
  expansionStatusWithErrexit: 2,
  documentsEnd: false,
  assignsAnyway: false,
  redirectionStatus: 2,
  subshellRedirectionStatus: 2,
  returnEnds: true,
  missingTestIsError: false,
  missingSourceStatus: 2,
  namelessSourceStatus: 0,
  optionNamesEnd: true,
  needsHome: false,
  countsNewline: true,
  namesLimits: false,
  trace: { word: (word) => word, together: true },
  tellsAllDeaths: true,
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

/** BusyBox quotes what is not plain, and what is a reserved word. */
function ashTraceWord(word: string): string {
  const reserved = /^(?:!|case|do|done|elif|else|esac|fi|for|function|if|in|then|until|while|\[\[)$/.test(
    word,
  );
  return /^[\w@+,./:^\]-]*$/.test(word) && !reserved ? word : quotedForTrace(word);
}

/** bash quotes what it would not read as it is. */
function bashTraceWord(word: string): string {
  return /^[\w@+,./:=%-]+$/.test(word) ? word : quotedForTrace(word);
}

function quotedForTrace(word: string): string {
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}

/** BusyBox ash with all it can have. */
export const ashBehaviour: ShellBehaviour = {
  ...dashBehaviour,
  facts: ash,
  words: ashWords,
  appletStatus: 1,
  namelessSourceStatus: 2,
  optionNamesEnd: false,
  trace: { word: ashTraceWord, together: true },
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
  words: bashWords,
  echo: { escapes: false, options: "neE", octalEscapes: "with-zero" },
  errorStatus: 1,
  expansionStatus: 127,
  expansionStatusWithErrexit: 1,
  documentsEnd: true,
  assignsAnyway: true,
  subshellRedirectionStatus: 1,
  returnEnds: false,
  missingSourceStatus: 1,
  namelessSourceStatus: undefined,
  needsHome: true,
  countsNewline: false,
  namesLimits: true,
  tellsAllDeaths: false,
  trace: { word: bashTraceWord, together: false },
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
