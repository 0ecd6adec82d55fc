// Trees that want to be left: whatever their links say, nothing is opened that is not below the root that the user gave.

import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageFolder, runInittab } from "./testing/program.ts";
import { lsbScript, writeTree } from "./testing/write-tree.ts";

/** Stands in every file outside. */
const secret = "SECRET-OF-ANOTHER-FOLDER";
const outside = `x1:2:respawn:/bin/${secret}\nx1:3:respawn:/bin/${secret}\n#!/bin/sh\n### BEGIN INIT INFO\n# Provides: ${secret}\n### END INIT INFO\n`;

let folder = "";
const sockets: Server[] = [];
const root = (path = ""): string => join(folder, "given/root", path);

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "inittab-tree-")));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of [
    "inittab",
    "secret.inittab",
    "etc/inittab",
    "etc/init.d/foreign",
    "etc/insserv.conf",
    "odd",
    "given/inittab",
    "given/secret",
  ])
    write(path.startsWith("given") ? path : `outside/${path}`, outside);
  const out = join(folder, "outside");
  writeTree(
    root(),
    [
      "etc/inittab.good",
      "  id:2:initdefault:",
      "  si::sysinit:/etc/init.d/rcS",
      "  l2:2:wait:/etc/init.d/rc 2",
      "  1:2345:respawn:/sbin/getty 38400 tty1",
      lsbScript("good"),
      // Out of the root: absolute, by climbing, by several links, through a folder.
      `etc/inittab -> ${out}/inittab`,
      "etc/inittab.climbs -> ../../secret",
      "etc/inittab.far -> ../../../../../../../../../../../../etc/passwd",
      "etc/inittab.passwd -> /etc/passwd",
      "etc/inittab.chain -> inittab.chain2",
      `etc/inittab.chain2 -> ${out}/secret.inittab`,
      "etc/inittab.folder -> leaves/inittab",
      `etc/leaves -> ${out}`,
      "etc/inittab.dots -> ../etc/../../../outside/inittab",
      `deep/etc -> ${out}/etc`,
      `etc/init.d/foreign -> ${out}/etc/init.d/foreign`,
      `etc/rc2.d/S01foreign -> ${out}/etc/init.d/foreign`,
      "etc/rc2.d/S02climbs -> ../../../../outside/etc/init.d/foreign",
      "etc/rc2.d/S03good -> ../init.d/good",
      "etc/rc2.d/S04root -> /etc/init.d/good",
      `etc/rc3.d -> ${out}/etc/init.d`,
      `etc/insserv.conf -> ${out}/etc/insserv.conf`,
      `etc/insserv.conf.d -> ${out}`,
      `etc/debian_version -> ${out}/odd`,
      `usr/share/insserv/overrides -> ${out}`,
      `var/lock -> ${out}`,
      // Inside the root.
      "etc/inittab.inside -> inittab.good",
      "etc/inittab.absolute -> /etc/inittab.good",
      // Loops.
      "etc/inittab.loop -> inittab.loop2",
      "etc/inittab.loop2 -> inittab.loop",
      "etc/inittab.self -> inittab.self",
      "etc/round/round -> ../round",
      "etc/rc2.d/S05loop -> S05loop",
      "etc/insserv -> insserv",
    ].join("\n"),
  );
  // What blocks or acts when it is opened.
  for (const path of ["etc/inittab.fifo", "etc/init.d/fifo", "etc/rc2.d/S06fifo", "fifo.inittab"])
    execFileSync("mkfifo", [root(path)]);
  symlinkSync("inittab.fifo", root("etc/inittab.to-fifo"));
  symlinkSync("/dev/zero", root("etc/inittab.device"));
  symlinkSync("/dev/watchdog", root("etc/init.d/watchdog"));
  for (const path of ["etc/inittab.socket", "etc/init.d/socket"]) {
    const server = createServer();
    sockets.push(server);
    // A name of a socket is short; that of the folder may be too long for it.
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(root(path), resolve);
    });
  }
});
afterAll(() => {
  for (const server of sockets) server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Access {
  readonly what: string;
  readonly path: string;
}

/** Runs the program; returns what it printed, and what it opened, listed or followed of the test's folder and of devices. */
async function run(
  ...args: readonly string[]
): Promise<{ readonly printed: string; readonly accesses: readonly Access[] }> {
  const log = join(folder, "accesses");
  rmSync(log, { force: true });
  const { stdout, stderr, exitCode } = await runInittab(args, {
    environment: {
      ACCESS_LOG: log,
      NODE_OPTIONS: `--import ${join(packageFolder, "src/testing/record-access.mjs")}`,
    },
  });
  expect([0, 1, 2]).toContain(exitCode);
  const lines = existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
  const accesses = lines.map((line): Access => {
    const [what = "", path = ""] = JSON.parse(line);
    return { what, path };
  });
  return {
    printed: (stdout + stderr).replaceAll(folder, "").replace(/(?:\.\.\/)+inittab-tree-\w+/g, ""),
    accesses: accesses.filter(({ path }) => path.startsWith(folder) || /^\/(?:dev|etc|proc)\//.test(path)),
  };
}

/** The accesses that leave the root, on the way or at the end; and what was opened that is not a regular file. */
function leaving(accesses: readonly Access[], given: string): readonly string[] {
  const inside = (path: string): boolean => path === given || path.startsWith(`${given}/`);
  return accesses.flatMap(({ what, path }) => {
    const end = what === "readlink" ? dirname(path) : path;
    const real = existsSync(end) ? realpathSync(end) : end;
    const special = /fifo|socket|watchdog|device/.test(real) && what === "open";
    return inside(real) && !special ? [] : [`${what} ${path}`];
  });
}

describe("nothing outside the given root is opened, and nothing of it is printed", () => {
  const commands: Readonly<Record<string, readonly string[]>> = {
    "check, as text": ["check", "ROOT"],
    "check, as json": ["check", "--format", "json", "ROOT"],
    "check, as sarif": ["check", "--format", "sarif", "ROOT"],
    "check, as github": ["check", "--format", "github", "ROOT"],
    "order with insserv": ["order", "ROOT"],
    "order with chkconfig": ["order", "--tool", "chkconfig", "--keep-links", "ROOT"],
    "order of the scripts' folder": ["order", "ROOT/etc/init.d"],
    rc: ["rc", "--to", "2", "--to", "3", "ROOT"],
    "rc, as another system": ["rc", "--flavor", "el6", "--to", "2", "--to", "3", "ROOT"],
    simulate: ["simulate", "--rc", "ROOT", "ROOT/etc/inittab.good"],
  };
  test.each(Object.entries(commands))("%s", async (_, args) => {
    const { printed, accesses } = await run(...args.map((arg) => arg.replace("ROOT", root())));
    expect(accesses.length).toBeGreaterThan(0);
    expect(leaving(accesses, root())).toEqual([]);
    expect(printed).not.toContain(secret);
    expect(printed).not.toContain("root:x:0");
  });

  test("check of a folder below the root", async () => {
    const { printed, accesses } = await run("check", root("etc"));
    // The system around the scripts counts, and it begins at the folder above `etc`.
    expect(leaving(accesses, root())).toEqual([]);
    expect(printed).not.toContain(secret);
  });

  test("check of the root by a link that the user names", async () => {
    symlinkSync(root(), join(folder, "named"));
    const { printed, accesses } = await run("check", join(folder, "named"));
    expect(leaving(accesses, root())).toEqual([]);
    expect(printed).not.toContain(secret);
    expect(printed).toContain("/named/etc/inittab.good: read as");
  });
});

test("what is passed over is said", async () => {
  const { printed } = await run("check", "-q", root());
  const said = printed.split("\n").filter((line) => line.startsWith("inittab: "));
  expect(said.join("\n")).toMatchInlineSnapshot(`
    "inittab: /given/root/etc/inittab: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.chain: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.chain2: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.climbs: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.device: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.dots: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.far: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.folder: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.loop: too many symbolic links
    inittab: /given/root/etc/inittab.loop2: too many symbolic links
    inittab: /given/root/etc/inittab.passwd: is a link that leads out of the folder, so it is passed over
    inittab: /given/root/etc/inittab.self: too many symbolic links
    inittab: /given/root/etc/inittab.to-fifo: is not a regular file
    inittab: /given/root/etc/debian_version: points to /outside/odd, which does not exist
    inittab: /given/root/etc/init.d/fifo: is not a regular file
    inittab: /given/root/etc/init.d/foreign: points to /outside/etc/init.d/foreign, which does not exist
    inittab: /given/root/etc/init.d/socket: is not a regular file
    inittab: /given/root/etc/init.d/watchdog: points to /dev/watchdog, which does not exist
    inittab: /given/root/etc/insserv.conf: points to /outside/etc/insserv.conf, which does not exist
    inittab: /given/root/etc/insserv/file-filters: is part of a loop of links
    inittab: /given/root/etc/insserv/overrides: is part of a loop of links
    inittab: /given/root/etc/rc2.d/S01foreign: points to /outside/etc/init.d/foreign, which does not exist
    inittab: /given/root/etc/rc2.d/S02climbs: points to ../../../../outside/etc/init.d/foreign, outside the tree
    inittab: /given/root/etc/rc2.d/S05loop: points to S05loop: the links form a loop
    inittab: /given/root/etc/rc2.d/S06fifo: is not a regular file
    inittab: /given/root/etc/inittab.fifo: is not a regular file
    inittab: /given/root/etc/inittab.socket: is not a regular file
    inittab: /given/root/fifo.inittab: is not a regular file"
  `);
});

test("a link that the user names is followed", async () => {
  const { printed } = await run("check", "-q", root("etc/inittab.chain"));
  expect(printed).toContain(secret);
});

test("what is not a regular file is not opened, even where the user names it", async () => {
  for (const path of [
    "etc/inittab.fifo",
    "etc/inittab.socket",
    "etc/inittab.device",
    "etc/init.d/watchdog",
    "etc/inittab.to-fifo",
  ])
    for (const command of ["check", "read", "simulate"]) {
      const { accesses, printed } = await run(command, root(path));
      expect(accesses.filter(({ what }) => what === "open")).toEqual([]);
      expect(printed).toMatch(/is a FIFO|is not a regular file|no such file/);
    }
});
