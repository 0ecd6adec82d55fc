// `getopts`.

import { assign, complain, fail, type ShellState, say } from "../state.ts";

/** `getopts`: the next option of the arguments. */
export function getopts(shell: ShellState, args: readonly string[]): number {
  const [known = "", name = "", ...given] = args;
  if (args.length < 2) return fail(shell, shell.behaviour.words.getopts.usage);
  const words = given.length > 0 ? given : shell.positional;
  const { ownOptionCount, keepsOptionArgument } = shell.behaviour;
  const place = placeIn(shell, words);
  const found = nextOption(known, words, place);
  const { word, at } = found.next;
  // A word that is begun counts as done where the shell counts so.
  const counts = at > 1 && (ownOptionCount || at >= (words[word - 1] ?? "").length);
  assign(shell, "OPTIND", String(counts ? word + 1 : word));
  shell.nextOption = found.next;
  const silent = known.startsWith(":");
  if (found.kind === "end") {
    if (!keepsOptionArgument) shell.variables.delete("OPTARG");
    assign(shell, name, "?");
    return 1;
  }
  const { letter, problem, argument } = found;
  if (problem !== undefined && !silent) {
    const text = problem === "unknown" ? `Illegal option -${letter}` : `No arg for -${letter} option`;
    if (shell.behaviour.words.getopts.prefixed) complain(shell, text);
    else say(shell, `${text}\n`);
  }
  if (problem !== undefined) {
    if (silent) assign(shell, "OPTARG", letter);
    else shell.variables.delete("OPTARG");
    assign(shell, name, problem === "missing" && silent ? ":" : "?");
    return 0;
  }
  if (argument === undefined && !ownOptionCount) shell.variables.delete("OPTARG");
  else assign(shell, "OPTARG", argument ?? "");
  assign(shell, name, letter);
  return 0;
}

/** Where a word begins, counted from 1, and which of its characters is next. */
interface OptionPlace {
  readonly word: number;
  readonly at: number;
}

function placeIn(shell: ShellState, words: readonly string[]): OptionPlace {
  const { word, at } = shell.nextOption;
  const following = at > 1 ? word + 1 : word;
  const isPlace = Number.isInteger(word) && word >= 1 && following <= words.length + 1;
  if (!isPlace)
    return shell.behaviour.ownOptionCount ? { word: 1, at: 1 } : { word: words.length + 1, at: 1 };
  return at > 1 && at >= (words[word - 1] ?? "").length ? { word: word + 1, at: 1 } : { word, at };
}

type Found =
  | { readonly kind: "end"; readonly next: OptionPlace }
  | {
      readonly kind: "option";
      readonly next: OptionPlace;
      readonly letter: string;
      readonly argument?: string;
      readonly problem?: "unknown" | "missing";
    };

function nextOption(known: string, words: readonly string[], { word, at }: OptionPlace): Found {
  const text = words[word - 1] ?? "";
  if (at === 1 && (!/^-./.test(text) || text === "--"))
    return { kind: "end", next: { word: text === "--" ? word + 1 : word, at: 1 } };
  const letter = text.charAt(at);
  const place = letter === ":" ? -1 : known.indexOf(letter);
  const rest = text.slice(at + 1);
  const after = { word, at: at + 1 };
  if (place < 0) return { kind: "option", letter, next: after, problem: "unknown" };
  if (known.charAt(place + 1) !== ":") return { kind: "option", letter, next: after };
  if (rest !== "") return { kind: "option", letter, argument: rest, next: { word: word + 1, at: 1 } };
  const argument = words[word];
  if (argument === undefined)
    return { kind: "option", letter, next: { word: word + 1, at: 1 }, problem: "missing" };
  return { kind: "option", letter, argument, next: { word: word + 2, at: 1 } };
}
