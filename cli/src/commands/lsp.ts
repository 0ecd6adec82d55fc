import type { Command, ExitCode, Streams } from "../command.ts";
import { type OptionTable, optionHelp, parseOptions, UsageError } from "../options.ts";

const options = {
  stdio: { type: "boolean", about: "speak the protocol over standard input and output" },
  help: { type: "boolean", short: "h", about: "this text" },
} as const satisfies OptionTable;

/** `inittab lsp`: the language server. */
export const lsp: Command = {
  name: "lsp",
  summary: "run the language server",
  help: () => `inittab lsp --stdio

Runs the language server for an editor. Also installed as
inittab-language-server.

${optionHelp(options)}
`,
  run,
};

async function run(args: readonly string[], _streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length > 0) throw new UsageError(`unexpected argument ${positionals[0]}`);
  if (values.stdio !== true) throw new UsageError("only --stdio is supported");
  // The server is a bundle of its own beside this one, so that no other command pays for loading it. It reads
  // --stdio from the arguments of the process, and goes on when this function has returned.
  await import(new URL("./inittab-language-server.js", import.meta.url).href);
  return 0;
}
