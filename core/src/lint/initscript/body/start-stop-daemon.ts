// The arguments of start-stop-daemon.

import type { ReachedCommand, ScriptOutline } from "../../../initscript/script/outline.ts";
import type { ShellWord } from "../../../shell/script.ts";

interface OptionFact {
  readonly long: string;
  readonly short?: string;
  readonly takesValue?: true;
  /** It says which processes are meant. */
  readonly matches?: true;
}

// start-stop-daemon(8) of dpkg 1.21.
const options: readonly OptionFact[] = [
  { long: "start", short: "S" },
  { long: "stop", short: "K" },
  { long: "status", short: "T" },
  { long: "help", short: "H" },
  { long: "version", short: "V" },
  { long: "pid", takesValue: true, matches: true },
  { long: "ppid", takesValue: true, matches: true },
  { long: "pidfile", short: "p", takesValue: true, matches: true },
  { long: "exec", short: "x", takesValue: true, matches: true },
  { long: "name", short: "n", takesValue: true, matches: true },
  { long: "user", short: "u", takesValue: true, matches: true },
  { long: "group", short: "g", takesValue: true },
  { long: "signal", short: "s", takesValue: true },
  { long: "retry", short: "R", takesValue: true },
  { long: "startas", short: "a", takesValue: true },
  { long: "test", short: "t" },
  { long: "oknodo", short: "o" },
  { long: "quiet", short: "q" },
  { long: "verbose", short: "v" },
  { long: "chuid", short: "c", takesValue: true },
  { long: "chroot", short: "r", takesValue: true },
  { long: "chdir", short: "d", takesValue: true },
  { long: "background", short: "b" },
  { long: "no-close", short: "C" },
  { long: "output", short: "O", takesValue: true },
  { long: "nicelevel", short: "N", takesValue: true },
  { long: "procsched", short: "P", takesValue: true },
  { long: "iosched", short: "I", takesValue: true },
  { long: "umask", short: "k", takesValue: true },
  { long: "make-pidfile", short: "m" },
  { long: "remove-pidfile" },
  { long: "notify-await" },
  { long: "notify-timeout", takesValue: true },
];

/** What start-stop-daemon is asked to do. */
export type DaemonCommand = (typeof daemonCommands)[number];

const daemonCommands = ["start", "stop", "status"] as const;

/** The options that say which processes are meant: one of them must be given. */
export const matchingOptions: readonly string[] = options
  .filter(({ matches }) => matches === true)
  .map(({ long }) => `--${long}`);

/** An option with its place. */
interface DaemonOption {
  readonly name: string;
  readonly word: ShellWord;
  /** The word that the value is in; the option's own for `--name=value`. */
  readonly valueWord: ShellWord | undefined;
  /** Undefined where it does not resolve. */
  readonly value: string | undefined;
  readonly matches: boolean;
}

/** A call of start-stop-daemon. */
export interface DaemonCall {
  readonly command: DaemonCommand | undefined;
  readonly options: readonly DaemonOption[];
  /** The words that belong to the program that is started. */
  readonly programWords: readonly ShellWord[];
  /** Every word in an option's place is known. */
  readonly complete: boolean;
}

/** Whether a command is start-stop-daemon with this command, as far as its words are known. */
export function runsStartStopDaemon({ name, command }: ReachedCommand, wanted: DaemonCommand): boolean {
  if (name !== "start-stop-daemon") return false;
  const short = options.find(({ long }) => long === wanted)?.short ?? "";
  return command.words.some(
    ({ text }) => text === `--${wanted}` || (/^-[A-Za-z]+$/.test(text) && text.includes(short)),
  );
}

/** Reads a call as getopt does; undefined for other programs. */
export function daemonCall(
  { resolve }: ScriptOutline,
  { name, command }: ReachedCommand,
): DaemonCall | undefined {
  const at = command.words.findIndex((word) =>
    /(?:^|\/)start-stop-daemon"?$/.test(resolve(word) ?? word.text),
  );
  if (name !== "start-stop-daemon" || at < 0) return undefined;
  const found: DaemonOption[] = [];
  let daemonCommand: DaemonCommand | undefined;
  let complete = true;
  const words = command.words.slice(at + 1);
  let next = 0;
  const add = (fact: OptionFact, word: ShellWord, inline: string | undefined): void => {
    daemonCommand = daemonCommands.find((each) => each === fact.long) ?? daemonCommand;
    const takesNext = fact.takesValue === true && inline === undefined;
    const valueWord = takesNext ? words[next++] : inline === undefined ? undefined : word;
    const inlineValue = resolve(word) === undefined ? undefined : inline;
    const value = takesNext ? valueWord && resolve(valueWord) : inlineValue;
    found.push({ name: fact.long, word, valueWord, value, matches: fact.matches === true });
  };
  for (let word = words[next++]; word !== undefined; word = words[next++]) {
    const pieces = optionPieces(resolve, word);
    const [text = ""] = pieces ?? [];
    // Several options in one variable could be read too, but not placed.
    if (pieces === undefined || pieces.length !== 1) complete = false;
    else if (text === "--")
      return { command: daemonCommand, options: found, programWords: words.slice(next), complete };
    else if (text.startsWith("--")) {
      const [, long = "", value] = /^--([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
      const fact = longOption(long);
      if (fact === undefined) complete = false;
      else add(fact, word, value);
    } else if (/^-./.test(text))
      for (let index = 1; index < text.length; index++) {
        const fact = options.find(({ short }) => short === text.charAt(index));
        if (fact === undefined) complete = false;
        else if (fact.takesValue !== true) add(fact, word, undefined);
        else {
          add(fact, word, text.slice(index + 1) || undefined);
          break;
        }
      }
  }
  return { command: daemonCommand, options: found, programWords: [], complete };
}

/** Long options may be cut short as long as they are not ambiguous. */
function longOption(name: string): OptionFact | undefined {
  const exact = options.find(({ long }) => long === name);
  const near = options.filter(({ long }) => long.startsWith(name));
  return exact ?? (near.length === 1 ? near[0] : undefined);
}

/** The words that the shell makes of one, where that is known. `--name=$X` is one whatever X is, if it is quoted. */
function optionPieces(resolve: ScriptOutline["resolve"], word: ShellWord): readonly string[] | undefined {
  const text = resolve(word);
  const unquoted = word.parts.some((part) => part.kind === "variable" && !part.quoted);
  if (text !== undefined) return unquoted ? text.split(/[ \t\n]+/).filter(Boolean) : [text];
  // The name of the option is enough: what it is set to is not known.
  const [first] = word.parts;
  const [, name] = (first?.kind === "text" && /^(--[a-z-]+)=/.exec(first.text)) || [];
  return name === undefined ? undefined : [`${name}=`];
}
