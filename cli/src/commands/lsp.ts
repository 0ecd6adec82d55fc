import type { Command, ExitCode, Streams } from "../command.ts";
import { standardInput } from "../input.ts";
import { message } from "../message.ts";
import { type OptionTable, parseOptions, UsageError } from "../options.ts";
import { standardInputError } from "../standard-input.ts";
import { tellOf } from "../tell.ts";
import { whyUnreadable } from "../unreadable.ts";

const options = {
  stdio: { type: "boolean", about: message("lsp.option.stdio") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab lsp`: the language server. */
export const lsp: Command = {
  name: "lsp",
  help: { usage: message("lsp.usage"), about: message("lsp.about"), options, more: [] },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length > 0)
    throw new UsageError(message("usage.unexpected", { argument: positionals[0] ?? "" }));
  if (values.stdio !== true) throw new UsageError(message("lsp.only-stdio"));
  const error = standardInputError();
  if (error !== undefined) {
    await tellOf(streams, standardInput.shown, whyUnreadable(error));
    return 2;
  }
  // It reads --stdio from the arguments of the process, and goes on when this function has returned.
  await import("../language-server.ts");
  return 0;
}
