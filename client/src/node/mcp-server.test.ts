// The tools that assistants have in VS Code, as the client of the Model Context Protocol's SDK asks for them: in front of
// the built language server, with a text that nobody has saved.

import { readFileSync } from "node:fs";
import { get } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { allRules, topics } from "@inittab/core";
import { modernClient, type Peer, peerOfProgram } from "@inittab/server/testing/peer";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { EmptyResultSchema, InitializeResultSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { McpServer } from "../assistants/mcp-server.ts";
import { toolFacts } from "../assistants/tool-facts.ts";
import type { AssistantHost } from "../assistants/tools.ts";
import { serveMcp } from "./mcp-server.ts";

const root = resolve(import.meta.dirname, "../../..");
const saved = "id:3:initdefault:\nl3:3:wait:/etc/init.d/rc 3\n1:3:respawn:/sbin/getty 38400 tty1\n";
/** What stands in the editor: tty1 is gone, and a line has a mistake. */
const unsaved = saved.replace("1:3:respawn:/sbin/getty 38400 tty1\n", "x:3:respwan:/bin/x\n");
const uri = "file:///project/etc/inittab";
const debian = join(root, "test-fixtures/systems/debian");
const script = join(debian, "etc/init.d/cron");
/** The script cron as it stands in the editor: it starts after ssh. */
const unsavedScript = readFileSync(script, "utf8").replace(/(# Required-Start:.*)/, "$1 ssh");

let peer: Peer;
let served: McpServer;
let client: Client;
let host: AssistantHost;

beforeAll(async () => {
  peer = peerOfProgram(join(root, "dist/server/server.js"), { capabilities: modernClient });
  await peer.initialize();
  await peer.open(uri, unsaved);
  await peer.open(pathToFileURL(script).href, unsavedScript, 1, "shellscript");
  host = {
    folder: async (path) => (path === "nowhere" ? undefined : pathToFileURL(resolve(debian, path)).href),
    open: async (path) => (path === "etc/inittab" ? uri : undefined),
    saved: async (path) => (path === "etc/inittab" ? saved : undefined),
    ask: (method, params) => peer.connection.sendRequest(method, params),
  };
  served = await serveMcp(host, "0.0.0");
  client = new Client({ name: "test", version: "1" });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(served.url), { requestInit: { headers: served.headers } }),
  );
});
afterAll(async () => {
  await client.close();
  served.close();
  peer.dispose();
});

async function call(name: string, input: Record<string, unknown> = {}): Promise<string> {
  const { isError, content } = await client.callTool({ name: `inittab_${name}`, arguments: input });
  const [first]: readonly { readonly text?: string }[] = Array.isArray(content) ? content : [];
  return `${isError === true ? "error: " : ""}${first?.text}`;
}

test("the tools are those of the manifest, and read only", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(Object.values(toolFacts).map(({ name }) => name));
  for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true });
  await client.ping();
});

describe("a tool sees what is not saved", () => {
  const path = "etc/inittab";

  test("and checks it", async () => {
    expect(await call("check", { path })).toContain(
      '"line":3,"column":5,"severity":"error","rule":"unknown-action"',
    );
  });

  test("and simulates it", async () => {
    const report = await call("simulate", {
      path,
      scenario: { events: [{ at: 60, telinit: "1" }], until: 90 },
    });
    expect(report).toContain("/etc/init.d/rc 3");
    expect(report).not.toContain("getty");
    expect(await call("simulate", { path, scenario: { events: [{ at: -1, telinit: "1" }] } })).toMatch(
      /^error: .*at/s,
    );
    expect(await call("simulate", { path, level: "5" })).toContain("5");
  });

  test("and verifies it", async () => {
    expect(JSON.parse(await call("verify", { path }))).toMatchObject({ exhausted: true });
  });

  test("and plans the change against what is saved", async () => {
    const rows: readonly { readonly level: string; readonly stops: readonly string[] }[] = JSON.parse(
      await call("plan", { path }),
    );
    expect(rows.find(({ level }) => level === "3")?.stops).toEqual([expect.stringContaining("getty")]);
  });

  test("and orders scripts by the header that is being typed", async () => {
    const links: { readonly rcd: Readonly<Record<string, readonly string[]>> } = JSON.parse(
      await call("order", { folder: "etc/init.d", tool: "insserv" }),
    );
    const [cron = "", ssh = ""] = ["cron", "ssh"].map((name) =>
      links.rcd["2"]?.find((link) => link.endsWith(name)),
    );
    expect(cron > ssh, `${cron} after ${ssh}`).toBe(true);
    expect(await call("order", { folder: "nowhere" })).toBe(
      "error: nowhere is not a folder of the workspace",
    );
  });

  test("and follows rc", async () => {
    const followed = await call("rc", { root: ".", to: ["2"] });
    expect(followed).toContain('"root":"."');
    expect(followed).toContain("rc2.d/S02ssh");
    expect(await call("rc", { root: ".", to: ["x"] })).toBe("error: X is not a runlevel");
  });

  test("and proposes an edit of it", async () => {
    const edit = { path, firstLine: 3, lastLine: 3, text: "1:3:respawn:/sbin/getty 38400 tty1\n" };
    const proposed: {
      readonly text: string;
      readonly before: readonly { readonly rule: string }[];
      readonly after: readonly { readonly rule: string }[];
    } = JSON.parse(await call("propose-edit", edit));
    expect(proposed).toMatchObject({ text: saved, edit: { removed: "x:3:respwan:/bin/x\n" } });
    expect(proposed.before.map(({ rule }) => rule)).toContain("unknown-action");
    expect(proposed.after.map(({ rule }) => rule)).not.toContain("unknown-action");
    expect(proposed).toMatchObject({
      behaviour: { differences: expect.arrayContaining([expect.objectContaining({ id: "1" })]) },
    });
  });

  test("and the pages and the prompt are there too", async () => {
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(topics.length + allRules.length + 1);
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      "inittab://manual/{id}",
      "inittab://rules/{id}",
    ]);
    const page = async (address: string) => JSON.stringify(await client.readResource({ uri: address }));
    expect(await page("inittab://manual/action.respawn")).toContain("Keeps the process running");
    expect(await page("inittab://rules/duplicate-id")).toContain("duplicate-id");
    await expect(page("inittab://rules/qq")).rejects.toMatchObject({ code: -32002 });
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name, title }) => `${name}: ${title}`)).toEqual([
      "no-boot: Why does my board not come up?",
    ]);
    const { messages } = await client.getPrompt({ name: "no-boot", arguments: { path } });
    expect(JSON.stringify(messages)).toContain("Its inittab is etc/inittab.");
    await expect(client.getPrompt({ name: "qq" })).rejects.toMatchObject({ code: -32602 });
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: "inittab://rules/{id}" },
      argument: { name: "id", value: "duplicate-i" },
    });
    expect(completion.values).toEqual(["duplicate-id"]);
  });

  test("and explains words, rules and messages", async () => {
    expect(await call("explain", { what: "respawn" })).toContain("Keeps the process running");
    expect(await call("explain", { what: "duplicate-id" })).toContain("duplicate-id");
    expect(await call("explain", { what: "INIT: no more processes left in this runlevel", path })).toContain(
      "init",
    );
    expect(await call("explain", { what: "qqqq qq" })).toMatch(/^error: /);
  });
});

describe("as the protocol has it", () => {
  const initialize = (protocolVersion: unknown) => ({
    ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
    params: { protocolVersion, capabilities: {}, clientInfo: { name: "test", version: "1" } },
  });
  const post = async (message: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(served.url, {
      ...{ method: "POST", body: JSON.stringify(message) },
      headers: { "content-type": "application/json", ...served.headers, ...headers },
    });
    const text = await response.text();
    return { status: response.status, answer: text === "" ? undefined : JSON.parse(text) };
  };

  test("the release that a client asks for is spoken, or the newest one", async () => {
    for (const release of ["2025-06-18", "2025-03-26", "2024-11-05"])
      expect((await post(initialize(release))).answer.result.protocolVersion).toBe(release);
    for (const other of ["2019-01-01", "2099-01-01", undefined, 7])
      expect((await post(initialize(other))).answer.result.protocolVersion).toBe("2025-06-18");
    const { answer } = await post(initialize("2025-06-18"));
    expect(InitializeResultSchema.parse(answer.result)).toMatchObject({
      capabilities: { tools: {}, resources: {} },
    });
    expect(client.getServerVersion()).toEqual({ name: "inittab", version: "0.0.0" });
  });

  test("a request that names another release is refused", async () => {
    const ping = { jsonrpc: "2.0", id: "a", method: "ping" };
    const asked = async (release: string) => (await post(ping, { "mcp-protocol-version": release })).status;
    expect(await asked("2025-06-18")).toBe(200);
    expect(await asked("1.0")).toBe(400);
  });

  test("what is not offered is an error of JSON-RPC", async () => {
    expect(client.getServerCapabilities()).toEqual({
      tools: {},
      resources: {},
      prompts: {},
      completions: {},
    });
    for (const method of ["resources/subscribe", "logging/setLevel", "qq"])
      await expect(client.request({ method }, EmptyResultSchema)).rejects.toMatchObject({ code: -32601 });
    await expect(client.callTool({ name: "inittab_write" })).rejects.toMatchObject({ code: -32602 });
  });

  test("notifications and answers get none, and several messages at once get one each", async () => {
    const notification = { jsonrpc: "2.0", method: "notifications/initialized" };
    expect(await post(notification)).toEqual({ status: 202, answer: undefined });
    expect(await post({ jsonrpc: "2.0", id: 5, result: {} })).toEqual({ status: 202, answer: undefined });
    const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });
    const { answer } = await post([ping(1), notification, { jsonrpc: "2.0", id: 2, method: "qq" }]);
    expect(answer).toMatchObject([
      { id: 1, result: {} },
      { id: 2, error: { code: -32601 } },
    ]);
    expect(await post([notification])).toEqual({ status: 202, answer: undefined });
  });

  test("each tool has a schema that the SDK reads, and says which argument it lacks", async () => {
    const { tools } = await client.listTools();
    for (const { inputSchema } of tools) expect(inputSchema.type).toBe("object");
    const all = await Promise.all(tools.map(({ name }) => client.callTool({ name, arguments: {} })));
    for (const { isError, content } of all)
      expect([isError, content]).toEqual([true, [{ type: "text", text: expect.stringMatching(/must be/) }]]);
  });
});

test("what is not there, or is not asked as it should be, is an answer as well", async () => {
  expect(await call("check", { path: "../etc/passwd" })).toBe(
    "error: ../etc/passwd is not a file of the workspace",
  );
  expect(await call("check", { path: 3 })).toBe("error: path must be a string");
  await expect(client.callTool({ name: "inittab_write" })).rejects.toThrow("unknown tool");
});

test("without the token of the window, by another name, or by another method, nobody gets an answer", async () => {
  const ask = (headers: Record<string, string>, path = served.url): Promise<number | undefined> =>
    new Promise((done, fail) => {
      get(path, { headers }, (response) => {
        response.resume();
        done(response.statusCode);
      }).once("error", fail);
    });
  expect(await ask({})).toBe(401);
  expect(await ask({ ...served.headers, Host: "attacker.example" })).toBe(401);
  expect(await ask({ ...served.headers })).toBe(405);
  const headers = { "content-type": "application/json", ...served.headers };
  const long = JSON.stringify({
    jsonrpc: "2.0",
    id: 1,
    method: "ping",
    params: { x: "x".repeat(1_100_000) },
  });
  expect((await fetch(served.url, { method: "POST", headers, body: long })).status).toBe(400);
});
