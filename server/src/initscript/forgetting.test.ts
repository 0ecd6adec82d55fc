// Which systems a changed file makes the server read again, seen by a client.

import { afterEach, describe, expect, test } from "vitest";
import type { Environment } from "../environment.ts";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { modernClient, type Peer, type PeerOptions, peerInProcess, type Shown } from "../testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

/** A script that asks for another one. */
function script(name: string, needs: string): string {
  return [
    "#!/bin/sh",
    "### BEGIN INIT INFO",
    `# Provides: ${name}`,
    `# Required-Start: ${needs}`,
    "# Required-Stop:",
    "# Default-Start: 2 3 4 5",
    "# Default-Stop:",
    "### END INIT INFO",
    "",
  ].join("\n");
}

/** Two systems; of each a script is open that needs what is not there. */
const files: TestFiles = {
  "a/etc/init.d/one": script("one", "two"),
  "a/etc/init.d/tool": { link: "../../opt/tool" },
  "a/opt/tool": script("tool", ""),
  "b/etc/init.d/one": script("one", "two"),
  "home/notes.sh": "echo\n",
};
const one = { a: "file:///a/etc/init.d/one", b: "file:///b/etc/init.d/one" };

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Shown[];
}

/** A client with a script of each system open, and what the server has looked at since it was asked last. */
async function openBoth(options: PeerOptions = { capabilities: modernClient }) {
  const known: Record<string, TestFiles[string]> = { ...files };
  const looked: string[] = [];
  const environment: Environment = {
    ...environmentWith({}),
    look: (uri, text) => {
      looked.push(uri.replace("file:///", ""));
      return environmentWith(known).look(uri, text);
    },
  };
  peer = peerInProcess(environment, options);
  await peer.initialize();
  for (const uri of Object.values(one)) await peer.open(uri, script("one", "two"), 1, "shellscript");
  const { connection } = peer;
  const ids = new Map<string, string | undefined>();
  return {
    peer,
    known,
    /** The systems that were looked at. */
    looked: () => [...new Set(looked.splice(0).map((path) => path.split("/")[0]))],
    pull: async (uri: string) => {
      const report = await connection.sendRequest<Report>("textDocument/diagnostic", {
        textDocument: { uri },
        previousResultId: ids.get(uri),
      });
      ids.set(uri, report.resultId);
      return report.items?.map(({ code }) => code) ?? report.kind;
    },
    save: (uri: string) =>
      connection.sendNotification("textDocument/didSave", { textDocument: { uri, version: 1 } }),
    changeOnDisk: (...uris: readonly string[]) =>
      connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: uris.map((uri) => ({ uri, type: 2 })),
      }),
  };
}

describe("a client that pulls", () => {
  test("after an unrelated document is saved, no file is looked at again and nothing is pulled", async () => {
    const { peer, looked, pull, save, changeOnDisk } = await openBoth();
    for (const uri of Object.values(one)) expect(await pull(uri)).toContain("lsb-missing-service");
    expect(looked()).toEqual(["a", "b"]);
    await peer.open("file:///home/notes.sh", "echo\n", 1, "shellscript");
    await save("file:///home/notes.sh");
    await changeOnDisk("file:///a/etc/passwd", "file:///a/home/init.d/x", "file:///elsewhere/etc/init.d/one");
    for (const uri of Object.values(one)) expect(await pull(uri)).toBe("unchanged");
    expect(looked()).toEqual([]);
    expect(peer.log).toEqual([]);
  });

  test("a script that comes to a system leaves what is known of the other", async () => {
    const { peer, known, looked, pull, changeOnDisk } = await openBoth();
    for (const uri of Object.values(one)) await pull(uri);
    looked();
    known["a/etc/init.d/two"] = script("two", "");
    known["b/etc/init.d/two"] = script("two", "");
    await changeOnDisk("file:///a/etc/init.d/two");
    await peer.until(() => peer.log.includes("refresh"));
    expect(await pull(one.a)).not.toContain("lsb-missing-service");
    expect(await pull(one.b)).toBe("unchanged");
    expect(looked()).toEqual(["a"]);
  });

  test.each([
    ["the script itself", one.a],
    ["a tool's configuration", "file:///a/etc/insserv.conf"],
    ["a file that a link leads to", "file:///a/opt/tool"],
  ])("%s is saved", async (_, saved) => {
    const { peer, looked, pull, save } = await openBoth();
    for (const uri of Object.values(one)) await pull(uri);
    looked();
    await save(saved);
    await peer.until(() => peer.log.includes("refresh"));
    for (const uri of Object.values(one)) await pull(uri);
    expect(looked()).toEqual(["a"]);
  });
});

test("a client that does not pull gets the scripts of the changed system again, and no other", async () => {
  const { peer, known, changeOnDisk } = await openBoth({ capabilities: {} });
  await peer.until(() => peer.published.length === 2);
  known["a/etc/init.d/two"] = script("two", "");
  await changeOnDisk("file:///home/notes.sh");
  await changeOnDisk("file:///a/etc/init.d/two");
  await peer.until(() => peer.published.length === 3);
  // Whatever was due with it would have been sent before this answer.
  await peer.connection.sendRequest("workspace/symbol", { query: "" });
  expect(peer.published.slice(2).map(({ uri }) => uri)).toEqual([one.a]);
  expect(peer.published[2]?.diagnostics.map(({ code }) => code)).not.toContain("lsb-missing-service");
});
