import type { Command, ExitCode, Streams } from "../command.ts";
import { assistantMessage } from "../mcp/message.ts";
import { message } from "../message.ts";
import { type OptionTable, parseOptions, UsageError } from "../options.ts";
import { standardInputError } from "../standard-input.ts";
import { tellOf } from "../tell.ts";
import { whyUnreadable } from "../unreadable.ts";

const options = {
  root: { type: "string", multiple: true, value: "FOLDER", about: assistantMessage("mcp.option.root") },
  help: { type: "boolean", short: "h", about: message("option.help") },
} as const satisfies OptionTable;

/** `inittab mcp`: the server for assistants. */
export const mcp: Command = {
  name: "mcp",
  help: { usage: assistantMessage("mcp.usage"), about: assistantMessage("mcp.about"), options, more: [] },
  run,
};

async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options);
  if (positionals.length > 0)
    throw new UsageError(message("usage.unexpected", { argument: positionals[0] ?? "" }));
  const error = standardInputError();
  if (error !== undefined) {
    await tellOf(streams, "<stdin>", whyUnreadable(error));
    return 2;
  }
  const [{ openRoots }, { createMcpServer }, { StdioServerTransport }] = await Promise.all([
    import("../mcp/roots.ts"),
    import("../mcp/server.ts"),
    import("@modelcontextprotocol/sdk/server/stdio.js"),
  ]);
  const folders = values.root ?? ["."];
  for (const folder of folders)
    try {
      await openRoots([folder]);
    } catch (problem) {
      await tellOf(streams, folder, whyUnreadable(problem));
      return 2;
    }
  const server = createMcpServer(await openRoots(folders), streams.localizer);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once("end", () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  await closed;
  return 0;
}
