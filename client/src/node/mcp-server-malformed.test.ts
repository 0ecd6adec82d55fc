// Malformed requests, put to our server and to that of the Model Context Protocol's SDK: both give the same kind of
// answer.

import { createServer, type Server as HttpServer } from "node:http";
import { pieceOf } from "@inittab/core/testing/alphabet";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import {
  CallToolRequestSchema,
  GetPromptRequestSchema,
  JSONRPCMessageSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { McpServer } from "../assistants/mcp-server.ts";
import { serveMcp } from "./mcp-server.ts";

let ours: McpServer;
let theirs: HttpServer;

beforeAll(async () => {
  ours = await serveMcp(
    {
      open: async () => undefined,
      folder: async () => undefined,
      saved: async () => undefined,
      ask: () => Promise.reject(new Error("there is no language server")),
    },
    "0.0.0",
  );
  theirs = createServer(
    (request, response) => void answerOfSdk().then((answer) => answer(request, response)),
  );
  await new Promise<void>((done) => theirs.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  ours.close();
  theirs.close();
});

/** The SDK's server for one request, which keeps no session, like ours. */
async function answerOfSdk(): Promise<StreamableHTTPServerTransport["handleRequest"]> {
  const server = new Server(
    { name: "sdk", version: "0.0.0" },
    { capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} } },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [] }));
  server.setRequestHandler(CallToolRequestSchema, () => ({ content: [] }));
  server.setRequestHandler(ReadResourceRequestSchema, () => ({ contents: [] }));
  server.setRequestHandler(GetPromptRequestSchema, () => ({ messages: [] }));
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  return transport.handleRequest.bind(transport);
}

interface Given {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const usual = { "content-type": "application/json", accept: "application/json, text/event-stream" };

async function post(url: string, { method = "POST", body, headers = {} }: Given) {
  const response = await fetch(url, {
    method,
    headers: { ...usual, ...ours.headers, ...headers },
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, text };
}

const errorShape = z.object({ error: z.object({ code: z.number() }) });

/** The status, and the code of the error where there is one. */
async function kindOfAnswer(url: string, given: Given): Promise<string> {
  const { status, text } = await post(url, given);
  const read = errorShape.safeParse(text === "" ? undefined : JSON.parse(text));
  return `${status} ${read.data?.error.code ?? ""}`.trim();
}

const request = (more: object) => JSON.stringify({ jsonrpc: "2.0", id: 1, ...more });

describe("the SDK's server says the same", () => {
  test.each<readonly [string, Given]>([
    ["no JSON", { body: "{" }],
    ["nothing", { body: "" }],
    ["a number", { body: "7" }],
    ["an empty batch", { body: "[]" }],
    ["another release of JSON-RPC", { body: request({ jsonrpc: "1.0", method: "ping" }) }],
    ["no release", { body: JSON.stringify({ id: 1, method: "ping" }) }],
    ["no method", { body: request({}) }],
    ["a method that is none", { body: request({ method: 7 }) }],
    ["an id that is none", { body: request({ id: {}, method: "ping" }) }],
    ["null as an id", { body: request({ id: null, method: "ping" }) }],
    ["a part of a number as an id", { body: request({ id: 1.5, method: "ping" }) }],
    ["a list of parameters", { body: request({ method: "ping", params: [1] }) }],
    ["a text as parameters", { body: request({ method: "ping", params: "x" }) }],
    ["an unknown method", { body: request({ method: "qq" }) }],
    ["a notification", { body: JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }) }],
    ["an unknown notification", { body: JSON.stringify({ jsonrpc: "2.0", method: "notifications/qq" }) }],
    ["a tool without a name", { body: request({ method: "tools/call" }) }],
    ["a tool whose name is a number", { body: request({ method: "tools/call", params: { name: 7 } }) }],
    [
      "arguments that are not an object",
      { body: request({ method: "tools/call", params: { name: "inittab_check", arguments: 7 } }) },
    ],
    ["a page without an address", { body: request({ method: "resources/read", params: {} }) }],
    ["a prompt without a name", { body: request({ method: "prompts/get", params: { name: [] } }) }],
    [
      "arguments of a prompt that are not text",
      { body: request({ method: "prompts/get", params: { name: "no-boot", arguments: { path: 7 } } }) },
    ],
    [
      "another release of the protocol",
      { body: request({ method: "ping" }), headers: { "mcp-protocol-version": "1.0" } },
    ],
    [
      "a text that is no JSON by its type",
      { body: request({ method: "ping" }), headers: { "content-type": "text/plain" } },
    ],
    ["a client that takes no JSON", { body: request({ method: "ping" }), headers: { accept: "text/html" } }],
    ["another method of HTTP", { method: "PUT", body: request({ method: "ping" }) }],
    ["one that is fine", { body: request({ method: "ping" }) }],
  ])("%s", async (_, given) => {
    const address = theirs.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const said = await kindOfAnswer(`http://127.0.0.1:${port}/mcp`, given);
    // Its lower half calls wrong parameters an internal error; its upper half and JSON-RPC call them by their name.
    expect(await kindOfAnswer(ours.url, given)).toBe(said.replace("-32603", "-32602"));
  });
});

test("whatever is sent, each answer is one of JSON-RPC", async () => {
  const word = pieceOf("2.0", "ping", "tools/call", "inittab_check", "prompts/get", "resources/read");
  const member = fc.constantFrom(
    "jsonrpc",
    "id",
    "method",
    "params",
    "name",
    "uri",
    "arguments",
    "ref",
    "result",
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      ...[word, fc.integer(), fc.constant(null), fc.array(tie("value"), { maxLength: 3 })],
      fc.dictionary(member, tie("value"), { maxKeys: 5 }),
    ),
  }));
  const near = fc.record({ jsonrpc: fc.constant("2.0"), id: fc.integer(), method: word, params: value });
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(value, near, fc.array(near, { maxLength: 3 })), async (sent) => {
      const { status, text } = await post(ours.url, { body: JSON.stringify(sent) });
      statuses.add(status);
      const answers: unknown = status === 202 ? text : JSON.parse(text);
      if (answers === "") return;
      // An error about a message that could not be read has null for its id, as JSON-RPC wants it.
      for (const each of Array.isArray(answers) ? answers : [answers])
        expect(status === 400 || JSONRPCMessageSchema.safeParse(each).success, text).toBe(true);
    }),
    { numRuns: 100 },
  );
  expect([...statuses].toSorted()).toEqual([200, 202, 400]);
});
