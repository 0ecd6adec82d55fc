// A command of the program, run within it for somebody who is no terminal.

import type { Localizer } from "@inittab/core";
import type { Command, ExitCode } from "../command.ts";
import type { Output } from "../output.ts";
import { runCommand } from "../run-command.ts";

/** How a command ended, and what it said. */
export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command with these arguments; `text` is its standard input. Never throws. */
export async function runQuietly(
  command: Command,
  args: readonly string[],
  localizer: Localizer,
  text = "",
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCommand(command, args, {
    stdin: oneText(text),
    out: outputInto(out),
    err: outputInto(err),
    localizer,
  });
  return { exitCode, out: out.join(""), err: err.join("") };
}

async function* oneText(text: string): AsyncGenerator<string> {
  yield text;
}

function outputInto(pieces: string[]): Output {
  return {
    terminal: false,
    width: 100,
    write: async (added) => {
      pieces.push(...added);
    },
  };
}
