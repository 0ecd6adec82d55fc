// The services of a simulated machine at a moment, asked over the protocol as the simulation view does.

import { afterEach, expect, test } from "vitest";
import type { ServiceState, SimulationAnswer } from "../protocol.ts";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "../testing/peer.ts";

const uri = "file:///etc/inittab";
const table =
  "id:3:initdefault:\nsi::sysinit:/etc/rc.d/rc.sysinit\nl1:1:wait:/etc/rc.d/rc 1\nl3:3:wait:/etc/rc.d/rc 3\n1:3:respawn:/sbin/mingetty tty1\n";

const script = (name: string) => `#!/bin/bash
# chkconfig: 345 85 15
# description: ${name}
. /etc/rc.d/init.d/functions
case "$1" in
  start) daemon /usr/sbin/${name} && touch /var/lock/subsys/${name} ;;
  stop) killproc ${name}; rm -f /var/lock/subsys/${name} ;;
  status) status ${name} ;;
esac
`;

const system: TestFiles = {
  "etc/redhat-release": "Example Linux release 6 (made up)\n",
  "etc/rc.d/init.d/web": script("web"),
  "etc/rc.d/init.d/mail": script("mail"),
  "etc/rc.d/init.d/single": "#!/bin/sh\ncase $1 in start) killall5 -15; sleep 5; killall5 -9 ;; esac\n",
  "etc/rc.d/rc1.d/S99single": { link: "../init.d/single" },
  "etc/rc.d/rc1.d/K15web": { link: "../init.d/web" },
  "etc/rc.d/rc3.d/S85web": { link: "../init.d/web" },
  "etc/rc.d/rc3.d/S90mail": { link: "../init.d/mail" },
};

let peer: Peer | undefined;
afterEach(() => peer?.dispose());

async function start(
  files: TestFiles = system,
): Promise<<T>(command: string, question: object) => Promise<T>> {
  const server = peerInProcess(environmentWith(files), { capabilities: modernClient });
  peer = server;
  await server.initialize();
  await server.open(uri, table);
  return (command, question) =>
    server.connection.sendRequest("workspace/executeCommand", { command, arguments: [{ uri, ...question }] });
}

function shown(states: readonly ServiceState[] | null): string {
  return (states ?? [])
    .map(
      ({ name, output, status, offers }) =>
        `${name}: ${output} (${status})${offers.map((o) => ` ${o.name}`)}`,
    )
    .join("\n");
}

test("the process of a service is killed in the simulation, and its lock is left", async () => {
  const ask = await start();
  const at = async (seconds: number, events: readonly object[]) =>
    shown(
      await ask<readonly ServiceState[] | null>("inittab.serviceStates", {
        at: seconds,
        scenario: { events },
      }),
    );
  expect(await at(0.5, [])).toBe("");
  expect(await at(10, [])).toMatchInlineSnapshot(`
    "mail: mail (pid PID) is running... (0) service-kill
    web: web (pid PID) is running... (0) service-kill"
  `);
  // What the button does is an event of the scenario.
  const [web] = (await ask<readonly ServiceState[]>("inittab.serviceStates", { at: 10 })).filter(
    ({ name }) => name === "web",
  );
  const kill = { at: 20, ...web?.offers[0]?.happening };
  expect(await at(15, [kill])).toBe(await at(10, []));
  expect(await at(25, [kill])).toMatchInlineSnapshot(`
    "mail: mail (pid PID) is running... (0) service-kill
    web: web dead but subsys locked (2)"
  `);
  expect(await at(40, [kill, { at: 30, telinit: "1" }])).toMatchInlineSnapshot(`
    "mail: mail dead but subsys locked (2)
    single:  (0)
    web: web is stopped (3)"
  `);
  const { story = [], problems } = await ask<SimulationAnswer>("inittab.simulate", {
    scenario: { events: [kill] },
  });
  expect(problems).toEqual([]);
  expect(story.filter(({ at: when }) => when === 20).map(({ text }) => text)).toMatchInlineSnapshot(`
    [
      "somebody kills the process of the service web; its lock and its pid file stay",
    ]
  `);
});

test("no system around the file, or nothing that can be simulated", async () => {
  const alone = await start({});
  expect(await alone("inittab.serviceStates", { at: 10 })).toBeNull();
  await peer?.dispose();
  const ask = await start();
  expect(await ask("inittab.serviceStates", { scenario: { events: 7 } })).toBeNull();
  expect(
    await ask("inittab.serviceStates", { scenario: { events: [{ at: 1, killService: 7 }] } }),
  ).toBeNull();
});
