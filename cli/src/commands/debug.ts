import type { Command, ExitCode, Streams } from "../command.ts";
import { message as say } from "../debug/message.ts";
import { standardInput } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, parseOptions, UsageError } from "../options.ts";
import { standardInputError } from "../standard-input.ts";
import { tellOf } from "../tell.ts";
import { whyUnreadable } from "../unreadable.ts";

const options = {
  stdio: { type: "boolean", about: say("debug-command.option.stdio") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab debug`: the debugger for a simulated boot. */
export const debug: Command = {
  name: "debug",
  help: {
    usage: say("debug-command.usage"),
    about: say("debug-command.about"),
    options,
    more: [say("debug-command.launch")],
  },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { positionals } = parseOptions(args, options);
  if (positionals.length > 0)
    throw new UsageError(message("usage.unexpected", { argument: positionals[0] ?? "" }));
  const error = standardInputError();
  if (error !== undefined) {
    await tellOf(streams, standardInput.shown, whyUnreadable(error));
    return 2;
  }
  const { serveDebugger } = await import("../debug/serve.ts");
  return serveDebugger(streams);
}
