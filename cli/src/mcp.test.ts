import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allRules, topics } from "@inittab/core";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import {
  EmptyResultSchema,
  InitializeResultSchema,
  LATEST_PROTOCOL_VERSION,
} from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { programLocalizer } from "./localizer.ts";
import { openRoots } from "./mcp/roots.ts";
import { createMcpServer } from "./mcp/server.ts";
import { packageFolder } from "./testing/program.ts";

const debian = join(packageFolder, "../test-fixtures/systems/debian");
const place = mkdtempSync(join(tmpdir(), "inittab-mcp-"));
const table = "id:2:initdefault:\n1:2:respawn:/sbin/getty 38400 tty1\n";
const client = new Client({ name: "test", version: "1" });
beforeAll(async () => {
  mkdirSync(join(place, "root/etc"), { recursive: true });
  writeFileSync(join(place, "root/etc/inittab"), table);
  writeFileSync(join(place, "root/etc/new.inittab"), table.replace(":2:respawn", ":3:respawn"));
  writeFileSync(join(place, "secret.inittab"), "secret\n");
  symlinkSync(join(place, "secret.inittab"), join(place, "root/link.inittab"));
  const roots = await openRoots([join(place, "root"), debian]);
  const [one, other] = InMemoryTransport.createLinkedPair();
  await createMcpServer(roots, programLocalizer()).connect(one);
  await client.connect(other);
});
afterAll(async () => {
  await client.close();
  rmSync(place, { recursive: true, force: true });
});

interface Answer {
  readonly isError: boolean;
  readonly text: string;
  readonly value: unknown;
}

async function call(name: string, args: Record<string, unknown>): Promise<Answer> {
  const { isError, content, structuredContent } = await client.callTool({ name, arguments: args });
  const text = (Array.isArray(content) ? content : [])
    .map((part: { readonly text?: string }) => part.text)
    .join("\n");
  return { isError: isError === true, text, value: structuredContent };
}

test("an assistant is offered tools that read", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).join(" ")).toMatchInlineSnapshot(
    `"check explain simulate verify compare plan order rc propose-edit"`,
  );
  for (const { description, annotations, inputSchema } of tools) {
    expect(description?.length).toBeGreaterThan(20);
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(inputSchema.type).toBe("object");
  }
});

describe("a tool", () => {
  test("checks, with the findings as data", async () => {
    const { value, isError } = await call("check", { paths: ["etc/new.inittab"] });
    expect(isError).toBe(false);
    expect(JSON.stringify(value)).toContain('"rule":"empty-default-level"');
  });

  test("plans a change, with the harms as data", async () => {
    const { value, isError } = await call("plan", { old: "etc/inittab", new: "etc/new.inittab" });
    expect(isError).toBe(false);
    expect(value).toMatchObject({ answers: [{ harms: expect.arrayContaining(["stops"]) }] });
    expect(await call("plan", { old: "git:HEAD:etc/inittab", new: "etc/new.inittab" })).toMatchObject({
      isError: true,
    });
  });

  test("goes by the settings below its folders, and by no others", async () => {
    writeFileSync(join(place, "inittab.json"), '{ "dialect": "toybox" }');
    const dialect = async () => JSON.stringify((await call("check", { paths: ["etc/inittab"] })).value);
    expect(await dialect()).toContain('"dialect":"sysvinit"');
    writeFileSync(join(place, "root/inittab.json"), '{ "dialect": "busybox" }');
    expect(await dialect()).toContain('"dialect":"busybox"');
    rmSync(join(place, "root/inittab.json"));
  });

  test("explains", async () => {
    expect((await call("explain", { what: "respawn" })).text).toContain("Keeps the process running");
    expect(await call("explain", { what: "qqqq" })).toMatchObject({ isError: true });
    expect((await call("explain", { what: "INIT: no more processes left in this runlevel" })).text).toContain(
      "Nothing that init started is still running",
    );
    const what = 'INIT: Id "nn" respawning too fast: disabled for 5 minutes';
    expect((await call("explain", { what, path: "etc/inittab" })).text).toContain("no entry has the id `nn`");
    expect(await call("explain", { what, path: "../secret.inittab" })).toMatchObject({ isError: true });
  });

  test("simulates", async () => {
    const { text } = await call("simulate", { path: "etc/inittab", events: ["10 telinit 3"], until: 20 });
    expect(text).toContain("telinit 3");
  });

  test("verifies", async () => {
    const { value } = await call("verify", { paths: ["etc/new.inittab"] });
    expect(JSON.stringify(value)).toContain('"question":"login"');
  });

  test("compares", async () => {
    const { value, text } = await call("compare", { old: "etc/inittab", new: "etc/new.inittab" });
    expect(value).toEqual({ answers: [JSON.parse(text)] });
  });

  test("orders scripts", async () => {
    const order = await call("order", { folder: join(debian, "etc/init.d") });
    expect(JSON.stringify(order.value)).toContain("rcd");
  });

  test("proposes an edit and what it changes, and writes nothing", async () => {
    const edit = {
      path: "etc/inittab",
      firstLine: 2,
      lastLine: 2,
      text: "1:3:respawn:/sbin/getty 38400 tty1\n",
    };
    const { value } = await call("propose-edit", edit);
    expect(value).toMatchObject({ text: "id:2:initdefault:\n1:3:respawn:/sbin/getty 38400 tty1\n" });
    expect(JSON.stringify(value)).toContain("empty-default-level");
    expect(readFileSync(join(place, "root/etc/inittab"), "utf8")).toBe(table);
    expect(await call("propose-edit", { ...edit, firstLine: 9, lastLine: 9 })).toMatchObject({
      isError: true,
      text: "there are no such lines: the file has 2",
    });
  });
});

test("nothing outside the roots is read, whatever path or link leads there", async () => {
  for (const path of [
    "../secret.inittab",
    join(place, "secret.inittab"),
    "link.inittab",
    "/etc/passwd",
    "nowhere",
  ]) {
    for (const [name, args] of [
      ["check", { paths: ["etc/inittab", path] }],
      ["simulate", { path }],
      ["compare", { old: path, new: "etc/inittab" }],
      ["propose-edit", { path, firstLine: 1, lastLine: 1, text: "" }],
    ] as const)
      expect(await call(name, args)).toEqual({
        isError: true,
        text: `${path} is not there, or not below a folder that may be read`,
        value: undefined,
      });
  }
});

test("arguments that make no sense are refused, also those that look like options", async () => {
  expect(await call("check", { paths: [] })).toMatchObject({ isError: true });
  expect(await call("check", { paths: "etc/inittab" })).toMatchObject({ isError: true });
  expect(await call("explain", { what: "--format=text" })).toMatchObject({ isError: true });
  expect(await call("simulate", { path: "etc/inittab", until: -1 })).toMatchObject({ isError: true });
  expect(await call("check", { paths: ["etc/inittab"], dialect: "qq" })).toMatchObject({ isError: true });
});

test("the manual, the rules and the system are resources", async () => {
  const { resources } = await client.listResources();
  expect(resources.length).toBe(topics.length + allRules.length + 1);
  for (const [uri, words] of [
    ["inittab://manual/action.respawn", "Keeps the process running"],
    ["inittab://rules/duplicate-id", "duplicate-id"],
  ] as const) {
    const { contents } = await client.readResource({ uri });
    expect(JSON.stringify(contents)).toContain(words);
  }
  await expect(client.readResource({ uri: "inittab://manual/qq" })).rejects.toThrow("there is no page");
});

test("a question is ready for the one that everybody asks", async () => {
  const { messages } = await client.getPrompt({ name: "no-boot", arguments: { path: "etc/inittab" } });
  expect(JSON.stringify(messages)).toContain("Its inittab is etc/inittab.");
});

test("what is not there is an error of the protocol", async () => {
  expect(client.getServerVersion()?.name).toBe("inittab");
  expect(Object.keys(client.getServerCapabilities() ?? {}).toSorted()).toEqual([
    "completions",
    "prompts",
    "resources",
    "tools",
  ]);
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(["no-boot"]);
  await expect(client.getPrompt({ name: "qq" })).rejects.toMatchObject({ code: -32602 });
  await expect(client.request({ method: "qq" }, EmptyResultSchema)).rejects.toMatchObject({ code: -32601 });
  expect(await client.callTool({ name: "qq" })).toMatchObject({ isError: true });
});

test("over standard input and output, the release that a client asks for is spoken", async () => {
  for (const [asked, spoken] of [
    ["2024-11-05", "2024-11-05"],
    ["2025-06-18", "2025-06-18"],
    ["2019-01-01", LATEST_PROTOCOL_VERSION],
  ] as const) {
    const { stdout } = serveOnce(
      `${JSON.stringify({
        ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
        params: { protocolVersion: asked, capabilities: {}, clientInfo: { name: "test", version: "1" } },
      })}\nno message\n`,
    );
    const { result } = JSON.parse(stdout.split("\n")[0] ?? "");
    expect(InitializeResultSchema.parse(result).protocolVersion, asked).toBe(spoken);
  }
});

test("a client that sends all at once and closes its end gets every answer", () => {
  const line = (id: number, method: string, params: object) =>
    `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  const clientInfo = { name: "test", version: "1" };
  const { stdout } = serveOnce(
    line(1, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo }) +
      line(2, "resources/read", { uri: "inittab://system" }) +
      line(3, "ping", {}),
  );
  const ids = stdout
    .trim()
    .split("\n")
    .map((answer) => JSON.parse(answer).id);
  expect(ids.toSorted()).toEqual([1, 2, 3]);
});

test("a client that reads no answers leaves no error behind", () => {
  const program = JSON.stringify(join(packageFolder, "bin/inittab.js"));
  const ask = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  const { stdout, stderr } = spawnSync(
    "bash",
    ["-c", `for i in {1..5}; do echo '${ask}'; done | node ${program} mcp | true; echo "\${PIPESTATUS[1]}"`],
    { cwd: debian, encoding: "utf8", timeout: 60_000 },
  );
  expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
});

/** What the program answers to some lines, after which its client goes. */
function serveOnce(input: string): { readonly stdout: string } {
  return spawnSync(process.execPath, [join(packageFolder, "bin/inittab.js"), "mcp", "--root", debian], {
    ...{ input, encoding: "utf8", timeout: 60_000 },
  });
}

test("the program serves over standard input and output until its client goes", async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(packageFolder, "bin/inittab.js"), "mcp", "--root", debian],
  });
  const other = new Client({ name: "test", version: "1" });
  await other.connect(transport);
  const { content } = await other.callTool({ name: "explain", arguments: { what: "wait" } });
  expect(JSON.stringify(content)).toContain("Action wait");
  const rc = await other.callTool({ name: "rc", arguments: { root: ".", to: ["2"] } });
  expect(JSON.stringify(rc.structuredContent)).toContain("rc2.d/S02ssh");
  const system = await other.readResource({ uri: "inittab://system" });
  expect(JSON.stringify(system.contents)).toContain("etc/inittab: read as sysvinit");
  await other.close();
});
