import { afterEach, expect, test } from "vitest";
import { testEnvironment } from "../testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

const inittab = "file:///etc/inittab";
const script = "file:///home/me/build.sh";
const start = { line: 0, character: 0 };

/** What the server answers about the beginning of a document. */
function ask(method: string, uri: string): Promise<unknown> {
  return (
    peer?.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri },
      position: start,
      positions: [start],
      range: { start, end: start },
      context: { diagnostics: [], includeDeclaration: true },
      newName: "x",
      previousResultId: "x",
    }) ?? Promise.reject(new Error("there is no server"))
  );
}

test("what a kind of document has no answer to gets the one that stands for nothing", async () => {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient });
  await peer.initialize();
  await peer.open(inittab, "# nothing\n");
  await peer.open(script, "echo\n", 1, "shellscript");
  for (const method of ["inlayHint", "prepareRename", "rename", "signatureHelp"])
    expect(await ask(method, inittab)).toBeNull();
  expect(await ask("references", inittab)).toEqual([]);
  const ofInittabs = ["codeLens", "documentHighlight", "documentLink", "foldingRange", "formatting"];
  for (const method of [...ofInittabs, "rangeFormatting", "selectionRange", "signatureHelp"])
    expect(await ask(method, script)).toBeNull();
  for (const method of ["semanticTokens/full", "semanticTokens/full/delta", "semanticTokens/range"])
    expect(await ask(method, script)).toEqual({ data: [] });
  expect(await peer.connection.sendRequest("inittab/status", { uri: script })).toBeNull();
  expect(peer.errors).toEqual([]);
});

test("of a document that is not open there is nothing to say", async () => {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient });
  await peer.initialize();
  for (const method of ["codeAction", "completion", "definition", "documentSymbol", "hover", "rename"])
    expect(await ask(method, "file:///gone")).toBeNull();
  expect(await ask("diagnostic", "file:///gone")).toEqual({ kind: "full", items: [] });
});
