import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import { packageFolder, show } from "./testing/program.ts";

/** Starts a program as an editor does, asks for its capabilities, and shuts it down in order. */
async function check(program: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(packageFolder, "bin", program), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const result = await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: {},
  });
  expect(result).toMatchObject({ capabilities: { textDocumentSync: expect.anything() } });
  await connection.sendNotification("initialized", {});
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const exitCode = await ended;
  connection.dispose();
  return exitCode;
}

describe("the language server starts", () => {
  test("as inittab lsp --stdio", async () => expect(await check("inittab.js", ["lsp", "--stdio"])).toBe(0));
  test("as inittab-language-server --stdio", async () =>
    expect(await check("inittab-language-server.js", ["--stdio"])).toBe(0));
  test("as inittab-language-server alone", async () =>
    expect(await check("inittab-language-server.js", [])).toBe(0));
});

test("wrong usage", async () => {
  expect(await show(["lsp"])).toMatchInlineSnapshot(`
    "! inittab: only --stdio is supported
    ! Try: inittab lsp --help
    exit 2"
  `);
  expect(await show(["lsp", "--stdio", "file"])).toMatchInlineSnapshot(`
    "! inittab: unexpected argument file
    ! Try: inittab lsp --help
    exit 2"
  `);
  expect(await show(["lsp", "--port", "1"])).toMatchInlineSnapshot(`
    "! inittab: unknown option --port
    ! Try: inittab lsp --help
    exit 2"
  `);
});
