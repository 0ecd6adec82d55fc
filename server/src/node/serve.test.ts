import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testEnvironment } from "../testing/environment.ts";
import { serveStreams } from "./serve.ts";

/** A message with its header, as a client sends it. */
function frame(body: unknown, header = "Content-Length"): string {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return `${header}: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const initialize = frame({
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { processId: null, capabilities: {} },
});
const shutdown = frame({ jsonrpc: "2.0", id: 2, method: "shutdown" });

/** What a server makes of these bytes: its answers, what it says beside them, and its exit code. */
async function talk(
  pieces: readonly (string | Buffer)[],
  { ends = true }: { readonly ends?: boolean } = {},
): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  const written: Buffer[] = [];
  output.on("data", (piece: Buffer) => written.push(piece));
  const told: string[] = [];
  const exited = new Promise<number>((exit) => {
    serveStreams(input, output, testEnvironment, { exit, tell: (text) => told.push(text) });
  });
  for (const piece of pieces) {
    input.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
  }
  // What has been sent is answered before the end of the input ends the server.
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  if (ends) input.end();
  const code = await exited;
  return [...answersIn(Buffer.concat(written).toString()), ...told, `exit ${code}`].join("\n");
}

function answersIn(output: string): readonly string[] {
  return output
    .split(/Content-Length: \d+\r\n\r\n/)
    .filter((part) => part !== "")
    .map((part) => {
      const { id, result, error } = JSON.parse(part);
      return `${id}: ${error === undefined ? typeof result : `${error.code} ${error.message}`}`;
    });
}

test("a client that says goodbye is served to the end", async () => {
  expect(await talk([initialize, shutdown])).toBe("1: object\n2: object\nexit 0");
});

test("a client that goes without a word ends the server as the protocol wants it", async () => {
  expect(await talk([initialize])).toBe("1: object\nexit 1");
  expect(await talk([])).toBe("exit 1");
});

const headerProblem =
  "the header of a message must name its length once, as Content-Length: NUMBER; nothing more is read";

describe("a header that does not tell where the message ends is said to be wrong, and ends the server", () => {
  test.each([
    ["a negative length", "Content-Length: -5\r\n\r\n{}"],
    ["minus one", "Content-Length: -1\r\n\r\n{}"],
    ["a word", "Content-Length: many\r\n\r\n{}"],
    ["a number and more", "Content-Length: 2x\r\n\r\n{}"],
    ["a fraction", "Content-Length: 2.0\r\n\r\n{}"],
    ["nothing", "Content-Length:\r\n\r\n{}"],
    ["a length that no message has", "Content-Length: 99999999999\r\n\r\n{}"],
    ["a length beyond all numbers", `Content-Length: ${"9".repeat(400)}\r\n\r\n{}`],
    ["no length", "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}"],
    ["two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"],
    ["the same length twice", "Content-Length: 2\r\ncontent-length: 2\r\n\r\n{}"],
    ["no colon", "Content-Length 2\r\n\r\n{}"],
    ["no header", '{"jsonrpc":"2.0","id":1,"method":"shutdown"}\r\n\r\n'],
    ["a body without its header", '{"jsonrpc":"2.0","id":1,"method":"shutdown"}'],
    ["bare newlines", "Content-Length: 2\n\n{}"],
    ["an empty header", "\r\n\r\n{}"],
    ["a header without an end", `X: ${"x".repeat(5000)}`],
    ["a header of many lines without an end", "X: y\r\n".repeat(1000)],
    ["bytes", Buffer.from([0, 255, 254, 13, 10, 13, 10])],
  ])("%s", async (_, bytes) => {
    // Without an end of the input, so that waiting for more of it would show.
    expect(await talk([bytes], { ends: false })).toBe(
      `null: -32700 ${headerProblem}\n${headerProblem}\nexit 1`,
    );
    expect(await talk([initialize, bytes, initialize], { ends: false })).toBe(
      `1: object\nnull: -32700 ${headerProblem}\n${headerProblem}\nexit 1`,
    );
  });
});

test.each([
  ["in the header", "Content-Le"],
  ["behind the header", "Content-Length: 9\r\n\r\n"],
  ["in the body", shutdown.slice(0, -1)],
])("an input that ends %s is said to be cut", async (_, bytes) => {
  expect(await talk([initialize, bytes])).toBe(
    "1: object\nnull: -32700 the input ends within a message\nthe input ends within a message\nexit 1",
  );
});

test("a body that is no JSON is answered, and the next message is served", async () => {
  const bodies = ["", "{", "{{{{", '{"jsonrpc":"2.0","id":1,"method":"shutdown"', "\0", "\ufeff{}"];
  expect(await talk([initialize, ...bodies.map((body) => frame(body)), shutdown])).toBe(
    ["1: object", ...bodies.map(() => "null: -32700 the body of a message is not JSON")]
      .concat("2: object", "exit 0")
      .join("\n"),
  );
});

test("JSON that is no message is answered, under its id if it has one", async () => {
  const bodies = [null, 7, "x", true, [], [{ jsonrpc: "2.0", id: 1, method: "shutdown" }], {}, { id: [1] }];
  const named = [
    { id: 5 },
    { id: "six", method: 7 },
    { id: null, method: "shutdown" },
    { id: {}, method: "shutdown" },
  ];
  const problem = "-32600 this is neither a request, a notification nor a response";
  expect(await talk([initialize, ...[...bodies, ...named].map((body) => frame(JSON.stringify(body)))])).toBe(
    ["1: object", ...bodies.map(() => `null: ${problem}`), `5: ${problem}`, `six: ${problem}`]
      .concat(`null: ${problem}`, `null: ${problem}`, "exit 1")
      .join("\n"),
  );
});

test("a cancellation that names no request is left out", async () => {
  const cancels = [undefined, null, {}, { id: null }, { id: {} }, [], 7].map((params) =>
    frame({ jsonrpc: "2.0", method: "$/cancelRequest", params }),
  );
  expect(await talk([initialize, ...cancels, shutdown])).toBe("1: object\n2: object\nexit 0");
});

test("parameters that are nested 200,000 deep are refused", async () => {
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const scenario = `{"jsonrpc":"2.0","id":3,"method":"workspace/executeCommand","params":{"command":"inittab.simulate","arguments":[{"uri":"file:///x","scenario":{"events":${deep}}}]}}`;
  const edit = `{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"x":${deep}}}`;
  expect(await talk([initialize, frame(scenario), frame(deep), shutdown])).toBe(
    [
      "1: object",
      "3: -32602 the parameters are nested too deeply",
      "null: -32600 this is neither a request, a notification nor a response",
      "2: object",
      "exit 0",
    ].join("\n"),
  );
  expect(await talk([initialize, frame(edit), shutdown])).toMatch(/^1: object\n(.*\n)?2: object\nexit 0$/);
});

test("messages arrive whole, however their bytes are cut, and whatever the header is called", async () => {
  const unicode = frame({ jsonrpc: "2.0", id: 3, method: "no/such-é😀", params: {} }, "content-length");
  const typed = `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${shutdown}`;
  const whole = Buffer.from(`${initialize}${unicode}${typed}`);
  const answers = "1: object\n3: -32601 Unhandled method no/such-é😀\n2: object\nexit 0";
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 30 }), async (cuts) => {
      const ends = [...cuts, whole.length].sort((one, other) => one - other);
      const pieces = ends.map((end, index) => whole.subarray(ends[index - 1] ?? 0, end));
      expect(await talk(pieces)).toBe(answers);
    }),
    { numRuns: 50 },
  );
  expect(await talk([...whole].map((byte) => Buffer.from([byte])))).toBe(answers);
});

const program = fileURLToPath(new URL("../../../dist/server/server.js", import.meta.url));
const missing = existsSync(program) || process.env["CI"] === "true" ? undefined : "npm run build has not run";

describe.skipIf(missing !== undefined)(
  `the built server${missing === undefined ? "" : `, skipped: because ${missing}`}`,
  () => {
    /** Starts the program with these bytes as its input, which stays open; what it says, and its exit code. */
    async function run(args: readonly string[], bytes: string): Promise<string> {
      const child = spawn(process.execPath, [program, ...args], { timeout: 20_000 });
      const said: Buffer[] = [];
      child.stderr.on("data", (piece: Buffer) => said.push(piece));
      child.stdin.on("error", () => {});
      child.stdin.write(bytes);
      const [code] = await once(child, "close");
      return `${Buffer.concat(said)}exit ${code}`;
    }

    test("ends with a sentence, not with a dump", async () => {
      expect(await run(["--stdio"], `${initialize}Content-Length: -1\r\n\r\n`)).toBe(
        `inittab: ${headerProblem}\nexit 1`,
      );
    });

    test("answers to the last when its input ends within a message", async () => {
      const child = spawn(process.execPath, [program, "--stdio"], { timeout: 20_000 });
      const written: Buffer[] = [];
      child.stdout.on("data", (piece: Buffer) => written.push(piece));
      child.stdin.end(`${initialize}${shutdown}Content-Length: 5\r\n\r\n{`);
      const [code] = await once(child, "close");
      expect([...answersIn(Buffer.concat(written).toString()), code]).toContain(
        "null: -32700 the input ends within a message",
      );
      expect(code).toBe(1);
    });

    test("says what it needs to be reached", async () => {
      const needed =
        "inittab: say where the client is: --stdio, --node-ipc, --socket=PORT or --pipe=NAME\nexit 1";
      for (const args of [[], ["--socket"], ["--socket=x"], ["--socket=70000"], ["--nonsense"]])
        expect(await run(args, "")).toBe(needed);
      expect(await run(["--pipe=/nowhere/at/all"], "")).toMatch(/^inittab: [^\n]*ENOENT[^\n]*\nexit 1$/);
    });
  },
);
