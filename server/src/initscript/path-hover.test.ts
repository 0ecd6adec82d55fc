// What a hover on a path of a script or a lock says, asked over the protocol.

import { afterEach, expect, test } from "vitest";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

const header = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: ssh\n### END INIT INFO\n";
const system: TestFiles = {
  "etc/init.d/rsyslog": header.replace("ssh", "rsyslog"),
  "etc/init.d/ssh": header.replace("Provides", "Short-Description: remote *logins*\n# Provides"),
  "etc/rc2.d/S02ssh": { link: "../init.d/ssh" },
  "etc/inittab": "id:2:initdefault:\n",
};

/** The hover at the mark of a text; a line stands in a script. */
async function hover(text: string, path = "etc/init.d/ssh"): Promise<string> {
  const isTable = path === "etc/inittab";
  const whole = isTable ? text : `${header}${text}\n`;
  const before = whole.slice(0, whole.indexOf("|0|")).split("\n");
  peer = peerInProcess(environmentWith(system), { capabilities: modernClient });
  await peer.initialize();
  await peer.open(`file:///${path}`, whole.replace("|0|", ""), 1, isTable ? "inittab" : "shellscript");
  const found = await peer.connection.sendRequest<{
    readonly contents: { readonly value: string };
  } | null>("textDocument/hover", {
    textDocument: { uri: `file:///${path}` },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  });
  return found?.contents.value ?? "";
}

const lock = "**Lock file /var/lock/subsys/ssh**";

test.each([
  ["touch /var/lock/subsys/s|0|sh", lock],
  ['lockfile=/var/lock/subsys/ssh\ntouch "$lock|0|file"', lock],
  ["for lock in /var/lock/subsys/|0|*; do :; done", "### Lock files"],
])("a lock, by its path and by the variable that holds it: %s", async (line, said) => {
  expect(await hover(line)).toContain(said);
});

test.each([
  ["/etc/init.d/kill|0|all start", "### Script killall"],
  ["/etc/init.d/rsys|0|log start", "**rsyslog: script**\n\nNo link of rc leads to it."],
])("a script, by the manual or by its links: %s", async (line, said) => {
  expect(await hover(line)).toContain(said);
});

test("a script in an inittab: its links, and what it says of itself", async () => {
  expect(await hover("l2:2:wait:/etc/init.d/s|0|sh start\n", "etc/inittab")).toContain(
    "**ssh: script**\n\nLinks: `etc/rc2.d/S02ssh`.\n\n*remote \\*logins\\**",
  );
});

test("a script that the system does not have", async () => {
  expect(await hover("l2:2:wait:/etc/init.d/no|0|ne start\n", "etc/inittab")).not.toContain(": script**");
});
