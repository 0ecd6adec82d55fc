// insserv's command line.

import type { InsservMessage } from "./messages.ts";
import type { InsservArguments } from "./run-state.ts";

interface Option {
  readonly letter: string;
  readonly long: readonly string[];
  readonly argument: boolean;
  readonly meaning: string;
}

/** insserv's options. Source: insserv(8). */
const insservOptions: readonly Option[] = [
  { letter: "c", long: ["config"], argument: true, meaning: "another file instead of /etc/insserv.conf" },
  { letter: "d", long: ["default"], argument: false, meaning: "the header's levels, whatever the links say" },
  { letter: "f", long: ["force"], argument: false, meaning: "go on although something required is missing" },
  { letter: "r", long: ["remove"], argument: false, meaning: "remove the links of the named scripts" },
  { letter: "h", long: ["help"], argument: false, meaning: "list the options" },
  { letter: "q", long: ["silent"], argument: false, meaning: "no warnings" },
  { letter: "v", long: ["verbose"], argument: false, meaning: "say what is done" },
  {
    letter: "n",
    long: ["dry-run", "dryrun"],
    argument: false,
    meaning: "change nothing, only say what would be done",
  },
  { letter: "i", long: ["insserv-dir"], argument: true, meaning: "where the dependency files go" },
  { letter: "o", long: ["override"], argument: true, meaning: "another folder of overrides" },
  { letter: "p", long: ["path"], argument: true, meaning: "another folder instead of /etc/init.d" },
  { letter: "u", long: ["upstart-job"], argument: true, meaning: "another path of upstart's wrapper" },
  { letter: "e", long: ["recursive"], argument: false, meaning: "enable what is required as well" },
  {
    letter: "s",
    long: ["show-all", "showall"],
    argument: false,
    meaning: "print the table of numbers, change nothing",
  },
];

/** A command line taken apart; `problems` end the program. */
export interface ParsedArguments {
  readonly options: InsservArguments;
  readonly problems: readonly InsservMessage[];
}

/** Takes a command line apart as getopt does: options may stand after names, `--` ends them. */
export function parseInsservArguments(words: readonly string[]): ParsedArguments {
  const letters: string[] = [];
  const names: string[] = [];
  const problems: InsservMessage[] = [];
  let onlyNames = false;
  for (let at = 0; at < words.length && problems.length === 0; at++) {
    const word = words[at] ?? "";
    if (onlyNames || word === "-" || !word.startsWith("-")) names.push(word);
    else if (word === "--") onlyNames = true;
    else {
      const option = word.startsWith("--")
        ? longOption(word, words[at + 1])
        : shortOptions(word, words[at + 1]);
      letters.push(...option.letters);
      problems.push(...option.problems);
      if (option.tookNext) at++;
    }
  }
  const split = names.map((name) => /^([^ ,;\t]*)(?:[ ,;\t](.*))?$/s.exec(name));
  const has = (letter: string): boolean => letters.includes(letter);
  return {
    options: {
      remove: has("r"),
      force: has("f"),
      defaults: has("d"),
      recursive: has("e"),
      showAll: has("s"),
      dryRun: has("n") || has("s"),
      silent: has("q"),
      verbose: letters.filter((letter) => letter === "v" || letter === "n").length,
      names: split.map((parts) => (parts?.[1] ?? "").replace(/.*\//, "")),
      extras: split.map((parts) => parts?.[2]),
    },
    problems,
  };
}

interface ParsedOption {
  readonly letters: readonly string[];
  readonly tookNext: boolean;
  readonly problems: readonly InsservMessage[];
}

function longOption(word: string, next: string | undefined): ParsedOption {
  const name = word.slice(2).replace(/=.*/, "");
  const all = insservOptions.filter((option) => option.long.some((long) => long.startsWith(name)));
  const option = all.find(({ long }) => long.includes(name)) ?? (all.length === 1 ? all[0] : undefined);
  if (option === undefined)
    return { letters: [], tookNext: false, problems: [{ kind: "bad-option", option: word }] };
  const tookNext = option.argument && !word.includes("=");
  const problems: InsservMessage[] =
    tookNext && next === undefined ? [{ kind: "option-needs-argument", option: `--${name}` }] : [];
  return { letters: [option.letter], tookNext, problems };
}

function shortOptions(word: string, next: string | undefined): ParsedOption {
  const letters: string[] = [];
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    const option = insservOptions.find((each) => each.letter === letter);
    if (option === undefined)
      return { letters, tookNext: false, problems: [{ kind: "bad-option", option: letter }] };
    letters.push(letter);
    if (!option.argument) continue;
    const inside = at + 1 < word.length;
    const problems: InsservMessage[] =
      !inside && next === undefined ? [{ kind: "option-needs-argument", option: letter }] : [];
    return { letters, tookNext: !inside, problems };
  }
  return { letters, tookNext: false, problems: [] };
}
