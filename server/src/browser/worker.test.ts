// The built server in a worker. Node's workers are not those of a browser: what a browser has and Node lacks is put in
// front of the program. Its address is a blob:, as in VS Code, so that only the first message says where the rest lies.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../../dist/server");
const missing =
  existsSync(join(folder, "worker.js")) || process.env["CI"] === "true"
    ? undefined
    : "npm run build has not run";

const surroundings = `
const { parentPort } = require("node:worker_threads");
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");
const target = new EventTarget();
globalThis.self = globalThis;
globalThis.location = { href: "blob:https://localhost/1" };
globalThis.postMessage = (message) => parentPort.postMessage({ message });
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"])
  globalThis[name] = target[name].bind(target);
let listener;
Object.defineProperty(globalThis, "onmessage", {
  set: (next) => {
    if (listener) target.removeEventListener("message", listener);
    target.addEventListener("message", listener = next);
  },
});
globalThis.importScripts = (address) => {
  parentPort.postMessage({ file: address.slice(address.lastIndexOf("/") + 1) });
  runInThisContext(readFileSync(new URL(address), "utf8"), { filename: address });
};
for (const name of ["require", "module", "exports", "process", "Buffer", "setImmediate", "clearImmediate"])
  delete globalThis[name];
parentPort.on("message", (data) => dispatchEvent(new MessageEvent("message", { data })));
`;

interface Peer {
  /** The files that the worker has read after it was started. */
  readonly files: readonly string[];
  /** What the server has logged. */
  readonly log: readonly string[];
  readonly ask: (method: string, params: object) => Promise<unknown>;
  readonly tell: (method: string, params: object) => void;
  readonly end: () => Promise<number>;
}

function startWorker(): Peer {
  const program = readFileSync(join(folder, "worker.js"), "utf8");
  const worker = new Worker(`${surroundings}\n${program}`, { eval: true });
  const files: string[] = [];
  const log: string[] = [];
  const waiting = new Map<
    number,
    (answer: { readonly result?: unknown; readonly error?: unknown }) => void
  >();
  worker.on("message", ({ file, message }) => {
    if (file !== undefined) files.push(file);
    else if (message.method === undefined) waiting.get(message.id)?.(message);
    else if (message.method === "window/logMessage") log.push(message.params.message);
    else if (message.id !== undefined) worker.postMessage({ jsonrpc: "2.0", id: message.id, result: null });
  });
  let asked = 0;
  return {
    files,
    log,
    ask: (method, params) => {
      const id = ++asked;
      worker.postMessage({ jsonrpc: "2.0", id, method, params });
      return new Promise((resolve, reject) => {
        worker.on("error", reject);
        waiting.set(id, ({ result, error }) => (error === undefined ? resolve(result) : reject(error)));
      });
    },
    tell: (method, params) => worker.postMessage({ jsonrpc: "2.0", method, params }),
    end: () => worker.terminate(),
  };
}

const wasm = Object.fromEntries(
  ["web-tree-sitter.wasm", "tree-sitter-inittab.wasm", "tree-sitter-bash.wasm"].map((name) => [
    name,
    new Uint8Array(existsSync(join(folder, "..", name)) ? readFileSync(join(folder, "..", name)) : []),
  ]),
);

let peer: Peer | undefined;
afterEach(async () => {
  await peer?.end();
  peer = undefined;
});

async function open(uri: string, languageId: string, text: string, locale = "en"): Promise<Peer> {
  const started = startWorker();
  peer = started;
  await started.ask("initialize", {
    processId: null,
    rootUri: null,
    locale,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { program: `${pathToFileURL(folder).href}/`, wasm },
  });
  started.tell("initialized", {});
  started.tell("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  return started;
}

describe.skipIf(missing !== undefined)("a worker that was started from a blob: address", () => {
  const uri = "file:///etc/inittab";
  const position = { line: 0, character: 7 };

  test("debugs a boot", async () => {
    const server = await open(uri, "inittab", "id:2:initdefault:\n1:2:respawn:/sbin/getty tty1\n");
    let seq = 0;
    const debug = (command: string, args: object = {}) =>
      server.ask("inittab/debug", {
        session: "one",
        message: { seq: ++seq, type: "request", command, arguments: args },
      });
    await debug("launch", { program: uri, stopOnEntry: false });
    expect(server.files).toContain("open.js");
    await debug("setBreakpoints", { source: { path: uri }, breakpoints: [{ line: 2 }] });
    expect(await debug("configurationDone")).toMatchObject([
      { command: "configurationDone", success: true },
      { event: "output" },
      { event: "stopped", body: { reason: "breakpoint" } },
    ]);
    expect(await debug("stackTrace", { threadId: 1 })).toMatchObject([
      { body: { stackFrames: [{ line: 2, source: { path: uri } }] } },
    ]);
  });

  test("reads the parts of the server when they are needed", async () => {
    const server = await open(uri, "inittab", "l2:2:wait:/etc/rc 2\nl2:3:wait:/etc/rc 3\n");
    const report = await server.ask("textDocument/diagnostic", { textDocument: { uri } });
    expect(JSON.stringify(report)).toContain('"duplicate-id"');
    const first = [...server.files];
    expect(first[0]).toBe("browser.js");
    expect(first).toContain("start.js");
    const hover = await server.ask("textDocument/hover", { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toContain("wait");
    expect(server.files.length).toBeGreaterThan(first.length);
    expect(new Set(server.files).size).toBe(server.files.length);
  });

  test("reads the texts of a language that is chosen, and those that it needs", async () => {
    const lenses = async (locale: string) => {
      const server = await open(uri, "inittab", "id:2:initdefault:\nl2:2:wait:/etc/rc 2\n", locale);
      const found = await server.ask("textDocument/codeLens", { textDocument: { uri } });
      const read = server.files.filter((file) => /^language-/.test(file));
      await server.end();
      return [JSON.stringify(found).includes("Simulate boot"), read];
    };
    expect(await lenses("en")).toEqual([true, []]);
    expect(await lenses("de-CH")).toEqual([
      false,
      ["language-ids-first.js", "language-ids-simulate.js", "language-de-simulate.js"],
    ]);
    expect(await lenses("hu")).toEqual([
      false,
      ["language-ids-first.js", "language-ids-simulate.js", "language-hu-simulate.js"],
    ]);
  });

  test("colours, simulates and checks scripts", async () => {
    const server = await open(uri, "inittab", "id:2:initdefault:\nl2:2:wait:/etc/rc 2\n");
    const tokens = await server.ask("textDocument/semanticTokens/full", { textDocument: { uri } });
    expect(server.log).toEqual([]);
    expect(tokens).toMatchObject({ data: expect.arrayContaining([0]) });
    const simulation = await server.ask("workspace/executeCommand", {
      command: "inittab.simulate",
      arguments: [{ uri }],
    });
    expect(JSON.stringify(simulation)).toContain("init goes through");
    const script = "file:///etc/init.d/x";
    const text = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\nif true\n";
    server.tell("textDocument/didOpen", {
      textDocument: { uri: script, languageId: "shellscript", version: 1, text },
    });
    const report = await server.ask("textDocument/diagnostic", { textDocument: { uri: script } });
    expect(JSON.stringify(report)).toContain("Default-Start");
    expect(server.log).toEqual([]);
  });
});
