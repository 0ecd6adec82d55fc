// The sub-commands, and how what happens to them becomes an exit code.

import { findLanguage, type Localizer, type Message } from "@inittab/core";
import type { Command, ExitCode, Streams } from "./command.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { lsp } from "./commands/lsp.ts";
import { order } from "./commands/order.ts";
import { rc } from "./commands/rc.ts";
import { read } from "./commands/read.ts";
import { replay } from "./commands/replay.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { helpText } from "./help.ts";
import { programLocalizer } from "./localizer.ts";
import { message } from "./message.ts";
import { UsageError } from "./options.ts";
import { OutputClosed } from "./output.ts";
import { visible } from "./terminal-text.ts";
import { programVersion } from "./version.ts";

const commands: readonly Command[] = [check, read, explain, simulateCommand, order, rc, replay, lsp];

function help({ text, words }: Localizer): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(10)}${words(summary)}`);
  return `${text(message("program.about"))}\n\n${list.join("\n")}\n\n${text(message("program.more"))}\n`;
}

/** What the program may use of the process around it. */
export interface Surroundings extends Omit<Streams, "localizer"> {
  /** The locale that the environment names, such as `de_AT.UTF-8`. */
  readonly locale: string | undefined;
}

/** Runs the program with these arguments. Never throws. */
export async function runProgram(given: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { locale, ...rest } = surroundings;
  const { args: words, language } = takeLanguage(given);
  const [name, ...args] = words;
  const command = commands.find((candidate) => candidate.name === name);
  const localizer = programLocalizer(language ?? locale);
  const streams: Streams = { ...rest, localizer };
  try {
    if (language !== undefined && findLanguage(language) === undefined)
      throw new UsageError(message("usage.no-language", { language }));
    if (command !== undefined) {
      if (!asksForHelp(args)) return await command.run(args, streams);
      await streams.out.write([helpText(command.help, localizer)]);
      return 0;
    }
    if (name === "--version" || name === "-V") {
      await streams.out.write([`${programVersion()}\n`]);
      return 0;
    }
    if (name === "--help" || name === "-h" || name === "help") {
      const about = commands.find((candidate) => candidate.name === args[0]);
      await streams.out.write([about === undefined ? help(localizer) : helpText(about.help, localizer)]);
      return 0;
    }
    if (name === undefined) throw new UsageError(message("usage.no-command"));
    throw new UsageError(
      name.startsWith("-")
        ? message("usage.unknown-option", { option: name })
        : message("usage.unknown-command", { command: name }),
    );
  } catch (error) {
    // Nobody is left to read the rest. It is no success either: the work is not done.
    if (error instanceof OutputClosed) return 2;
    const said =
      error instanceof UsageError
        ? `${visible(localizer.words(error.said))}\n${localizer.text(whereHelpIs(command))}`
        : unexpected(error, localizer);
    await streams.err.write([`inittab: ${said}\n`]).catch(() => {});
    return 2;
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

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
}

function whereHelpIs(command: Command | undefined): Message {
  return command === undefined
    ? message("program.try")
    : message("program.try-command", { command: command.name });
}

function unexpected(error: unknown, { text }: Localizer): string {
  // An error of the system when writing (a full disk) has a code; anything else is a mistake of ours.
  if (error instanceof Error && "code" in error && "syscall" in error) return visible(error.message);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text(message("program.internal-error", { error: trace }));
}
