// What assistants ask of the server, about texts that nobody has saved.

import { allRules, topics } from "@inittab/core";
import { afterEach, expect, test } from "vitest";
import { type AssistantAnswer, type AssistantQuestion, requests } from "../protocol.ts";
import { environmentWith } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const header = (name: string, ...more: readonly string[]) =>
  `#!/bin/sh\n### BEGIN INIT INFO\n# Provides: ${name}\n# Required-Start:\n# Required-Stop:\n# Default-Start: 2\n# Default-Stop:\n${more.join("\n")}\n### END INIT INFO\n`;

const saved = "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\n1:2:respawn:/sbin/getty 38400 tty1\n";
const files = {
  "project/etc/inittab": saved,
  "project/etc/debian_version": "12.5\n",
  "project/etc/init.d/first": header("first"),
  "project/etc/init.d/second": header("second"),
  "project/etc/rc2.d/S01first": { link: "../init.d/first" },
  "project/etc/rc2.d/S02second": { link: "../init.d/second" },
};
const folder = "file:///project/etc/init.d";
const uri = "file:///project/etc/inittab";

let peer: Peer | undefined;
afterEach(() => {
  expect(peer?.errors).toEqual([]);
  peer?.dispose();
  peer = undefined;
});

async function start(): Promise<(question: AssistantQuestion) => Promise<AssistantAnswer>> {
  const made = peerInProcess(environmentWith(files), {
    ...{ capabilities: modernClient, folders: ["file:///project"] },
  });
  peer = made;
  await made.initialize();
  return (question) => made.connection.sendRequest(requests.assistant, question);
}

test("the order goes by the headers that are being typed", async () => {
  const ask = await start();
  const question = { ask: "order", uri: folder, path: "etc/init.d", tool: "insserv" } as const;
  expect(await ask(question)).toMatchObject({
    value: { folder: "etc/init.d", tool: "insserv", rcd: { 2: ["S01first", "S01second"] } },
  });
  await peer?.open(`${folder}/first`, header("first", "# Should-Start: second"), 1, "shellscript");
  expect(await ask(question)).toMatchObject({ value: { rcd: { 2: ["S01second", "S02first"] } } });
});

test("rc goes by the scripts that are there, into levels that there are", async () => {
  const ask = await start();
  const question = { ask: "rc", uri: "file:///project", path: ".", to: ["2"] } as const;
  const answer = await ask(question);
  expect(answer).toMatchObject({ value: { root: ".", flavor: "deb12" } });
  expect(JSON.stringify(answer)).toContain("rc2.d/S01first");
  expect(await ask({ ...question, to: ["nine"] })).toEqual({
    refused: "NINE is not a runlevel",
  });
  expect(await ask({ ...question, uri: "file:///nowhere" })).toEqual({
    refused: "there is no folder etc/rcN.d or etc/rc.d/rcN.d",
  });
});

test("an edit is proposed on the text in the editor, with the findings and what changes", async () => {
  const ask = await start();
  // Another entry has been typed, so that the line to change is the fourth.
  await peer?.open(uri, saved.replace("1:2", "2:2:respawn:/sbin/getty 38400 tty2\n1:2"));
  const edit = { ask: "propose-edit", uri, path: "etc/inittab", firstLine: 4, lastLine: 4 } as const;
  const answer = await ask({ ...edit, text: "1:2:respwan:/sbin/getty 38400 tty1\n" });
  expect(answer).toMatchObject({
    value: {
      edit: { removed: "1:2:respawn:/sbin/getty 38400 tty1\n" },
      before: [{ rule: "no-ctrlaltdel" }],
      after: [{ rule: "no-ctrlaltdel" }, { line: 4, column: 5, severity: "error", rule: "unknown-action" }],
      behaviour: { changed: 1, differences: expect.arrayContaining([expect.objectContaining({ id: "1" })]) },
    },
  });
  expect(await ask({ ...edit, firstLine: 9, lastLine: 9, text: "" })).toEqual({
    refused: "there are no such lines: the file has 4",
  });
});

test("the pages are the manual, the rules and this system with what is typed", async () => {
  const ask = await start();
  const { resources } = within(await ask({ ask: "pages" }));
  expect(resources).toHaveLength(topics.length + allRules.length + 1);
  const page = async (address: string) => JSON.stringify(await ask({ ask: "page", address }));
  expect(await page("inittab://manual/action.respawn")).toContain("Keeps the process running");
  expect(await page("inittab://rules/duplicate-id")).toContain("duplicate-id");
  expect(await page("inittab://rules/..%2Fx")).toBe('{"refused":"there is no page inittab://rules/..%2Fx"}');
  await peer?.open(uri, saved.replace("respawn", "res`````pwan"));
  const system = await page("inittab://system");
  expect(system).toContain("etc/inittab: read as sysvinit");
  expect(system).toContain("etc/inittab:3:5: error:");
  expect(system).toContain("res'''''pwan");
});

test("ids are completed, and the prompt names the inittab", async () => {
  const ask = await start();
  const completed = await ask({ ask: "complete", address: "inittab://rules/{id}", start: "duplicate-" });
  expect(JSON.stringify(completed)).toContain('"duplicate-id"');
  expect(await ask({ ask: "complete", address: "inittab://qq/{id}", start: "" })).toMatchObject({
    value: { completion: { values: [] } },
  });
  expect(JSON.stringify(await ask({ ask: "prompt", address: "no-boot", path: "etc/inittab" }))).toContain(
    "Its inittab is etc/inittab.",
  );
  expect(await ask({ ask: "prompt", address: "qq" })).toEqual({ refused: "there is no prompt qq" });
});

function within(answer: AssistantAnswer): { readonly resources?: unknown } {
  return "value" in answer ? answer.value : {};
}
