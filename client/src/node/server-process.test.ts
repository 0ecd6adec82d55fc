import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ServerChannel } from "../language-client.ts";
import { startServerProcess } from "./server-process.ts";

let folder = "";
let logged: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "server-process-"));
  logged = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

function start(program: string): ServerChannel {
  const file = join(folder, "server.cjs");
  writeFileSync(file, program);
  const log = {
    info: (text: string) => logged.push(`info ${text}`),
    error: (text: string) => logged.push(`error ${text}`),
  };
  return startServerProcess(file, { log, codeCache: join(folder, "code-cache") });
}

const ended = (server: ServerChannel) => new Promise<void>((resolve) => server.onEnd(resolve));

test("a message comes back from the server", async () => {
  const server = start(
    "process.on('message', (m) => { process.send({ ...m, seen: [process.argv[2], process.argv[4]] }); process.exit(0); })",
  );
  const end = ended(server);
  const answer = new Promise((resolve) => server.onMessage(resolve));
  await server.send({ jsonrpc: "2.0" });
  expect(await answer).toEqual({
    jsonrpc: "2.0",
    seen: ["--node-ipc", `--code-cache=${join(folder, "code-cache")}`],
  });
  await end;
  expect(logged).toEqual(["info Server process exited successfully."]);
});

test("what a server says before it dies is in the log, and that it died", async () => {
  await ended(start("console.error('no grammar'); process.exitCode = 3;"));
  expect(logged.toSorted()).toEqual(["error Server process exited with code 3.", "error no grammar"]);
});

test("a message to a server that is gone is refused", async () => {
  const server = start("");
  await ended(server);
  await expect(server.send({ jsonrpc: "2.0" })).rejects.toThrow();
});

test("a server that does not end when it was told to is killed", async () => {
  const server = start(
    "process.on('message', () => {}); process.on('disconnect', () => {}); setInterval(() => {}, 1000); process.send({ jsonrpc: '2.0' });",
  );
  await new Promise((resolve) => server.onMessage(resolve));
  const end = ended(server);
  server.end();
  await end;
  expect(logged).toEqual(["error Server process exited with signal SIGTERM."]);
});
