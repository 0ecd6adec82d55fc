// The sub-commands, and what the program tells of itself.

import type { Localizer, Message } from "@inittab/core";
import { isSpoken, languageOf } from "@inittab/host/languages";
import type { Command, ExitCode, Streams } from "./command.ts";
import { helpText } from "./help.ts";
import { programLocalizer } from "./localizer.ts";
import { message } from "./message.ts";
import { UsageError } from "./options.ts";
import { runCommand, runGuarded } from "./run-command.ts";
import { programVersion } from "./version.ts";

/** A sub-command as the program knows it before anybody asks for it: no run pays for loading another command. */
interface NamedCommand {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: Message;
  readonly load: () => Promise<Command>;
}

const commands: readonly NamedCommand[] = [
  {
    name: "check",
    summary: message("check.summary"),
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "read",
    summary: message("read.summary"),
    load: async () => (await import("./commands/read.ts")).read,
  },
  {
    name: "explain",
    summary: message("explain.summary"),
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "simulate",
    summary: message("simulate.summary"),
    load: async () => (await import("./commands/simulate.ts")).simulateCommand,
  },
  {
    name: "verify",
    summary: message("verify.summary"),
    load: async () => (await import("./commands/verify.ts")).verifyCommand,
  },
  {
    name: "plan",
    summary: message("plan.summary"),
    load: async () => (await import("./commands/plan.ts")).planCommand,
  },
  {
    name: "order",
    summary: message("order.summary"),
    load: async () => (await import("./commands/order.ts")).order,
  },
  {
    name: "boot-log",
    summary: message("boot-log.summary"),
    load: async () => (await import("./commands/boot-log.ts")).bootLogCommand,
  },
  {
    name: "init",
    summary: message("init.summary"),
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  { name: "rc", summary: message("rc.summary"), load: async () => (await import("./commands/rc.ts")).rc },
  {
    name: "test",
    summary: message("test.summary"),
    load: async () => (await import("./commands/test.ts")).testCommand,
  },
  {
    name: "debug",
    summary: message("debug.summary"),
    load: async () => (await import("./commands/debug.ts")).debug,
  },
  { name: "mcp", summary: message("mcp.summary"), load: async () => (await import("./commands/mcp.ts")).mcp },
  { name: "lsp", summary: message("lsp.summary"), load: async () => (await import("./commands/lsp.ts")).lsp },
];

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
  const localizer = programLocalizer(languageOf(language ?? locale));
  const streams: Streams = { ...rest, localizer };
  return runGuarded(command?.name, streams, async () => {
    if (language !== undefined && !isSpoken(language))
      throw new UsageError(message("usage.no-language", { language }));
    if (command !== undefined) return await runCommand(await command.load(), args, streams);
    if (name === undefined) throw new UsageError(message("usage.no-command"));
    const text = await about(name, args, localizer);
    if (text === undefined)
      throw new UsageError(
        name.startsWith("-")
          ? message("usage.unknown-option", { option: name })
          : message("usage.unknown-command", { command: name }),
      );
    await streams.out.write([text]);
    return 0;
  });
}

/** What the program says about itself; undefined if it is not asked to. */
async function about(
  word: string,
  [name]: readonly string[],
  localizer: Localizer,
): Promise<string | undefined> {
  switch (word) {
    case "--version":
    case "-V":
      return `${programVersion()}\n`;
    case "--help":
    case "-h":
    case "help": {
      const command = commands.find((candidate) => candidate.name === name);
      return command === undefined ? help(localizer) : helpText((await command.load()).help, localizer);
    }
    default:
      return undefined;
  }
}

function help({ text, words }: Localizer): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(10)}${words(summary)}`);
  return `${text(message("program.about"))}\n\n${list.join("\n")}\n\n${text(message("program.more"))}\n`;
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
