// The tools for assistants that speak the Model Context Protocol, served on the loopback interface of the machine that the
// extension runs on. Requests without the token of this window are refused. Written by hand, because the SDK would make the
// extension 84 kB larger, compressed, of which there are 50 left; the SDK's client and server hold it to the protocol.

import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AssistantMatter, AssistantQuestion } from "@inittab/server/protocol";
import type { McpServer } from "../assistants/mcp-server.ts";
import { toolFacts, toolNames } from "../assistants/tool-facts.ts";
import { type AssistantHost, askServer, askTool, toolNamed } from "../assistants/tools.ts";
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
    else
      void answerTo(request, host, version).then(({ status, body, headers }) =>
        end(response, status, body, headers),
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

/** An answer of HTTP. */
interface Answer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: object;
}

async function answerTo(request: IncomingMessage, host: AssistantHost, version: string): Promise<Answer> {
  const refused = (status: number, text: string, code = -32000): Answer => ({
    ...{ status, body: failed(null, code, text) },
  });
  const { method, headers } = request;
  // There is no stream to read and no session to end.
  if (method !== "POST") return { ...refused(405, "only POST is answered"), headers: { allow: "POST" } };
  if (!isTaken(headers.accept)) return refused(406, "the answer is application/json");
  if (headers["content-type"]?.includes("application/json") !== true)
    return refused(415, "application/json is expected");
  const sent = await bodyOf(request).catch(() => undefined);
  const messages = Array.isArray(sent) ? sent : [sent];
  if (!messages.every(isMessage)) return refused(400, "JSON-RPC messages are expected", -32700);
  if (!isSpoken(headers["mcp-protocol-version"])) return refused(400, `spoken is ${protocols.join(", ")}`);
  const answers: object[] = [];
  for (const each of messages) {
    const answer = await answerToMessage(each, host, version);
    if (answer !== undefined) answers.push(answer);
  }
  const [first] = answers;
  if (first === undefined) return { status: 202 };
  return { status: 200, body: Array.isArray(sent) ? answers : first };
}

/** Whether the release that a request names is one of ours; before it is agreed upon, and in older ones, none is named. */
function isSpoken(named: string | readonly string[] | undefined): boolean {
  return named === undefined || protocols.some((each) => each === named);
}

/** Whether a client takes JSON. */
function isTaken(accept: string | undefined): boolean {
  return accept === undefined || /application\/json|\*\/\*/.test(accept);
}

/** A message of JSON-RPC: a request, a notification, or an answer to what nobody has asked. */
interface RpcMessage {
  readonly id?: string | number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

function isMessage(value: unknown): value is RpcMessage {
  if (!isObject(value) || value["jsonrpc"] !== "2.0") return false;
  const { id, method, params } = value;
  if (id !== undefined && typeof id !== "string" && !Number.isSafeInteger(id)) return false;
  if (method === undefined)
    return id !== undefined && (isObject(value["result"]) || isObject(value["error"]));
  return typeof method === "string" && (params === undefined || (isObject(params) && !Array.isArray(params)));
}

/** The answer to a message; undefined where none is due. */
async function answerToMessage(
  { id, method, params = {} }: RpcMessage,
  host: AssistantHost,
  version: string,
): Promise<object | undefined> {
  if (id === undefined || method === undefined) return undefined;
  const answer = methods.get(method);
  if (answer === undefined) return failed(id, -32601, "unknown method");
  try {
    const answered = await answer(params, host, version);
    return "code" in answered ? failed(id, answered.code, answered.text) : result(id, answered.result);
  } catch (error) {
    return failed(id, -32603, String(error));
  }
}

/** What a request is answered with, or an error of JSON-RPC. */
type Answered = { readonly result: object } | { readonly code: number; readonly text: string };

type Method = (
  params: Readonly<Record<string, unknown>>,
  host: AssistantHost,
  version: string,
) => Answered | Promise<Answered>;

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["ping", () => ({ result: {} })],
  [
    "initialize",
    ({ protocolVersion }, _, version) => ({
      result: {
        protocolVersion: protocols.find((each) => each === protocolVersion) ?? protocols[0],
        capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
        serverInfo: { name: "inittab", version },
      },
    }),
  ],
  [
    "tools/list",
    () => ({
      result: {
        tools: toolNames.map((name) => {
          const { name: called, description, inputSchema } = toolFacts[name];
          const annotations = { readOnlyHint: true, openWorldHint: false };
          return { name: called, description, inputSchema, annotations };
        }),
      },
    }),
  ],
  ["tools/call", async (params, host) => callTool(params, host)],
  ["resources/list", (_, host) => fromServer(host, "pages")],
  ["resources/templates/list", (_, host) => fromServer(host, "page-kinds")],
  [
    "resources/read",
    ({ uri }, host) =>
      typeof uri === "string"
        ? fromServer(host, "page", { address: uri }, -32002)
        : { code: -32602, text: "uri must be a string" },
  ],
  ["prompts/list", (_, host) => fromServer(host, "prompts")],
  [
    "prompts/get",
    ({ name, arguments: given }, host) => {
      const path = isObject(given) ? given["path"] : undefined;
      return typeof name === "string" && (path === undefined || typeof path === "string")
        ? fromServer(host, "prompt", { address: name, ...(path !== undefined && { path }) })
        : { code: -32602, text: "name and path must be strings" };
    },
  ],
  [
    "completion/complete",
    ({ ref, argument }, host) => {
      const address = isObject(ref) ? (ref["uri"] ?? ref["name"]) : undefined;
      const start = isObject(argument) ? argument["value"] : undefined;
      return typeof address === "string" && typeof start === "string"
        ? fromServer(host, "complete", { address, start })
        : { code: -32602, text: "a reference and the value of an argument are expected" };
    },
  ],
]);

async function callTool(params: Readonly<Record<string, unknown>>, host: AssistantHost): Promise<Answered> {
  const name = toolNamed(params["name"]);
  if (name === undefined) return { code: -32602, text: "unknown tool" };
  const given = params["arguments"] ?? {};
  if (!isObject(given)) return { code: -32602, text: "the arguments of a tool are an object" };
  const { text, isError } = await askTool(name, given, host).catch((error: unknown) => ({
    ...{ text: String(error), isError: true },
  }));
  return { result: { content: [{ type: "text", text }], isError } };
}

/** The server has the answer in the words of the protocol; `refusal` is the code where it has none. */
async function fromServer(
  host: AssistantHost,
  matter: AssistantMatter,
  question: Omit<AssistantQuestion, "ask"> = {},
  refusal: number = -32602,
): Promise<Answered> {
  const answer = await askServer(host, matter, question);
  return "refused" in answer ? { code: refusal, text: answer.refused } : { result: answer.value };
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
