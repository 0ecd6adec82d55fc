// What the shells differ in, as far as it decides what they can read. A field of its facts, never a name, is asked for.

/** How a shell reads. */
export interface ShellFacts {
  /** Words that begin a command in a notation of this shell's own, which is not followed here. */
  readonly ownCommands: ReadonlySet<string>;
  /** `[[` anywhere among the words makes words of the operators after it. */
  readonly bracketsAnywhere: boolean;
  /** Whether `in` at the beginning of a command is a syntax error. */
  readonly reservesIn: boolean;
  /** `((…))` at the beginning of a command; and `$((` without its `))` is a substitution that begins with a subshell. */
  readonly arithmeticCommands: boolean;
  /** In the word after `<<` only quotes count, and a `$` is an ordinary character. */
  readonly plainDelimiters: boolean;
  /** After `>&` and `<&` a number or a `-` is a token of its own. */
  readonly cutsDescriptors: boolean;
  /** What may be a number in front of a redirection. */
  readonly redirectionNumber: RegExp;
  /** The operators, none in front of a longer one that begins with it. */
  readonly redirections: readonly string[];
  readonly operators: readonly string[];
  /** `<(…)` and `>(…)`. */
  readonly processSubstitution: boolean;
  /** `a=(…)`. */
  readonly arrays: boolean;
  /** `$'…'` with escapes. */
  readonly dollarQuotes: boolean;
  /** `$[…]`. */
  readonly bracketArithmetic: boolean;
  /** After `${`, or after the name in it, a character that no expansion knows is swallowed, even a quote. */
  readonly swallowsInBraces: boolean;
  /** `${a:1}` and `${a/b/c}`. */
  readonly substrings: boolean;
  /** Any number of `!`, with or without a command after them, and also after `|`. */
  readonly freeBangs: boolean;
  /**
   * When commands in `$(…)` are read: with the rest, or only when the substitution is made, so that a mistake in them
   * does not keep the rest from being run. A shell that reads late does not look into backquotes.
   */
  readonly substitutions: "at-once" | "late";
  /** Which words may be names of functions and of loop variables: those that can be variables, or all. */
  readonly names: "variables" | "any";
}

const names = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Those of POSIX. */
const redirections = ["<<-", "<<", "<&", "<>", "<", ">>", ">&", ">|", ">"];
const operators = [";;", "&&", "||", ";", "&", "|", "(", ")", "\n"];

/** Observed: dash 0.5.12. */
export const dash: ShellFacts = {
  ownCommands: new Set(),
  bracketsAnywhere: false,
  reservesIn: true,
  arithmeticCommands: false,
  plainDelimiters: true,
  cutsDescriptors: false,
  redirectionNumber: /^\d$/,
  redirections,
  operators,
  processSubstitution: false,
  arrays: false,
  dollarQuotes: false,
  bracketArithmetic: false,
  swallowsInBraces: true,
  substrings: false,
  freeBangs: false,
  substitutions: "at-once",
  names: "variables",
};

/** Observed: bash 5.2 called as sh. Before 5.2 it read `$(…)` late, so what holds for all releases is taken. */
export const bash: ShellFacts = {
  ownCommands: names("[[ function select coproc time"),
  bracketsAnywhere: false,
  reservesIn: false,
  arithmeticCommands: true,
  plainDelimiters: false,
  cutsDescriptors: true,
  redirectionNumber: /^\d+$/,
  redirections: ["<<<", "&>>", "&>", ...redirections],
  operators: [";;&", ";&", "|&", ...operators],
  processSubstitution: true,
  arrays: true,
  dollarQuotes: true,
  bracketArithmetic: true,
  swallowsInBraces: false,
  substrings: true,
  freeBangs: true,
  substitutions: "late",
  names: "any",
};

/** BusyBox ash without its additions, which a build may leave out. Observed: BusyBox 1.35.0. */
const plainAsh: ShellFacts = { ...dash, redirectionNumber: /^\d{1,9}$/ };

/** BusyBox ash with all it can have. Observed: BusyBox 1.35.0. */
export const ash: ShellFacts = {
  ...plainAsh,
  ownCommands: names("function"),
  bracketsAnywhere: true,
  redirections: ["&>", ...redirections],
  processSubstitution: true,
  dollarQuotes: true,
  substrings: true,
};

/** What /bin/sh may be where sysvinit is used. */
export const systemShells: readonly ShellFacts[] = [dash, bash];

/** What /bin/sh may be where BusyBox is init. */
export const busyboxShells: readonly ShellFacts[] = [ash, plainAsh];
