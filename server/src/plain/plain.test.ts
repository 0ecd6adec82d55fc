import { afterEach, expect, test } from "vitest";
import { commands } from "../protocol.ts";
import { testEnvironment } from "../testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";
import { isPlainText } from "./plain-text.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

async function start(): Promise<Peer> {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient });
  await peer.initialize();
  return peer;
}

/** The range of a hover and the first lines of its text. */
async function hover(server: Peer, uri: string, line: number, character = 5): Promise<string> {
  const answer: unknown = await server.connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position: { line, character },
  });
  if (answer === null) return "nothing";
  const { contents, range } = answer as {
    readonly contents: { readonly value: string };
    readonly range: {
      readonly start: { readonly character: number };
      readonly end: { readonly character: number };
    };
  };
  const lines = contents.value.split("\n").filter((text) => /^(#|Said|- `|\*\*)/.test(text));
  return [`${range.start.character}-${range.end.character}`, ...lines.slice(0, 4)].join("\n");
}

test("which texts are of no language of ours", () => {
  const kinds: readonly (readonly [string, string])[] = [
    ["file:///var/log/messages", "plaintext"],
    ["file:///var/log/daemon.log.1", "plaintext"],
    ["file:///home/me/notes.md", "markdown"],
    ["file:///home/me/console", "log"],
    ["file:///etc/inittab", "plaintext"],
    ["file:///etc/inittab.txt", "plaintext"],
    ["file:///etc/whatever", "plaintext"],
    ["file:///etc/inittab", "inittab"],
    ["file:///etc/init.d/x", "shellscript"],
  ];
  expect(
    kinds.map(([uri, language]) => `${uri} ${language}: ${isPlainText(uri, language)}`).join("\n"),
  ).toMatchInlineSnapshot(`
    "file:///var/log/messages plaintext: true
    file:///var/log/daemon.log.1 plaintext: true
    file:///home/me/notes.md markdown: true
    file:///home/me/console log: true
    file:///etc/inittab plaintext: false
    file:///etc/inittab.txt plaintext: false
    file:///etc/whatever plaintext: false
    file:///etc/inittab inittab: false
    file:///etc/init.d/x shellscript: false"
  `);
});

test("a message in a log is explained, and nothing is found fault with", async () => {
  const server = await start();
  const uri = "file:///var/log/messages.log";
  const text =
    'Nov 29 20:00:01 host init: Id "s0" respawning too fast: disabled for 5 minutes\neth0: link up\n  foo dead but subsys locked\n';
  await server.open(uri, text, 1, "log");
  expect(
    [await hover(server, uri, 0), await hover(server, uri, 1), await hover(server, uri, 2)].join("\n\n"),
  ).toMatchInlineSnapshot(`
    "0-78
    ### Id "s0" respawning too fast: disabled for 5 minutes
    Said by init of sysvinit.
    **What causes it**
    **How to find out which**

    nothing

    2-28
    ### foo dead but subsys locked
    Said by service and the helper functions of Red Hat.
    **What causes it**
    - \`start\` creates the lock file although the daemon did not start."
  `);
  expect(
    await server.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }),
  ).toMatchObject({
    items: [],
  });
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: "" },
    ],
  });
  expect(await hover(server, uri, 0)).toBe("nothing");
  expect(server.errors).toEqual([]);
});

test("a message in a comment of an inittab, with the record that it is about", async () => {
  const server = await start();
  const uri = "file:///etc/inittab";
  await server.open(
    uri,
    "# INIT: Id \"s0\" respawning too fast: disabled for 5 minutes\n# a note\ns0:12:respawn:/sbin/agetty 9600 ttyS0\n# init: process '/bin/x' (pid 3) exited. Scheduling for restart.\n",
  );
  expect(
    [await hover(server, uri, 0), await hover(server, uri, 1), await hover(server, uri, 3)].join("\n\n"),
  ).toMatchInlineSnapshot(`
    "0-59
    ### Id "s0" respawning too fast: disabled for 5 minutes
    Said by init of sysvinit.
    **In inittab**
    - \`inittab:3\`: s0:12:respawn:/sbin/agetty 9600 ttyS0 · the entry

    nothing

    0-64
    ### process '/bin/x' (pid 3) exited. Scheduling for restart.
    Said by init of BusyBox.
    **The init of inittab does not say this: the file is for sysvinit.**
    **What causes it**"
  `);
  const script = "file:///etc/init.d/x";
  await server.open(
    script,
    '#!/bin/sh\n# foo dead but subsys locked\necho "foo is stopped"\n',
    1,
    "shellscript",
  );
  expect(
    [await hover(server, script, 1), await hover(server, script, 2)].join("\n\n"),
  ).toMatchInlineSnapshot(`
    "0-28
    ### foo dead but subsys locked
    Said by service and the helper functions of Red Hat.
    **What causes it**
    - \`start\` creates the lock file although the daemon did not start.

    nothing"
  `);
  expect(server.errors).toEqual([]);
});

test("the command explains what a client has at hand", async () => {
  const server = await start();
  const ask = async (question: unknown): Promise<string> => {
    const answer: unknown = await server.connection.sendRequest("workspace/executeCommand", {
      command: commands.explainMessage,
      arguments: [question],
    });
    return String(answer)
      .split("\n")
      .filter((line) => /^(#|null|- `inittab)/.test(line))
      .join("\n");
  };
  const message = 'INIT: Id "s0" respawning too fast: disabled for 5 minutes';
  expect(await ask({ message })).toMatchInlineSnapshot(
    `"### Id "s0" respawning too fast: disabled for 5 minutes"`,
  );
  expect(await ask({ message: `${message}\nnoise\nINIT: Entering runlevel: 3` })).toMatchInlineSnapshot(`
    "### Id "s0" respawning too fast: disabled for 5 minutes
    ### Entering runlevel: 3"
  `);
  expect(await ask({ message: "nothing of interest" })).toBe("null");
  expect(await ask({})).toBe("null");
  const uri = "file:///etc/inittab";
  await server.open(uri, "id:3:initdefault:\ns0:12:respawn:/sbin/agetty 9600 ttyS0\n");
  expect(await ask({ message, uri })).toMatchInlineSnapshot(`
    "### Id "s0" respawning too fast: disabled for 5 minutes
    - \`inittab:2\`: s0:12:respawn:/sbin/agetty 9600 ttyS0 · the entry"
  `);
  await expect(ask({ message: 7 })).rejects.toThrow("message");
  expect(server.errors).toEqual([]);
});
