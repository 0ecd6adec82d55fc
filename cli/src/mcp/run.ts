// A command of the program, run within it for somebody who is no terminal.

import type { Command, ExitCode, Streams } from "../command.ts";
import type { Output } from "../output.ts";
import { runCommand } from "../run-command.ts";

/** How a command ended, and what it said. */
export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** What surrounds a run. */
export interface RunSurroundings extends Pick<Streams, "localizer"> {
  readonly folders: readonly string[];
  readonly text?: string;
}

/** Runs a command with these arguments, which reads below these folders alone; `text` is its standard input. Never throws. */
export async function runQuietly(
  command: Command,
  args: readonly string[],
  { localizer, folders, text = "" }: RunSurroundings,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await runCommand(command, args, {
    stdin: oneText(text),
    out: outputInto(out),
    err: outputInto(err),
    localizer,
    folders,
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
