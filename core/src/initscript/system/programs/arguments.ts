// The arguments of programs: options in any place, as the usual programs take them.

/** Options by letter or long name, and all other words. */
export interface Arguments {
  /** With the value of the last one; empty where it has none. */
  readonly options: ReadonlyMap<string, string>;
  /** Every option in its place, for those that may be repeated. */
  readonly all: readonly (readonly [name: string, value: string])[];
  readonly rest: readonly string[];
}

/**
 * Reads arguments. `known` has the letters, with a colon after those that have a value; a long name is taken for the letter
 * that it stands for in `long`, else as it is. Undefined where an option is not known.
 */
export function readArguments(
  args: readonly string[],
  known: string,
  long: Readonly<Record<string, string>> = {},
): Arguments | undefined {
  const all: (readonly [string, string])[] = [];
  const rest: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (word === "--") {
      rest.push(...args.slice(index + 1));
      break;
    }
    if (!/^-./.test(word)) {
      rest.push(word);
      continue;
    }
    if (word.startsWith("--")) {
      const [name = "", value] = word.slice(2).split(/=(.*)/s, 2);
      const letter = Object.hasOwn(long, name) ? long[name] : undefined;
      if (letter === undefined) return undefined;
      const wants = known.includes(`${letter}:`);
      all.push([letter, value ?? (wants ? (args[++index] ?? "") : "")]);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at);
      const place = letter === ":" ? -1 : known.indexOf(letter);
      if (place < 0) return undefined;
      if (known.charAt(place + 1) !== ":") {
        all.push([letter, ""]);
        continue;
      }
      const attached = word.slice(at + 1);
      all.push([letter, attached === "" ? (args[++index] ?? "") : attached]);
      break;
    }
  }
  return { options: new Map(all), all, rest };
}
