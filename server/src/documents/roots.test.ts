// Records and scripts of a root file system are judged against it, also when a file in it changes.

import { afterEach, expect, test } from "vitest";
import { environmentWith } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const program = "\x7fELF\0";
const root: Readonly<Record<string, string | { readonly link: string }>> = {
  "srv/root/bin/busybox": program,
  "srv/root/bin/sh": { link: "busybox" },
  "srv/root/sbin/getty": { link: "/bin/busybox" },
  "srv/root/etc/fstab": "/dev/sda2 /opt ext4 defaults 0 0\n",
};
const table = "file:///srv/root/etc/inittab";
const script = "file:///srv/root/etc/init.d/S50web";

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

async function start(files: Record<string, string | { readonly link: string }>): Promise<Peer> {
  const server = peerInProcess(environmentWith(files), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  return server;
}

const aboutRoots = ["program-missing", "program-not-executable", "interpreter-not-in-root"];

/** What is said of a document by the rules about roots. */
async function said(server: Peer, uri: string): Promise<readonly string[]> {
  const { items } = await server.connection.sendRequest<{
    readonly items: readonly { readonly code: string; readonly message: string }[];
  }>("textDocument/diagnostic", { textDocument: { uri } });
  return items
    .filter(({ code }) => aboutRoots.includes(code))
    .map(({ code, message }) => `${code}: ${message}`);
}

test("a record's program that the root lacks, and not what it has or what may be mounted", async () => {
  const files = { ...root };
  const server = await start(files);
  const text = "::sysinit:/etc/init.d/rcS\ntty1::respawn:/sbin/getty 38400 tty1\n::once:/opt/bin/x\n";
  await server.open(table, text, 1, "inittab");
  expect(await said(server, table)).toMatchInlineSnapshot(`
    [
      "program-missing: there is no /etc/init.d/rcS in this root, so the process fails",
    ]
  `);

  // While it is typed, and when the file comes.
  await server.open(table, text.replace("/etc/init.d/rcS", "/sbin/mdev -s"), 2, "inittab");
  expect(await said(server, table)).toMatchInlineSnapshot(`
    [
      "program-missing: there is no /sbin/mdev in this root, so the process fails",
    ]
  `);
  files["srv/root/sbin/mdev"] = { link: "/bin/busybox" };
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///srv/root/sbin/mdev", type: 1 }],
  });
  expect(await said(server, table)).toEqual([]);
});

test("an interpreter of a script that the root lacks", async () => {
  const files = { ...root, "srv/root/etc/init.d/S50web": "" };
  const server = await start(files);
  await server.open(script, "#!/usr/bin/perl\nexit 0;\n", 1, "shellscript");
  expect(await said(server, script)).toMatchInlineSnapshot(`
    [
      "interpreter-not-in-root: the interpreter /usr/bin/perl does not exist in this root file system, so the script cannot be run",
    ]
  `);
  await server.open(script, "#!/bin/sh\nexit 0\n", 2, "shellscript");
  expect(await said(server, script)).toEqual([]);
});

test("nothing is concluded from a part of a root, or about a file elsewhere", async () => {
  const server = await start({ "srv/root/etc/passwd": "" });
  const text = "::respawn:/sbin/getty 38400 tty1\n";
  await server.open(table, text, 1, "inittab");
  expect(await said(server, table)).toEqual([]);
  const other = await start(root);
  await other.open("file:///srv/root/etc/other.inittab", text.replace("getty", "gone"), 1, "inittab");
  expect(await said(other, "file:///srv/root/etc/other.inittab")).toEqual([]);
});

test("a part of a root is judged when the rest of it comes", async () => {
  const files: Record<string, string> = { "srv/root/etc/passwd": "" };
  const server = await start(files);
  const text = "::respawn:/sbin/getty 38400 tty1\n";
  await server.open(table, text, 1, "inittab");
  expect(await said(server, table)).toEqual([]);
  await server.open(table, text.replace("getty", "mdev"), 2, "inittab");
  expect(await said(server, table)).toEqual([]);
  files["srv/root/bin/sh"] = program;
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///srv/root/bin/sh", type: 1 }],
  });
  expect(await said(server, table)).toMatchInlineSnapshot(`
    [
      "program-missing: there is no /sbin/mdev in this root, so the process fails each time init starts it",
    ]
  `);
});

test("each path is looked at once, and again only when it has changed", async () => {
  const looks: string[] = [];
  const { look, ...rest } = environmentWith(root);
  const server = peerInProcess(
    {
      ...rest,
      look: (uri, text) => {
        looks.push(uri);
        return look(uri, text);
      },
    },
    { capabilities: modernClient },
  );
  peer = server;
  await server.initialize();
  const text = "tty1::respawn:/sbin/getty 38400 tty1\n";
  await server.open(table, text, 1, "inittab");
  await said(server, table);
  const first = looks.length;
  expect(first).toBeGreaterThan(5);
  expect(first).toBeLessThan(30);
  await server.open(table, `${text}# more\n`, 2, "inittab");
  await said(server, table);
  expect(looks.length).toBe(first);
});
