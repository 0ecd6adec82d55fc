// The package `inittab`: the command line, and the servers that it brings.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { DebugClient } from "@vscode/debugadapter-testsupport";
import { beforeAll, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { blocks, installed, root, testWhatAllHave } from "./packed.ts";

const inittab = installed("inittab");
const { folder, own, env } = inittab;

beforeAll(() => {
  cpSync(join(root, "test-fixtures/systems/debian/etc"), join(folder, "etc"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  mkdirSync(join(folder, "new/etc"), { recursive: true });
  const table = readFileSync(join(folder, "etc/inittab"), "utf8");
  mkdirSync(join(folder, "board"));
  const logs = join(root, "test-fixtures/boot-logs");
  cpSync(join(logs, "busybox.syslog"), join(folder, "boot.log"));
  cpSync(join(logs, "busybox.inittab"), join(folder, "board/inittab"));
  const [scenarios = ""] = blocks(inittab, "json");
  writeFileSync(join(folder, "power.inittab-test.json"), scenarios);
  writeFileSync(join(folder, "new/etc/inittab"), table.replace(/^2:/m, "# 2:"));
});

/** The commands of the README. */
function commands(): readonly string[] {
  return blocks(inittab, "console").flatMap((text) =>
    Array.from(text.matchAll(/^\$ (.+)$/gm), ([, command = ""]) => command),
  );
}

function run(command: string): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  return spawnSync("sh", ["-c", command], { cwd: folder, encoding: "utf8", env });
}

test("every command of its README works as it is written", () => {
  const shown = commands();
  expect(shown.length).toBeGreaterThan(11);
  for (const command of shown) {
    const { status, stdout, stderr } = run(command);
    expect([0, 1], `${command}: ${stderr}`).toContain(status);
    expect(stderr, command).not.toMatch(/error|npm|does not exist/i);
    expect(stdout.length, command).toBeGreaterThan(20);
  }
}, 90_000);

test("its README shows every command there is", () => {
  const help = run("inittab --help").stdout;
  const names = Array.from(help.matchAll(/^ {2}(\w[\w-]*) {2,}/gm), ([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(9);
  const readme = readFileSync(join(own, "README.md"), "utf8");
  expect(names.filter((name) => !readme.includes(`inittab ${name}`))).toEqual([]);
});

test("its code can be recorded for this Node, which then takes all of it, and is not there before", () => {
  expect(inittab.files().filter((path) => path.startsWith("dist/code-cache/"))).toEqual([]);
  const before = run("inittab check etc/inittab etc/init.d/ssh");
  expect(run(`node ${own}/bin/record-code-cache.js`)).toMatchObject({ status: 0, stdout: "", stderr: "" });
  const spy = join(folder, "spy.cjs");
  writeFileSync(
    spy,
    `const vm = require("node:vm");
    vm.Script = class extends vm.Script {
      constructor(text, options) {
        super(text, options);
        process.stderr.write("rejected: " + this.cachedDataRejected + "\\n");
      }
    };`,
  );
  const after = run("inittab check etc/inittab etc/init.d/ssh");
  expect(after.stdout).toBe(before.stdout);
  const { stderr } = run(`node --require ${spy} ${own}/bin/inittab.js check etc/inittab etc/init.d/ssh`);
  expect(stderr.match(/^rejected: false$/gm)?.length).toBeGreaterThan(10);
  expect(stderr).not.toMatch(/^rejected: (?!false)/m);
});

test("speaks every language of the repository", () => {
  const said = ["en", ...readdirSync(join(root, "languages"))].map(
    (tag) => run(`inittab check --lang ${tag} etc/inittab`).stdout,
  );
  expect(said.length).toBeGreaterThan(2);
  expect(new Set(said).size).toBe(said.length);
});

test("the language server answers under both names", async () => {
  for (const command of [
    ["inittab", "lsp", "--stdio"],
    ["inittab-language-server", "--stdio"],
  ]) {
    const [program = "", ...args] = command;
    const server = spawn(program, args, { cwd: folder, env });
    const connection = createMessageConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    connection.listen();
    const answer = await connection.sendRequest("initialize", { processId: null, capabilities: {} });
    expect(answer).toMatchObject({ serverInfo: { name: "inittab" } });
    const uri = "file:///etc/inittab";
    const document = { uri, languageId: "inittab", version: 1, text: "x:2:wiat:/bin/x\n" };
    await connection.sendNotification("textDocument/didOpen", { textDocument: document });
    const position = { line: 0, character: 5 };
    expect(
      await connection.sendRequest("textDocument/completion", { textDocument: { uri }, position }),
    ).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ label: "wait" })]) });
    await connection.sendRequest("shutdown");
    const ended = new Promise((done) => server.once("exit", done));
    await connection.sendNotification("exit");
    expect(await ended).toBe(0);
    connection.dispose();
  }
});

test("the debugger boots an inittab and stops at its first line", async () => {
  const debug = new DebugClient(join(folder, "node_modules/.bin/inittab"), "debug", "inittab", {
    cwd: folder,
    env,
  });
  await debug.start();
  const ready = debug.waitForEvent("initialized");
  await debug.launch({ program: join(folder, "etc/inittab") });
  await ready;
  const stopped = debug.waitForEvent("stopped");
  await debug.configurationDoneRequest();
  expect((await stopped).body).toMatchObject({ reason: "entry" });
  await debug.stop();
});

test("the assistants' server reads below its folder and answers", async () => {
  const transport = new StdioClientTransport({
    command: join(folder, "node_modules/.bin/inittab"),
    args: ["mcp", "--root", folder],
    cwd: folder,
    env: Object.fromEntries(
      Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain("simulate");
  const answer = await client.callTool({
    name: "check",
    arguments: { paths: [join(folder, "etc/inittab")] },
  });
  expect(answer).toMatchObject({ structuredContent: expect.anything() });
  expect(answer.isError ?? false).toBe(false);
  await client.close();
});

testWhatAllHave("inittab", inittab);
