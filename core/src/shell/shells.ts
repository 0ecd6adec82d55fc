// What the shells differ in, as far as it decides what they can read. A field of its facts, never a name, is asked for.

/** How a shell reads. */
export interface ShellFacts {
  /** Words at the beginning of a command that begin a notation of this shell's own: how it goes on is not followed here. */
  readonly ownCommands: ReadonlySet<string>;
  /** `[[` anywhere among the words makes words of the operators behind it. */
  readonly bracketsAnywhere: boolean;
  /** Whether `in` at the beginning of a command is a syntax error. */
  readonly reservesIn: boolean;
  /** `((…))` at the beginning of a command; and `$((` without its `))` is a substitution that begins with a subshell. */
  readonly arithmeticCommands: boolean;
  /** In the word behind `<<` only quotes count, and a `$` is an ordinary character. */
  readonly plainDelimiters: boolean;
  /** Behind `>&` and `<&` a number or a `-` is a token of its own. */
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
  /** Whether a character behind `${` or behind the name in it that no expansion knows is read over, even a quote. */
  readonly swallowsInBraces: boolean;
  /** `${a:1}` and `${a/b/c}`. */
  readonly substrings: boolean;
  /** Any number of `!`, with or without a command behind them, and also behind `|`. */
  readonly freeBangs: boolean;
  /**
   * When commands in `$(…)` are read: with the rest, or not before the substitution is made, so that a mistake in them
   * keeps nothing else from being run. A shell that reads late takes no look into backquotes.
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
