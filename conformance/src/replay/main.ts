// `npm run -s replay -- KIND PATH…`, with the streams of the process.

import { programLocalizer } from "@inittab/cli/localizer";
import { outputTo } from "@inittab/cli/output";
import { runCommand } from "@inittab/cli/run-command";
import { replay } from "./replay.ts";

/** Replays what the arguments name; answers with the exit code. */
export function main(args: readonly string[]): Promise<number> {
  return runCommand(replay, args, {
    stdin: process.stdin,
    out: outputTo(process.stdout, process.env),
    err: outputTo(process.stderr, process.env),
    // Recorded cases have no language.
    localizer: programLocalizer(),
  });
}
