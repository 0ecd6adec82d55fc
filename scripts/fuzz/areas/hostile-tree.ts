// Trees of files that mean harm: links that lead out or in circles, FIFOs, sockets, names that no terminal should print.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { fileBytes } from "./texts.ts";

/** A thing in a tree. */
export interface Thing {
  readonly path: string;
  readonly kind: "file" | "link" | "fifo" | "socket" | "folder" | "denied";
  readonly bytes: Uint8Array;
  readonly target: string;
}

/** What must never be read: its text is searched for in all that is printed. */
export const secret = "S3CR3T-0F-ANOTHER-F0LDER";

/** The folder beside the tree, with what links lead to. */
export const outside: Readonly<Record<string, string>> = {
  inittab: `id:3:initdefault:\n${secret}\n`,
  script: `#!/bin/sh\n### BEGIN INIT INFO\n# Provides: ${secret}\n### END INIT INFO\n${secret}\n`,
  "etc/init.d/x": `#!/bin/sh\n# chkconfig: 3 1 1\n# description: ${secret}\n`,
  "rc3.d/S01x": `#!/bin/sh\necho ${secret}\n`,
};

const folders = ["", "etc/", "etc/init.d/", "etc/rc.d/", "etc/rc.d/init.d/", "etc/rc3.d/", "etc/rc.d/rc3.d/"];
const more = [
  "etc/insserv.conf.d/",
  "etc/chkconfig.d/",
  "etc/insserv/overrides/",
  "var/lock/subsys/",
  "sub/dir/",
];
const names = [
  ...[
    "inittab",
    "a.inittab",
    "inittab.bak",
    "x",
    "y",
    "z.sh",
    "S20x",
    "K80y",
    "S01x",
    "rc",
    "rcS",
    "functions",
  ],
  ...[
    "insserv.conf",
    "init.d",
    "rc3.d",
    "etc",
    "\u001b[31mred",
    "a\nb.inittab",
    "\u0007",
    "\u202egnp.inittab",
    "a b",
  ],
  ...["-rf", "--help", "é", "%0a", "$(touch x)", "`id`", "'", "::error::x", "x".repeat(200), "\u009b2J"],
];
const inittabs = ["inittab", "a.inittab", "inittab.bak", "b.inittab"];

/** OUT stands for the folder beside the tree. */
const away = [
  "OUT/inittab",
  "OUT/script",
  "OUT",
  "OUT/etc",
  "OUT/etc/init.d",
  "OUT/rc3.d",
  "OUT/etc/init.d/x",
];
const targets = [
  ...[
    ".",
    "..",
    "../..",
    "../init.d/x",
    "loop",
    "/",
    "/etc",
    "/etc/passwd",
    "/dev/zero",
    "/dev/stdin",
    "/proc/self/mem",
  ],
  ...["x", "../etc", "etc/init.d", `${"../".repeat(40)}etc/passwd`, "\u001b[31m", "a".repeat(300)],
];

const thing: fc.Arbitrary<Thing> = fc.record({
  path: fc
    .tuple(
      fc.constantFrom(...folders, ...folders, ...more),
      fc.constantFrom(...inittabs, ...inittabs, ...names),
    )
    .map(([folder, name]) => folder + name),
  kind: fc.constantFrom(
    "file",
    "file",
    "file",
    "link",
    "link",
    "link",
    "link",
    "fifo",
    "socket",
    "folder",
    "denied",
  ),
  bytes: fileBytes,
  target: fc.constantFrom(...away, ...away, ...away, ...targets),
});

/** A tree with its inittab and a script, so that commands go on to the rest. */
export const hostileTree: fc.Arbitrary<readonly Thing[]> = fc.array(thing, { maxLength: 25, size: "max" });

/** A tree on the disk. */
export interface BuiltTree {
  readonly root: string;
  readonly outside: string;
  /** The files of the tree whose names are those of inittabs or scripts. */
  readonly remove: () => void;
}

const usual: Readonly<Record<string, string>> = {
  "etc/inittab": "id:3:initdefault:\nl3:3:wait:/etc/rc.d/rc 3\n1:3:respawn:/sbin/getty tty1\n",
  "etc/init.d/x": "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n# Default-Start: 3\n### END INIT INFO\n",
};

/** Builds a tree below a folder, which must be short: a socket's path may have 107 bytes. */
export function buildTree(folder: string, things: readonly Thing[]): BuiltTree {
  const root = join(folder, "t");
  const out = join(folder, "o");
  for (const [path, text] of Object.entries(outside)) write(join(out, path), Buffer.from(text));
  for (const [path, text] of Object.entries(usual)) write(join(root, path), Buffer.from(text));
  const servers: Server[] = [];
  for (const each of things) {
    const path = join(root, each.path);
    try {
      mkdirSync(dirname(path), { recursive: true });
      make(path, { ...each, target: each.target.replace(/^OUT/, out) }, servers);
    } catch {
      // What stands in the way of another thing stays as it is.
    }
  }
  return {
    root,
    outside: out,
    remove: () => {
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes, { mode: 0o755 });
}

function make(path: string, { kind, bytes, target }: Thing, servers: Server[]): void {
  switch (kind) {
    case "file":
      writeFileSync(path, bytes, { mode: 0o755, flag: "wx" });
      break;
    case "denied":
      writeFileSync(path, bytes, { flag: "wx" });
      chmodSync(path, 0);
      break;
    case "link":
      symlinkSync(target, path);
      break;
    case "fifo":
      spawnSync("mkfifo", ["--", path]);
      break;
    case "socket":
      servers.push(
        createServer()
          .on("error", () => {})
          .listen(path),
      );
      break;
    case "folder":
      mkdirSync(path);
  }
}
