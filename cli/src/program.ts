// The sub-commands, and how what happens to them becomes an exit code.

import type { Command, ExitCode, Streams } from "./command.ts";
import { check } from "./commands/check.ts";
import { explain } from "./commands/explain.ts";
import { lsp } from "./commands/lsp.ts";
import { order } from "./commands/order.ts";
import { rc } from "./commands/rc.ts";
import { read } from "./commands/read.ts";
import { replay } from "./commands/replay.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { UsageError } from "./options.ts";
import { OutputClosed } from "./output.ts";
import { visible } from "./terminal-text.ts";
import { programVersion } from "./version.ts";

const commands: readonly Command[] = [check, read, explain, simulateCommand, order, rc, replay, lsp];

const help = `inittab COMMAND [options] ...

Language tools for /etc/inittab and System V init.

${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join("\n")}

  inittab COMMAND --help    more about a command
  inittab --version         the release
`;

/** Runs the program with these arguments. Never throws. */
export async function runProgram([name, ...args]: readonly string[], streams: Streams): Promise<ExitCode> {
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (command !== undefined) {
      if (!asksForHelp(args)) return await command.run(args, streams);
      await streams.out.write([command.help()]);
      return 0;
    }
    if (name === "--version" || name === "-V") {
      await streams.out.write([`${programVersion()}\n`]);
      return 0;
    }
    if (name === "--help" || name === "-h" || name === "help") {
      const about = commands.find((candidate) => candidate.name === args[0]);
      await streams.out.write([about?.help() ?? help]);
      return 0;
    }
    if (name === undefined) throw new UsageError("no command given");
    throw new UsageError(name.startsWith("-") ? `unknown option ${name}` : `there is no command ${name}`);
  } catch (error) {
    // Nobody is left to read the rest. It is no success either: the work is not done.
    if (error instanceof OutputClosed) return 2;
    const message =
      error instanceof UsageError
        ? `${visible(error.message)}\nTry: inittab ${command === undefined ? "" : `${command.name} `}--help`
        : unexpected(error);
    await streams.err.write([`inittab: ${message}\n`]).catch(() => {});
    return 2;
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
}

function unexpected(error: unknown): string {
  // An error of the system when writing (a full disk) has a code; anything else is a mistake of ours.
  if (error instanceof Error && "code" in error && "syscall" in error) return visible(error.message);
  return `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
