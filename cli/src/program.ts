// The sub-commands, and what the program tells of itself.

import { findLanguage } from "@inittab/core";
import type { Command, ExitCode, Streams } from "./command.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { lsp } from "./commands/lsp.ts";
import { order } from "./commands/order.ts";
import { rc } from "./commands/rc.ts";
import { read } from "./commands/read.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { programLocalizer } from "./localizer.ts";
import { UsageError } from "./options.ts";
import { runCommand, runGuarded } from "./run-command.ts";
import { programVersion } from "./version.ts";

const commands: readonly Command[] = [check, read, explain, simulateCommand, order, rc, lsp];

const help = `inittab COMMAND [options] ...

Language tools for /etc/inittab and System V init.

${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join("\n")}

  inittab COMMAND --help    more about a command
  inittab --version         the release
  --lang TAG                the language of what is said; default: that of LANG
`;

/** What the program may use of the process around it. */
export interface Surroundings extends Omit<Streams, "localizer"> {
  /** The locale that the environment names, such as `de_AT.UTF-8`. */
  readonly locale: string | undefined;
}

/** Runs the program with these arguments. Never throws. */
export function runProgram(given: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { locale, ...rest } = surroundings;
  const { args: words, language } = takeLanguage(given);
  const [name, ...args] = words;
  const command = commands.find((candidate) => candidate.name === name);
  const streams: Streams = { ...rest, localizer: programLocalizer(language ?? locale) };
  return runGuarded(command?.name, streams, async () => {
    if (language !== undefined && findLanguage(language) === undefined)
      throw new UsageError(`--lang ${language}: there is no such language`);
    if (command !== undefined) return await runCommand(command, args, streams);
    if (name === undefined) throw new UsageError("no command given");
    const text = about(name, args);
    if (text === undefined)
      throw new UsageError(name.startsWith("-") ? `unknown option ${name}` : `there is no command ${name}`);
    await streams.out.write([text]);
    return 0;
  });
}

/** What the program tells of itself; undefined if it is not asked to. */
function about(word: string, [command]: readonly string[]): string | undefined {
  switch (word) {
    case "--version":
    case "-V":
      return `${programVersion()}\n`;
    case "--help":
    case "-h":
    case "help":
      return commands.find(({ name }) => name === command)?.help() ?? help;
    default:
      return undefined;
  }
}

/** Takes `--lang TAG` out of the arguments, wherever it stands in front of `--`. */
function takeLanguage(given: readonly string[]): {
  readonly args: readonly string[];
  readonly language: string | undefined;
} {
  const end = given.indexOf("--");
  const options = given.slice(0, end < 0 ? given.length : end);
  const at = options.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = given[at];
  if (word === undefined) return { args: given, language: undefined };
  const length = word === "--lang" ? 2 : 1;
  const language = length === 2 ? (given[at + 1] ?? "") : word.slice("--lang=".length);
  return { args: given.toSpliced(at, length), language };
}
