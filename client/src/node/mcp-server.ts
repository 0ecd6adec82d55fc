// The tools for assistants that speak the Model Context Protocol, served on the loopback interface of the machine that the
// extension runs on. Requests without the token of this window are refused. Written by hand, because the SDK would make the
// extension 75 kB larger, compressed; the SDK's client holds it to the protocol.

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { McpServer } from "../assistants/mcp-server.ts";
import { toolFacts, toolNames } from "../assistants/tool-facts.ts";
import { type AssistantHost, askTool, toolNamed } from "../assistants/tools.ts";
import { isObject } from "../is-object.ts";

/** The releases of the protocol that this is right for, the newest first. */
const protocols = ["2025-06-18", "2025-03-26", "2024-11-05"];

/** So many characters a request may have. */
const longestRequest = 1_000_000;

/** Starts the server on a free port. */
export async function serveMcp(host: AssistantHost, version: string): Promise<McpServer> {
  const token = `Bearer ${randomUUID()}`;
  let allowed = "";
  const server = createServer((request, response) => {
    // A page that a browser has loaded from elsewhere is refused by its Host, whatever name it has found for us.
    if (request.headers.authorization !== token || request.headers.host !== allowed) end(response, 401);
    // There is no stream to read and no session to end.
    else if (request.method !== "POST") end(response, 405, undefined, { allow: "POST" });
    else if (!isSpoken(request.headers["mcp-protocol-version"])) end(response, 400);
    else
      void bodyOf(request).then(
        async (body) => {
          const answer = body === undefined ? undefined : await answerToAll(body, host, version);
          if (body === undefined) end(response, 400);
          else if (answer === undefined) end(response, 202);
          else end(response, 200, answer);
        },
        () => end(response, 400),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  allowed = `127.0.0.1:${port}`;
  // A window that closes waits for nobody.
  server.unref();
  return {
    url: `http://${allowed}/mcp`,
    headers: { Authorization: token },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Whether the release that a request names is one of ours; before it is agreed upon, and in older ones, none is named. */
function isSpoken(named: string | readonly string[] | undefined): boolean {
  return named === undefined || protocols.some((each) => each === named);
}

/** The answer to what was sent: a message, or several at once, as release 2025-03-26 has it; undefined where none is due. */
async function answerToAll(sent: unknown, host: AssistantHost, version: string): Promise<object | undefined> {
  if (!Array.isArray(sent) || sent.length === 0) return answerTo(sent, host, version);
  const answers: object[] = [];
  for (const each of sent) {
    const answer = await answerTo(each, host, version);
    if (answer !== undefined) answers.push(answer);
  }
  return answers.length === 0 ? undefined : answers;
}

async function answerTo(message: unknown, host: AssistantHost, version: string): Promise<object | undefined> {
  if (!isObject(message) || message["jsonrpc"] !== "2.0")
    return failed(null, -32600, "a JSON-RPC message is expected");
  const { id, method, params } = message;
  // A notification, or an answer to what nobody has asked.
  if ((typeof id !== "string" && typeof id !== "number") || typeof method !== "string") return undefined;
  const given = isObject(params) ? params : {};
  switch (method) {
    case "initialize": {
      const wanted = protocols.find((each) => each === given["protocolVersion"]);
      return result(id, {
        protocolVersion: wanted ?? protocols[0],
        capabilities: { tools: {} },
        serverInfo: { name: "inittab", version },
      });
    }
    case "ping":
      return result(id, {});
    case "tools/list":
      return result(id, {
        tools: toolNames.map((name) => {
          const { name: called, description, inputSchema } = toolFacts[name];
          const annotations = { readOnlyHint: true, openWorldHint: false };
          return { name: called, description, inputSchema, annotations };
        }),
      });
    case "tools/call": {
      const name = toolNamed(given["name"]);
      if (name === undefined) return failed(id, -32602, "unknown tool");
      try {
        const { text, isError } = await askTool(name, given["arguments"], host);
        return result(id, { content: [{ type: "text", text }], isError });
      } catch (error) {
        return result(id, { content: [{ type: "text", text: String(error) }], isError: true });
      }
    }
    default:
      return failed(id, -32601, "unknown method");
  }
}

function result(id: string | number, value: object): object {
  return { jsonrpc: "2.0", id, result: value };
}

function failed(id: string | number | null, code: number, text: string): object {
  return { jsonrpc: "2.0", id, error: { code, message: text } };
}

function end(response: ServerResponse, status: number, body?: object, headers: object = {}): void {
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && { "content-type": "application/json" }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The JSON of a request; undefined: it is none, or too long. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  request.setEncoding("utf8");
  for await (const piece of request) {
    text += String(piece);
    if (text.length > longestRequest) return undefined;
  }
  return JSON.parse(text);
}
