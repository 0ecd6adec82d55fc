import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
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
  const transport = new StdioServerTransport();
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
  });
  await server.connect(transport);
  process.stdin.once(
    "end",
    afterAnswers(transport, () => void server.close()),
  );
  // A client that is gone reads no answers.
  process.stdout.on("error", () => void server.close());
  await closed;
  return 0;
}

/** Does something once, when no request waits for its answer: a client may send all and close its end at once. */
function afterAnswers(transport: Transport, done: () => void): () => void {
  const waiting = new Set<unknown>();
  let isOver = false;
  const settle = (id: unknown) => {
    waiting.delete(id);
    if (isOver && waiting.size === 0) done();
  };
  const { onmessage } = transport;
  transport.onmessage = (message, extra) => {
    if ("method" in message && "id" in message) waiting.add(message.id);
    // What is withdrawn gets no answer.
    if ("method" in message && message.method === "notifications/cancelled")
      settle(message.params?.["requestId"]);
    onmessage?.(message, extra);
  };
  const send = transport.send.bind(transport);
  transport.send = async (message, options) => {
    await send(message, options);
    if (!("method" in message) && "id" in message) settle(message.id);
  };
  return () => {
    isOver = true;
    settle(undefined);
  };
}
