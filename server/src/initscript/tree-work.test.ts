// What takes long about a system is worked out while the server goes on answering.

import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

function script(name: string, needs: string): string {
  return `#!/bin/sh
### BEGIN INIT INFO
# Provides: ${name}
# Required-Start: ${needs}
# Required-Stop: ${needs}
# Default-Start: 2 3 4 5
# Default-Stop: 0 1 6
### END INIT INFO
`;
}

/** A system whose scripts wait for each other in a circle. */
function circle(count: number): TestFiles {
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `etc/init.d/s${place}`,
      script(`s${place}`, `s${(place + 1) % count}`),
    ]),
  );
}

const uri = "file:///etc/init.d/s0";

async function openCircle(count: number): Promise<{ readonly peer: Peer; readonly pauses: () => number }> {
  const files = circle(count);
  let pauses = 0;
  const environment = environmentWith(files);
  const made = peerInProcess(
    {
      ...environment,
      pause: () => {
        pauses++;
        return environment.pause();
      },
    },
    { capabilities: modernClient },
  );
  peer = made;
  await made.initialize();
  await made.open(uri, String(files["etc/init.d/s0"]), 1, "shellscript");
  return { peer: made, pauses: () => pauses };
}

test("a question is answered while the order of a large circle is worked out", async () => {
  const { peer, pauses } = await openCircle(250);
  // Loads the shell's parser.
  await peer.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } });
  const order: string[] = [];
  const asked = ["textDocument/diagnostic", "textDocument/inlayHint", "textDocument/hover"].map(
    async (method) => {
      const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
      const params = { textDocument: { uri }, range, position: { line: 2, character: 3 } };
      const answer = await peer.connection.sendRequest(method, params);
      order.push(method.replace("textDocument/", ""));
      return JSON.stringify(answer);
    },
  );
  const [diagnostics] = await Promise.all(asked);
  expect(order[0]).toBe("hover");
  expect(diagnostics).toContain('"kind":"full"');
  expect(pauses()).toBeGreaterThan(50);
  expect(peer.errors).toEqual([]);
});

test("an edit while the order is worked out gives the findings of the new text", async () => {
  const { peer } = await openCircle(250);
  const params = { textDocument: { uri } };
  const before = peer.connection.sendRequest("textDocument/diagnostic", params);
  await peer.change(uri, 2, script("s0", "nobody"));
  const after = peer.connection.sendRequest("textDocument/diagnostic", params);
  await before;
  expect(JSON.stringify(await after)).toContain("nobody");
  expect(peer.errors).toEqual([]);
});

test("work goes on as long as somebody waits for it, and ends with the last request that is cancelled", async () => {
  const { peer, pauses } = await openCircle(250);
  const params = { textDocument: { uri } };
  // Loads the shell's parser.
  await peer.connection.sendRequest("textDocument/documentSymbol", params);
  const ask = () => {
    const source = new CancellationTokenSource();
    const answer = peer.connection.sendRequest("textDocument/diagnostic", params, source.token);
    return { source, answer: answer.then(JSON.stringify, String) };
  };
  const one = ask();
  const other = ask();
  await waitUntil(() => pauses() > 5);
  one.source.cancel();
  other.source.cancel();
  expect(await one.answer).toContain("cancelled");
  expect(await other.answer).toContain("cancelled");
  const soFar = pauses();
  expect(soFar).toBeLessThan(60);
  // Somebody asks anew, and one of two is enough to let it go on.
  const third = ask();
  const fourth = ask();
  await waitUntil(() => pauses() > soFar + 5);
  third.source.cancel();
  expect(await fourth.answer).toContain('"kind":"full"');
  expect(await third.answer).toContain("cancelled");
  expect(pauses()).toBeGreaterThan(soFar + 15);
  expect(peer.errors).toEqual([]);
});

async function waitUntil(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 0));
}
