// Options on the command lines of OpenRC's programs: letters that may stand together, and long names.

/** A command line, taken apart. */
export interface CommandLine {
  /** The letters of the options that were given. */
  readonly letters: ReadonlySet<string>;
  /** The values of options that take one. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
}

/** What a program understands: long names by letter, and the letters that take a value. */
export interface OptionTable {
  readonly names: Readonly<Record<string, string>>;
  readonly withValue: string;
  /** Options end at the first word. */
  readonly untilWord?: boolean;
}

/** Takes a command line apart; unknown options are passed over. */
export function readOptions(args: readonly string[], table: OptionTable): CommandLine {
  const letters = new Set<string>();
  const values = new Map<string, readonly string[]>();
  const words: string[] = [];
  const rest = args.slice();
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") return { letters, values, words: [...words, ...rest] };
    if (!arg.startsWith("-") || arg === "-") {
      words.push(arg);
      if (table.untilWord === true) return { letters, values, words: [...words, ...rest] };
      continue;
    }
    const given = arg.startsWith("--") ? longOption(arg, table) : arg.slice(1);
    for (const [at, letter] of [...given].entries()) {
      letters.add(letter);
      if (!table.withValue.includes(letter)) continue;
      const attached = arg.startsWith("--") ? arg.split("=")[1] : given.slice(at + 1) || undefined;
      values.set(letter, [...(values.get(letter) ?? []), attached ?? rest.shift() ?? ""]);
      break;
    }
  }
  return { letters, values, words };
}

function longOption(arg: string, { names }: OptionTable): string {
  const name = arg.slice(2).split("=")[0];
  return Object.keys(names).find((letter) => names[letter] === name) ?? "";
}
