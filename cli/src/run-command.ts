// How a command is run: help, and how what happens to it becomes a message and an exit code.

import { type Localizer, type Message, visible } from "@inittab/core";
import type { Command, ExitCode, Streams } from "./command.ts";
import { helpText } from "./help.ts";
import { message } from "./message.ts";
import { AlreadyTold, UsageError } from "./options.ts";
import { OutputClosed } from "./output.ts";

/** Something to run with arguments; `Given` is what it may use. */
export interface Runnable<Given> extends Pick<Command, "name" | "help"> {
  /** Throws a `UsageError` for bad arguments. */
  readonly run: (args: readonly string[], given: Given) => Promise<ExitCode>;
}

/** Runs a command with its arguments, or prints its help text where they ask for it. Never throws. */
export function runCommand<Given extends Pick<Streams, "out" | "err" | "localizer">>(
  { name, help, run }: Runnable<Given>,
  args: readonly string[],
  given: Given,
): Promise<ExitCode> {
  return runGuarded(name, given, async () => {
    if (!asksForHelp(args)) return await run(args, given);
    await given.out.write([helpText(help, given.localizer)]);
    return 0;
  });
}

/** Does some work for a command, or for the program itself where there is none; an error is printed. Never throws. */
export async function runGuarded(
  command: string | undefined,
  { err, localizer }: Pick<Streams, "err" | "localizer">,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    // Nobody is left to read the rest. It is no success either: the work is not done.
    if (error instanceof OutputClosed || error instanceof AlreadyTold) return 2;
    const said =
      error instanceof UsageError
        ? `${visible(localizer.words(error.said))}\n${localizer.text(whereHelpIs(command))}`
        : unexpected(error, localizer);
    await err.write([`inittab: ${said}\n`]).catch(() => {});
    return 2;
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? args.length : end).some((arg) => arg === "--help" || arg === "-h");
}

function whereHelpIs(command: string | undefined): Message {
  return command === undefined ? message("program.try") : message("program.try-command", { command });
}

function unexpected(error: unknown, { text }: Localizer): string {
  // An error of the system when writing (a full disk) has a code; anything else is a mistake of ours.
  if (error instanceof Error && "code" in error && "syscall" in error) return visible(error.message);
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const verbatim = trace.split("\n").map(visible).join("\n");
  return text(message("program.internal-error", { error: { verbatim } }));
}
