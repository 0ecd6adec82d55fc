// A tree on the disk that wants to be left, and what the server looks at of it.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeEnvironment } from "./node/environment.ts";
import { modernClient, type Peer, peerInProcess } from "./testing/peer.ts";

const secret = "SECRET-OF-ANOTHER-FOLDER";
const script = `#!/bin/sh
### BEGIN INIT INFO
# Provides: NAME
# Required-Start: other $x
# Default-Start: 2
### END INIT INFO
case "$1" in start) ;; esac
`;

let folder = "";
let peer: Peer | undefined;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "inittab-tree-")));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: 0o755 });
  };
  const link = (path: string, target: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(target, join(folder, path));
  };
  write("root/etc/init.d/good", script.replace("NAME", "good"));
  write(
    "root/etc/inittab",
    "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\n1:2:respawn:/etc/passwd /sbin/x /odd/y\n",
  );
  for (const name of ["foreign", "insserv.conf", "overrides/good", "x"])
    write(`outside/${name}`, `${script.replace("NAME", secret)}$${secret} ${secret}\n`);
  link("root/etc/init.d/foreign", join(folder, "outside/foreign"));
  link("root/etc/init.d/climbs", "../../../outside/foreign");
  link("root/etc/init.d/rc", "/etc/init.d/good");
  link("root/etc/init.d/loop", "loop");
  link("root/etc/rc2.d", join(folder, "outside"));
  link("root/etc/insserv", join(folder, "outside"));
  link("root/etc/insserv.conf", "../../outside/insserv.conf");
  link("root/etc/insserv.conf.d", "../../outside");
  link("root/etc/passwd", "../../outside/x");
  link("root/sbin", join(folder, "outside"));
  link("root/odd", "odd");
  execFileSync("mkfifo", [join(folder, "root/etc/init.d/fifo")]);
  // The root itself may be open by another name.
  link("named", join(folder, "root"));
});
afterAll(() => {
  peer?.dispose();
  rmSync(folder, { recursive: true, force: true });
});

test.each(["root", "named"])("nothing outside is looked at, where the folder is open as %s", async (name) => {
  const looked: string[] = [];
  peer = peerInProcess(
    {
      ...nodeEnvironment,
      look: (uri, text) => {
        looked.push(fileURLToPath(uri));
        return nodeEnvironment.look(uri, text);
      },
    },
    { capabilities: modernClient },
  );
  await peer.initialize();
  const { connection } = peer;
  const uriOf = (path: string) => pathToFileURL(join(folder, name, path)).href;
  const uri = uriOf("etc/init.d/good");
  await peer.open(uri, script.replace("NAME", "good"), 1, "shellscript");
  await peer.open(
    uriOf("etc/inittab"),
    "1:2:respawn:/etc/passwd /sbin/x /odd/y\nl2:2:wait:/etc/init.d/rc 2\n",
  );
  const answers: unknown[] = [];
  const ask = async (method: string, params: object) => {
    answers.push(await connection.sendRequest(method, params));
  };
  const textDocument = { uri };
  await ask("textDocument/diagnostic", { textDocument });
  for (const method of ["hover", "completion", "definition"])
    await ask(`textDocument/${method}`, { textDocument, position: { line: 3, character: 22 } });
  await ask("workspace/symbol", { query: "" });
  await ask("workspace/executeCommand", {
    command: "inittab.followRc",
    arguments: [{ uri: uriOf("etc/inittab"), level: "2" }],
  });
  const links = await connection.sendRequest<readonly { readonly target: string }[]>(
    "textDocument/documentLink",
    { textDocument: { uri: uriOf("etc/inittab") } },
  );

  expect(links.map(({ target }) => target)).toEqual([uriOf("etc/init.d/good")]);
  expect(JSON.stringify(answers)).toContain("good");
  expect(JSON.stringify(answers)).not.toContain(secret);
  expect(looked).not.toEqual([]);
  const root = join(folder, "root");
  const outside = looked.filter((path) => {
    // Of a path that is looked at only the end may be a link.
    const above = realpathSync(dirname(path));
    return above !== root && !above.startsWith(`${root}/`);
  });
  expect(outside).toEqual([]);
});
