// A boot debugged through the server, as VS Code's adapter does: messages of one protocol in requests of the other.

import { afterEach, expect, test } from "vitest";
import { requests } from "../protocol.ts";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const uri = "file:///srv/my%20root/etc/inittab";
const table =
  "id:3:initdefault:\nsi::sysinit:/etc/rcS\nl3:3:wait:/etc/rc.d/rc 3\n1:3:respawn:/sbin/mingetty tty1\n";

const script = `#!/bin/sh
case "$1" in
  start) touch /var/lock/subsys/crond ;;
  stop) rm -f /var/lock/subsys/crond ;;
esac
`;
const files: TestFiles = {
  "srv/my root/etc/redhat-release": "Example Linux release 6 (made up)\n",
  "srv/my root/etc/rc.d/init.d/crond": script,
  "srv/my root/etc/rc.d/rc3.d/S90crond": { link: "../init.d/crond" },
  "srv/my root/etc/other/inittab": "id:3:initdefault:\nx:3:respawn:/bin/x\n",
};

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

interface Answer {
  readonly type: string;
  readonly command?: string;
  readonly event?: string;
  readonly message?: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Sends a message for a session: what comes back, in its order. */
type Ask = (command: string, args?: object, session?: string) => Promise<readonly Answer[]>;

async function start(): Promise<Ask> {
  const server = peerInProcess(environmentWith(files), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  await server.open(uri, table);
  let seq = 0;
  return (command, args = {}, session = "one") =>
    server.connection.sendRequest(requests.debug, {
      session,
      message: { seq: ++seq, type: "request", command, arguments: args },
    });
}

/** What comes back, in short. */
function shown(answers: readonly Answer[]): string {
  return answers
    .map(({ type, command, event, message, body }) => {
      if (message !== undefined) return `no: ${message}`;
      return type === "event" ? `${event} ${String(body?.["reason"] ?? "")}`.trim() : `${command}`;
    })
    .join(", ");
}

/** The frames, with the address of each. */
async function stack(ask: Ask, session?: string): Promise<string> {
  const [answer] = await ask("stackTrace", { threadId: 1 }, session);
  const frames = answer?.body?.["stackFrames"];
  const list: readonly { name: string; line: number; source?: { path: string } }[] = Array.isArray(frames)
    ? frames
    : [];
  return list.map(({ name, line, source }) => `${name} @${source?.path}:${line}`).join("\n");
}

test("a boot stops at a script that rc calls, however its address is written", async () => {
  const ask = await start();
  expect(shown(await ask("initialize"))).toBe("initialize");
  expect(shown(await ask("launch", { program: "/srv/my root/etc/inittab", stopOnEntry: false }))).toBe(
    "launch, initialized",
  );
  const source = { path: "/srv/my root/etc/rc.d/init.d/crond" };
  const [set] = await ask("setBreakpoints", { source, breakpoints: [{ line: 3 }] });
  expect(set?.body).toMatchObject({ breakpoints: [{ verified: true, line: 3 }] });
  const [other] = await ask("setBreakpoints", { source: { path: uri }, breakpoints: [{ line: 4 }] });
  expect(other?.body).toMatchObject({ breakpoints: [{ verified: true, line: 4 }] });
  expect(shown(await ask("configurationDone"))).toMatchInlineSnapshot(
    `"configurationDone, output, stopped breakpoint"`,
  );
  expect(await stack(ask)).toMatchInlineSnapshot(`
    "S90crond start (locks crond) @file:///srv/my%20root/etc/rc.d/init.d/crond:3
    /etc/rc.d/rc 3 @/srv/my root/etc/inittab:3
    init: waits for l3 to end @/srv/my root/etc/inittab:3"
  `);
  expect(shown(await ask("continue"))).toMatchInlineSnapshot(`"continue, stopped breakpoint"`);
  expect(await stack(ask)).toMatchInlineSnapshot(
    `"init: 1 starts: /sbin/mingetty tty1 @/srv/my root/etc/inittab:4"`,
  );
  expect(shown(await ask("continue"))).toMatchInlineSnapshot(`"continue, exited, terminated"`);
  expect(peer?.errors).toEqual([]);
});

test("an inittab that nobody has open is read, and sessions do not know each other", async () => {
  const ask = await start();
  await ask("launch", { program: uri });
  await ask("launch", { program: "file:///srv/my%20root/etc/other/inittab" }, "two");
  for (const session of ["one", "two"]) {
    await ask("configurationDone", {}, session);
    await ask("continue", {}, session);
  }
  expect(await stack(ask, "one")).toMatchInlineSnapshot(
    `"init: 1 starts: /sbin/mingetty tty1 @file:///srv/my%20root/etc/inittab:4"`,
  );
  expect(await stack(ask, "two")).toMatchInlineSnapshot(
    `"init: x starts: /bin/x @file:///srv/my%20root/etc/other/inittab:2"`,
  );
  expect(shown(await ask("disconnect", {}, "one"))).toBe("disconnect");
  expect(shown(await ask("threads", {}, "one"))).toMatchInlineSnapshot(`"no: Nothing is debugged yet."`);
  expect(await stack(ask, "two")).not.toBe("");
});

test("what cannot be debugged says why", async () => {
  const ask = await start();
  expect(shown(await ask("launch", { program: "/nowhere/inittab" }))).toMatchInlineSnapshot(
    `"no: /nowhere/inittab: there is no inittab that could be debugged"`,
  );
  expect(
    shown(await ask("launch", { program: uri, scenario: { events: [{ at: -1 }] } })),
  ).toMatchInlineSnapshot(
    `"no: events[0]: must have exactly one of telinit, setenv, signal, write, writeFile, remove, kill, killService, console, initctl"`,
  );
  expect(shown(await ask("launch", { program: uri, level: "1", until: "x" }))).toBe("launch, initialized");
  const wrong = peer?.connection.sendRequest(requests.debug, { session: 7 });
  await expect(wrong).rejects.toThrow("session");
});
