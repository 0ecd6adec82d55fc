// `inittab.json` in the language server: what holds for open files, and what is wrong with the file itself.

import { expect, test } from "vitest";
import { commands, type RcVisit, type Status } from "../protocol.ts";
import { type Desk, type DeskOptions, deskOfTest } from "../testing/desk.ts";
import type { TestFiles } from "../testing/files.ts";
import { environmentWith } from "../testing/files.ts";
import { modernClient, type Shown } from "../testing/peer.ts";

const { open: openDesk } = deskOfTest();

const levels = "id:3:initdefault:\nl3:3:wait:/etc/init.d/rc 3\n1:3:respawn:/sbin/getty 38400 tty1\n";

async function open(text: string, files: TestFiles, options: DeskOptions = {}): Promise<Desk> {
  const desk = await openDesk(text, {
    files,
    folders: ["file:///firmware"],
    path: "firmware/a/etc/inittab",
    ...options,
  });
  return desk;
}

async function status({ ask, uri }: Desk): Promise<string> {
  const { dialect, version, because } = await ask<Status>("inittab/status", { uri });
  return `${dialect} ${version} because ${because}`;
}

async function codes({ ask }: Desk): Promise<readonly string[]> {
  const { items } = await ask<{ readonly items: readonly Shown[] }>("textDocument/diagnostic");
  return items.map(({ code }) => code);
}

const pushing = { capabilities: {} };

test("the nearest file in the open folder holds, before the editor's settings", async () => {
  const files = {
    "inittab.json": '{ "dialect": "aix" }',
    "firmware/inittab.json": '{ "dialect": "toybox" }',
    "firmware/a/inittab.json": '{ "release": "2.88", "folders": { "old": { "dialect": "busybox" } } }',
  };
  for (const client of [{ capabilities: modernClient }, pushing]) {
    expect(await status(await open(levels, files, client))).toBe(
      "sysvinit 2.88 because entries have runlevels",
    );
    expect(await status(await open(levels, files, { ...client, path: "firmware/b/inittab" }))).toBe(
      "toybox null because inittab.json says so",
    );
    expect(await status(await open(levels, files, { ...client, path: "firmware/a/old/inittab" }))).toBe(
      "busybox null because inittab.json says so for old",
    );
    expect(await status(await open(levels, files, { ...client, path: "x/inittab" }))).toMatch(
      /^sysvinit 3.14/,
    );
  }
  const settings = { dialect: "hp-ux", initVersion: "3.06", dialects: { b: "irix" } };
  expect(await status(await open(levels, files, { settings, path: "firmware/b/inittab" }))).toMatch(
    /^toybox/,
  );
  expect(await status(await open(levels, files, { settings }))).toMatch(
    /^hp-ux .*the setting inittab.dialect/,
  );
});

test("rules are taken one by one", async () => {
  const text = `${levels}x:3:respwan:/bin/x\n`;
  const settings = { rules: { "unknown-action": "off" } };
  expect(await codes(await open(text, {}, { settings }))).not.toContain("unknown-action");
  const files = { "firmware/inittab.json": '{ "rules": { "unknown-action": "error" } }' };
  expect(await codes(await open(text, files, { settings }))).toContain("unknown-action");
});

test("a change of the file on the disk reaches open documents", async () => {
  let files: TestFiles = {};
  const environment = { look: (uri: string, text: boolean) => environmentWith(files).look(uri, text) };
  for (const client of [{ capabilities: modernClient }, pushing]) {
    files = {};
    const opened = await open(levels, {}, { ...client, environment });
    expect(await status(opened)).toMatch(/^sysvinit 3.14/);
    const tell = () =>
      opened.peer.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: "file:///firmware/inittab.json", type: 2 }],
      });
    files = { "firmware/inittab.json": '{ "dialect": "toybox", "rules": 3 }' };
    await tell();
    expect(await status(opened)).toMatch(/^toybox/);
    files = { "firmware/inittab.json": '{ "dialect": ' };
    await tell();
    expect(await status(opened)).toMatch(/^sysvinit 3.14/);
  }
});

test("each mistake of the file is shown at its member", async () => {
  const text = `{
  "dialect": "sysv",
  "rules": { "no-logn": "off" },
  "roots": ["board", "../other"]
}`;
  const project = await open(text, {}, { path: "firmware/inittab.json", languageId: "json" });
  const { items } = await project.ask<{ readonly items: readonly Shown[] }>("textDocument/diagnostic");
  expect(items.map(({ range, message }) => `${project.textIn(range)}: ${message}`)).toMatchInlineSnapshot(`
    [
      ""sysv": \`dialect\`: must be one of "auto", "sysvinit", "busybox", "procd", "toybox", "aix", "solaris", "hp-ux", "irix", "sco", "tru64", "system-v", "unknown"",
      ""no-logn": \`rules.no-logn\`: there is no rule \`no-logn\`; did you mean no-login?",
      ""../other": \`roots[1]\`: must be a path below the folder of this file",
    ]
  `);
  const shown = async (other: string) => {
    const it = await open(other, {}, { path: "firmware/inittab.json", languageId: "json" });
    const report = await it.ask<{ readonly items: readonly Shown[] }>("textDocument/diagnostic");
    return report.items.map(({ range, message }) => `${range.start.character}: ${message}`);
  };
  expect(await shown("{}")).toEqual([]);
  expect(await shown('{ "a" }')).toEqual(["6: this is not valid JSON"]);
  expect(await shown("")).toEqual(["0: this is not valid JSON"]);
  expect(await shown("[".repeat(1000))).toEqual(["100: brackets are nested more than 100 deep"]);
});

test("the family decides whose rc is followed, and another one follows as soon as the file is another", async () => {
  const system = {
    "firmware/a/etc/debian_version": "9.13\n",
    "firmware/a/etc/init.d/x": "#!/bin/sh\ntouch /var/lock/subsys/x\n",
    "firmware/a/etc/rc3.d/S20x": { link: "../init.d/x" },
  };
  const inittab = "id:3:initdefault:\nl3:3:wait:/etc/init.d/rc 3\n";
  let project = {};
  const environment = {
    look: (uri: string, text: boolean) =>
      environmentWith({ ...system, "firmware/inittab.json": JSON.stringify(project) }).look(uri, text),
  };
  const { peer, uri } = await open(inittab, {}, { environment });
  const shown = async (stated: object) => {
    project = stated;
    await peer.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: "file:///firmware/inittab.json", type: 2 }],
    });
    const way = { uri, program: "rc", level: "3", previous: "N" };
    const found = await peer.connection.sendRequest<RcVisit | null>("workspace/executeCommand", {
      ...{ command: commands.followRc, arguments: [way] },
    });
    return found && `${found.flavor} because ${found.because}: ${found.locks.join(" ")}`;
  };
  const usual = await shown({});
  expect([
    usual,
    await shown({ family: "redhat" }),
    await shown({ folders: { "a/etc": { family: "openembedded" } } }),
  ]).toMatchInlineSnapshot(`
    [
      "deb9 because etc/debian_version says 9.13: x",
      "el6 because inittab.json says so: x",
      "openembedded because inittab.json says so: ",
    ]
  `);

  expect(await shown({ folders: { b: { family: "openembedded" } } })).toBe(usual);
  expect(await shown({ family: "auto" })).toBe(usual);
});

test("the releases of BusyBox and OpenRC go before those of the editor", async () => {
  const settings = { busybox: { release: "1.37.0" }, initScripts: { openrc: "0.63.3" } };
  const table = "::sysinit:/sbin/openrc sysinit\n::respawn:/sbin/getty 38400 tty1\n";
  const service = "#!/sbin/openrc-run\nstart() { :; }\n";
  const system = {
    "firmware/a/etc/init.d/x": service,
    "firmware/a/etc/runlevels/sysinit/x": service,
  };
  const shown = async (project: object) => {
    const files = { ...system, "firmware/inittab.json": JSON.stringify(project) };
    const { peer, uri } = await open(table, files, { settings });
    const ask = (command: string, argument: object) =>
      peer.connection.sendRequest("workspace/executeCommand", { command, arguments: [{ uri, ...argument }] });
    const way = { program: "openrc", level: "sysinit", previous: "N" };
    return JSON.stringify([await ask(commands.simulate, {}), await ask(commands.followRc, way)]);
  };
  const usual = await shown({});
  expect(usual).toContain("BusyBox 1.37.0");
  expect(usual).toContain("OpenRC 0.63.3");
  const own = await shown({ busybox: { release: "1.36.1" }, openrc: "0.45.2" });
  expect(own).toContain("BusyBox 1.36.1");
  expect(own).toContain("OpenRC 0.45.2");
});
