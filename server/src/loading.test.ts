// What the server loads when a feature first asks for it.

import { afterEach, expect, test } from "vitest";
import { environmentWith } from "./testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "./testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

/** A server that cannot read its files of WebAssembly the first time. */
async function openUnlucky(uri: string, text: string, languageId: string): Promise<Peer> {
  const environment = environmentWith({});
  const failed = new Set<string>();
  const made = peerInProcess(
    {
      ...environment,
      wasm: (name, offered) => {
        if (failed.has(name)) return environment.wasm(name, offered);
        failed.add(name);
        return Promise.reject(new Error(`no ${name} yet`));
      },
    },
    { capabilities: modernClient },
  );
  peer = made;
  await made.initialize();
  await made.open(uri, text, 1, languageId);
  return made;
}

/** Asks until the answer is more than the fallback, as an editor does with each edit. */
async function answers(
  { connection }: Peer,
  method: string,
  params: object,
  times: number,
): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let time = 0; time < times; time++) all.push(await connection.sendRequest(method, params));
  return all;
}

test("the grammar of inittabs is loaded again after it was not to be had", async () => {
  const uri = "file:///etc/inittab";
  const unlucky = await openUnlucky(uri, "id:2:initdefault:\n", "inittab");
  const where = { textDocument: { uri }, positions: [{ line: 0, character: 1 }] };
  const all = await answers(unlucky, "textDocument/selectionRange", where, 4);
  expect(all.map((answer) => JSON.stringify(answer).length > 20)).toEqual([false, true, true, true]);
});

test("the shell's parser is loaded again after it was not to be had", async () => {
  const uri = "file:///etc/init.d/x";
  const text =
    "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\nstart() {\n  :\n}\ncase $1 in\nstart) start ;;\nesac\n";
  const unlucky = await openUnlucky(uri, text, "shellscript");
  const all = await answers(unlucky, "textDocument/documentSymbol", { textDocument: { uri } }, 4);
  expect(all.map((answer) => JSON.stringify(answer).includes("start"))).toEqual([false, true, true, true]);
});
