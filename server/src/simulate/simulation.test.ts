// Simulations over the protocol, as any editor asks for them.

import { afterEach, expect, test } from "vitest";
import type { SimulationAnswer } from "../protocol.ts";
import { testEnvironment } from "../testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const uri = "file:///etc/inittab";
const text = "id:2:initdefault:\nl3:3:wait:/etc/rc.d/rc 3\n1:23:respawn:/sbin/getty tty1\n";

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

async function start(): Promise<Peer> {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient, settings: { initVersion: "2.88" } });
  await peer.initialize();
  await peer.open(uri, text);
  return peer;
}

function command<T>({ connection }: Peer, name: string, ...words: readonly unknown[]): Promise<T> {
  return connection.sendRequest<T>("workspace/executeCommand", { command: name, arguments: words });
}

test("a document or a text is simulated, under the settings of the document", async () => {
  const server = await start();
  const open = await command<SimulationAnswer>(server, "inittab.simulate", { uri, level: "3" });
  expect({ init: open.init, running: open.run?.final.running, level: open.moment?.level }).toEqual({
    init: "sysvinit-2.88",
    running: ["1"],
    level: "3",
  });
  const sent = await command<SimulationAnswer>(server, "inittab.simulate", { text: "id:5:initdefault:\n" });
  expect(sent.moment?.level).toBe("5");
});

test("a lens carries a command that the server takes", async () => {
  const server = await start();
  await server.configure({ initVersion: "2.88", codeLens: { show: "runlevels" } });
  interface Lens {
    readonly command: { readonly title: string; readonly command: string; readonly arguments: unknown[] };
  }
  const lenses = await server.connection.sendRequest<Lens[]>("textDocument/codeLens", {
    textDocument: { uri },
  });
  expect(lenses.map((lens) => lens.command.title)).toEqual(["Simulate boot", "Simulate runlevel 3"]);
  const shown: string[] = [];
  server.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
    shown.push(message);
  });
  const last = lenses[1]?.command;
  const answer = await command<SimulationAnswer>(server, last?.command ?? "", ...(last?.arguments ?? []));
  expect(answer.moment?.level).toBe("3");
  expect(shown).toEqual([answer.summary]);
});

test("what cannot be answered is null", async () => {
  const server = await start();
  const asked = [
    command(server, "inittab.simulate"),
    command(server, "inittab.simulate", { uri: "file:///gone" }),
    command(server, "inittab.compareLevels", { uri, from: "2" }),
    command(server, "inittab.renderSimulation", { uri, format: "exe" }),
    command(server, "inittab.unknown", { uri }),
  ];
  expect(await Promise.all(asked)).toEqual(asked.map(() => null));
  await expect(command(server, "inittab.simulate", { uri: 7 })).rejects.toMatchObject({ code: -32602 });
  expect(server.errors).toEqual([]);
});

test("a hover says when the record runs", async () => {
  const server = await start();
  const hover = await server.connection.sendRequest<{ contents: { value: string } }>("textDocument/hover", {
    textDocument: { uri },
    position: { line: 2, character: 8 },
  });
  expect(hover.contents.value).toContain("In a simulated boot to runlevel 2 it is started first and runs on");
});

test("a file of BusyBox is simulated, and a hover says when its entry runs", async () => {
  const server = await start();
  const own = "file:///srv/rootfs/etc/inittab";
  await server.open(own, "::sysinit:/etc/init.d/rcS\n::askfirst:-/bin/sh\n::ctrlaltdel:/sbin/reboot\n");
  const question = { uri: own, scenario: { events: [{ at: 5, console: "\n" }] } };
  const answer = await command<SimulationAnswer>(server, "inittab.simulate", question);
  expect({ init: answer.init, running: answer.run?.final.running, level: answer.moment?.level }).toEqual({
    init: "busybox-1.38.0",
    running: ["-/bin/sh"],
    level: "respawn/askfirst",
  });
  const levels = await command<readonly { level: string }[]>(server, "inittab.listRunlevels", { uri: own });
  expect(levels.map(({ level }) => level)).toEqual(["sysinit", "respawn, askfirst", "ctrlaltdel"]);
  const hover = await server.connection.sendRequest<{ contents: { value: string } }>("textDocument/hover", {
    textDocument: { uri: own },
    position: { line: 1, character: 4 },
  });
  expect(hover.contents.value).toContain(
    "In a simulated boot it asks for Enter when the process of line 1 has ended, and waits",
  );
  const lenses = await server.connection.sendRequest<{ command: { title: string } }[]>(
    "textDocument/codeLens",
    { textDocument: { uri: own } },
  );
  expect(lenses.map((lens) => lens.command.title)).toEqual(["Simulate boot"]);
});

test("a file of an init without a machine is answered with the reason", async () => {
  const server = await start();
  const own = "file:///srv/aix/etc/inittab";
  await server.open(own, "cons:0123456789:respawn:/usr/sbin/getty /dev/console\nx:2:hold:/bin/a\n");
  const { moment, offers, problems } = await command<SimulationAnswer>(server, "inittab.simulate", {
    uri: own,
  });
  expect({ moment, offers }).toEqual({ moment: undefined, offers: null });
  expect(problems.map(({ message }) => message)).toEqual([
    "is read as a file of aix (because it has words or comments of AIX), which cannot be simulated; only sysvinit, busybox or procd can be simulated",
  ]);
});
