// The scripts of rc in a simulation, asked over the protocol as the simulation view does.

import { afterEach, expect, test } from "vitest";
import type { RcVisit, SimulationAnswer } from "../../protocol.ts";
import { environmentWith, type TestFiles } from "../../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../../testing/peer.ts";

const uri = "file:///etc/inittab";
const table = [
  "id:3:initdefault:",
  "si::sysinit:/etc/rc.d/rc.sysinit",
  "l1:1:wait:/etc/rc.d/rc 1",
  "l3:3:wait:/etc/rc.d/rc 3",
  "1:3:respawn:/sbin/mingetty tty1",
  "",
].join("\n");

function script(name: string): string {
  return `#!/bin/sh
case "$1" in
  start) touch /var/lock/subsys/${name} ;;
  stop) rm -f /var/lock/subsys/${name} ;;
esac
`;
}

const files: TestFiles = {
  "etc/redhat-release": "Example Linux release 6 (made up)\n",
  "etc/rc.d/init.d/crond": script("crond"),
  "etc/rc.d/init.d/httpd": script("httpd"),
  "etc/rc.d/rc1.d/K15httpd": { link: "../init.d/httpd" },
  "etc/rc.d/rc3.d/S85httpd": { link: "../init.d/httpd" },
  "etc/rc.d/rc3.d/S90crond": { link: "../init.d/crond" },
};

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

async function start(
  around: TestFiles = files,
): Promise<<T>(command: string, question: object) => Promise<T>> {
  const server = peerInProcess(environmentWith(around), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  await server.open(uri, table);
  return (command, question) =>
    server.connection.sendRequest("workspace/executeCommand", { command, arguments: [{ uri, ...question }] });
}

/** From 3 to 1 and back. */
const scenario = {
  events: [
    { at: 10, telinit: "1" },
    { at: 30, telinit: "3" },
  ],
};

/** Each call of rc in the run, and what the server says of it when it is asked as the view asks. */
async function check(around?: TestFiles): Promise<readonly string[]> {
  const ask = await start(around);
  const { rcCalls = [] } = await ask<SimulationAnswer>("inittab.simulate", { scenario });
  const lines: string[] = [];
  for (const [index, { record, start: at, level, previous }] of rcCalls.entries()) {
    const before = rcCalls.slice(0, index);
    const visit = await ask<RcVisit | null>("inittab.followRc", { level, previous, before });
    lines.push(`${at} ${record.id}: ${previous} -> ${level}`);
    for (const { name, argument, remark } of visit?.steps ?? [])
      lines.push(`  ${name} ${argument ?? "-"} ${remark}`.trimEnd());
  }
  return lines;
}

test("each call of rc is told with its change, and locks are handed on from call to call", async () => {
  expect((await check()).join("\n")).toMatchInlineSnapshot(`
    "1 l3: N -> 3
      S85httpd start locks httpd
      S90crond start locks crond
    10.0102 l1: 3 -> 1
      K15httpd stop unlocks httpd
    30 l3: 1 -> 3
      S85httpd start locks httpd
      S90crond - its lock file exists, so rc considers it started"
  `);
});

test("where there are no scripts the calls are told all the same", async () => {
  expect((await check({})).join("\n")).toMatchInlineSnapshot(`
    "1 l3: N -> 3
    10.0102 l1: 3 -> 1
    30 l3: 1 -> 3"
  `);
});

test("exports have the scripts, where they are known", async () => {
  const ask = await start();
  const render = (format: string) => ask<string>("inittab.renderSimulation", { scenario, format });
  const story = (await render("md")).split("\n").filter((line) => line.includes("↳ ↳"));
  expect(story.join("\n")).toMatchInlineSnapshot(`
    "|  | ↳ ↳ S85httpd start (locks httpd) |
    |  | ↳ ↳ S90crond start (locks crond) |
    |  | ↳ ↳ K15httpd stop (unlocks httpd) |
    |  | ↳ ↳ S85httpd start (locks httpd) |
    |  | ↳ ↳ S90crond: its lock file exists, so rc considers it started |"
  `);
  const { rc } = JSON.parse(await render("json")) as { readonly rc: readonly { readonly id: string }[] };
  expect(rc.map(({ id }) => id)).toEqual(["l3", "l1", "l3"]);
  peer?.dispose();
  const alone = await start({});
  const plain = await alone<string>("inittab.renderSimulation", { scenario, format: "json" });
  expect(JSON.parse(plain)).not.toHaveProperty("rc");
});

test("the services of OpenRC stand below the record that calls it, of a simulation and without one", async () => {
  const service = (depend: string) => `#!/sbin/openrc-run\ndepend() {\n  ${depend}\n}\n`;
  const server = peerInProcess(
    environmentWith({
      "etc/init.d/db": service("need net"),
      "etc/init.d/net": service("provide network"),
      "etc/init.d/web": service("use db"),
      "etc/runlevels/boot/net": { link: "../../init.d/net" },
      "etc/runlevels/default/db": { link: "../../init.d/db" },
      "etc/runlevels/default/web": { link: "../../init.d/web" },
      "etc/runlevels/sysinit/.keep": "",
      "etc/runlevels/shutdown/.keep": "",
    }),
    { capabilities: modernClient },
  );
  peer = server;
  await server.initialize();
  const lines = [
    "::sysinit:/sbin/openrc sysinit",
    "::sysinit:/sbin/openrc boot",
    "::wait:/sbin/openrc default",
  ];
  await server.open(uri, `${lines.join("\n")}\n::shutdown:/sbin/openrc shutdown\n`);
  const ask = <T>(command: string, question: object): Promise<T> =>
    server.connection.sendRequest("workspace/executeCommand", { command, arguments: [{ uri, ...question }] });
  const stepsOf = (visit: RcVisit | null) =>
    (visit?.steps ?? []).map(({ name, argument, uri: script }) => `${name} ${argument} ${script}`);
  const { lanes = [] } = await ask<SimulationAnswer>("inittab.simulate", {});
  const told: string[] = [];
  for (const { boots } of lanes) {
    told.push(`${boots?.program} ${boots?.level}`);
    told.push(
      ...stepsOf(await ask<RcVisit | null>("inittab.followRc", { ...boots })).map((line) => `  ${line}`),
    );
  }
  expect(told.join("\n")).toMatchInlineSnapshot(`
    "openrc sysinit
    openrc boot
      net start file:///etc/init.d/net
    openrc default
      db start file:///etc/init.d/db
      web start file:///etc/init.d/web
    openrc shutdown
      web stop file:///etc/init.d/web
      db stop file:///etc/init.d/db
      net stop file:///etc/init.d/net"
  `);
  const { rcCalls = [] } = await ask<SimulationAnswer>("inittab.simulate", {
    scenario: { events: [{ at: 10, signal: "USR1" }] },
  });
  const [last] = rcCalls.slice(-1);
  const visit = await ask<RcVisit | null>("inittab.followRc", { ...last, before: rcCalls.slice(0, -1) });
  expect([visit?.system, visit?.because, ...stepsOf(visit)]).toMatchInlineSnapshot(`
    [
      "OpenRC 0.63.3",
      "most scripts in etc/init.d are",
      "web stop file:///etc/init.d/web",
      "db stop file:///etc/init.d/db",
      "net stop file:///etc/init.d/net",
    ]
  `);
});

test("a scenario says which OpenRC its calls are of, whatever the settings say", async () => {
  const server = peerInProcess(
    environmentWith({
      "etc/init.d/a.sh": "#!/sbin/openrc-run\n",
      "etc/runlevels/boot/a.sh": { link: "../../init.d/a.sh" },
    }),
    { capabilities: modernClient, settings: { initScripts: { openrc: "0.63.3" } } },
  );
  peer = server;
  await server.initialize();
  await server.open(uri, "::sysinit:/sbin/openrc boot\n");
  const ask = <T>(command: string, question: object) =>
    server.connection.sendRequest<T>("workspace/executeCommand", {
      ...{ command, arguments: [{ uri, ...question }] },
    });
  const followed = async (scenario: object) => {
    const { rcCalls = [] } = await ask<SimulationAnswer>("inittab.simulate", { scenario });
    const [call] = rcCalls;
    const visit = await ask<RcVisit | null>("inittab.followRc", { ...call, before: [] });
    const exported = await ask<string>("inittab.renderSimulation", { scenario, format: "md" });
    return [visit?.system, exported.includes("a.sh start")];
  };
  expect(await followed({})).toEqual(["OpenRC 0.63.3", false]);
  expect(await followed({ openrc: "0.45.2" })).toEqual(["OpenRC 0.45.2", true]);
});

test("the files of the system say whose BusyBox it is, unless a setting does", async () => {
  const titled = async (files: Record<string, string>, preset: string) => {
    const server = peerInProcess(environmentWith(files), {
      ...{ capabilities: modernClient, settings: { busybox: { release: "1.38.0", preset } } },
    });
    await server.initialize();
    await server.open(uri, "::sysinit:/etc/init.d/rcS\n::respawn:-/bin/sh\n");
    const { title, assumption } = await server.connection.sendRequest<SimulationAnswer>(
      "workspace/executeCommand",
      { command: "inittab.simulate", arguments: [{ uri }] },
    );
    server.dispose();
    return [title, assumption];
  };
  const alpine = { "etc/alpine-release": "3.20.3\n" };
  expect(await titled({}, "auto")).toEqual(["BusyBox 1.38.0 of Buildroot", undefined]);
  expect(await titled(alpine, "auto")).toEqual([
    "BusyBox 1.38.0 of Alpine (not recorded)",
    "taken for BusyBox 1.38.0 of Alpine (not recorded), because the system has etc/alpine-release",
  ]);
  expect(await titled(alpine, "openembedded")).toEqual(["BusyBox 1.38.0 of OpenEmbedded", undefined]);
});

test("an rc that hands its levels over to OpenRC leads to services, of the release that the setting names", async () => {
  const header = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: a\n### END INIT INFO\n";
  const files = environmentWith({
    "etc/init.d/rc": "#!/bin/sh\nexec /sbin/openrc default\n",
    "etc/init.d/a": header,
    "etc/runlevels/default/a": { link: "../../init.d/a" },
  });
  const follow = async (openrc?: string) => {
    const server = peerInProcess(files, {
      capabilities: modernClient,
      ...(openrc !== undefined && { settings: { initScripts: { openrc } } }),
    });
    await server.initialize();
    await server.open(uri, "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\n");
    const visit = await server.connection.sendRequest<RcVisit | null>("workspace/executeCommand", {
      command: "inittab.followRc",
      arguments: [{ uri, program: "rc", level: "2", previous: "N" }],
    });
    server.dispose();
    return [
      visit?.program,
      visit?.system,
      ...(visit?.steps ?? []).map(({ name, argument }) => `${name} ${argument}`),
    ];
  };
  expect(await follow()).toEqual(["rc", "OpenRC 0.45.2", "a start"]);
  expect(await follow("0.63.3")).toEqual(["rc", "OpenRC 0.63.3"]);
});

test("a runlevel that the system lacks is told, and no more when it is there", async () => {
  const around: Record<string, string> = {
    "etc/runlevels/boot/.keep": "",
    "etc/init.d/a": "#!/sbin/openrc-run\n",
  };
  const server = peerInProcess(environmentWith(around), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  await server.open(uri, "::wait:/sbin/openrc own\n");
  const pull = async (): Promise<readonly string[]> => {
    const report = await server.connection.sendRequest<{
      readonly items: readonly { readonly code: string }[];
    }>("textDocument/diagnostic", { textDocument: { uri } });
    return report.items.map(({ code }) => code).filter((code) => code === "openrc-runlevel-missing");
  };
  expect(await pull()).toEqual(["openrc-runlevel-missing"]);
  around["etc/runlevels/own/a"] = "";
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///etc/runlevels/own/a", type: 1 }],
  });
  expect(await pull()).toEqual([]);
});

test("whatever is sent as the changes before does no harm", async () => {
  const ask = await start();
  const follow = (before: unknown) => ask<RcVisit>("inittab.followRc", { level: "3", previous: "N", before });
  for (const before of [null, [], Array(5000).fill({ level: "3", previous: "N" })])
    expect((await follow(before)).level).toBe("3");
  for (const before of [7, "3", [1, null, { level: 3 }]])
    await expect(follow(before)).rejects.toMatchObject({ code: -32602 });
});
