// What takes long says so, and can be cancelled where it says so.

import { expect, test } from "vitest";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { deskOfTest } from "./testing/desk.ts";
import { environmentWith } from "./testing/files.ts";

const { open: openDesk } = deskOfTest();

const script = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n### END INIT INFO\n";

/** A desk whose system is read when it is released, and what is heard of progress there. */
async function slowDesk(capabilities: object) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { look } = environmentWith({ "etc/init.d/x": script });
  const desk = await openDesk(script, {
    path: "etc/init.d/x",
    languageId: "shellscript",
    capabilities,
    environment: {
      look: async (uri, text) => {
        await released;
        return look(uri, text);
      },
    },
  });
  const { connection } = desk.peer;
  const heard: string[] = [];
  const waiting = new Map<string, () => void>();
  let token: unknown;
  connection.onRequest("window/workDoneProgress/create", (params: { readonly token: unknown }) => {
    ({ token } = params);
    return null;
  });
  connection.onNotification(
    "$/progress",
    ({ value }: { readonly value: Readonly<Record<string, unknown>> }) => {
      heard.push(
        value["kind"] === "begin" ? `begin ${value["title"]} ${value["cancellable"]}` : String(value["kind"]),
      );
      for (const [kind, wake] of waiting) if (heard.at(-1)?.startsWith(kind)) wake();
    },
  );
  const until = (kind: string) =>
    heard.some((each) => each.startsWith(kind))
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.set(kind, resolve));
  const cancel = () => connection.sendNotification("window/workDoneProgress/cancel", { token });
  return { ask: desk.ask, release, heard, until, cancel };
}

const showing = { textDocument: { diagnostic: {} }, window: { workDoneProgress: true } };

test("a slow request says what it does, and when it is done", async () => {
  const { ask, release, heard, until } = await slowDesk(showing);
  const answer = ask<{ readonly items: readonly object[] }>("textDocument/diagnostic");
  await until("begin");
  release();
  expect((await answer).items.length).toBeGreaterThan(0);
  await until("end");
  expect(heard).toEqual(["begin Checking the inittab and the init scripts true", "end"]);
});

test("it is given up when the user says so there", async () => {
  const { ask, release, until, cancel } = await slowDesk(showing);
  const answer = ask("textDocument/references", { context: { includeDeclaration: true } });
  await until("begin Reading the system");
  await cancel();
  release();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});

test.each([
  ["inittab.simulate", { scenario: { until: 10_000_000 } }],
  ["inittab.renderSimulation", { format: "svg", scenario: { until: 10_000_000 } }],
  ["inittab.compareLevels", { from: "2", to: "3" }],
])("%s is given up when it is cancelled", async (command, question) => {
  const lines = Array.from({ length: 4_000 }, (_, place) => {
    const id = place.toString(36).padStart(4, "0");
    return `${id}:2:respawn:/sbin/getty ${place}\n`;
  });
  let turns = 0;
  let cancel = () => {};
  const environment = {
    pause: () => {
      turns++;
      if (turns === 3) cancel();
      return new Promise<void>((go) => setImmediate(go));
    },
  };
  const { peer, uri } = await openDesk(`id:2:initdefault:\n${lines.join("")}`, { environment });
  const source = new CancellationTokenSource();
  turns = 0;
  cancel = () => source.cancel();
  const answer = peer.connection.sendRequest(
    "workspace/executeCommand",
    { command, arguments: [{ uri, ...question }] },
    source.token,
  );
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(turns).toBeLessThan(20);
});

test("a client that shows no progress is not bothered", async () => {
  const plain = await slowDesk({ textDocument: { diagnostic: {} } });
  const answer = plain.ask("textDocument/diagnostic");
  setTimeout(plain.release, 400);
  await answer;
  expect(plain.heard).toEqual([]);
});
