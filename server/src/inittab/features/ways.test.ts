import { afterEach, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import type { ReloadAnswer, WaysAnswer } from "../../protocol.ts";
import { testEnvironment } from "../../testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "../../testing/peer.ts";

const uri = "file:///etc/inittab";

const table = `id:2:initdefault:
~~:S:wait:/sbin/sulogin
l0:0:wait:/etc/init.d/rc 0
l2:2:wait:/etc/init.d/rc 2
l6:6:wait:/etc/init.d/rc 6
ca::ctrlaltdel:/sbin/shutdown -r now
1:2:respawn:/sbin/getty tty1
2:2:once:/usr/bin/daemon
`;

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

async function open(text: string): Promise<Peer> {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient });
  await peer.initialize();
  await peer.open(uri, text);
  return peer;
}

async function verify(text: string): Promise<WaysAnswer | null> {
  return (await open(text)).connection.sendRequest("inittab/verify", { uri });
}

/** The findings about a table, each in a line. */
async function shown(text: string): Promise<string> {
  const answer = await verify(text);
  if (answer === null) return "nothing";
  const found = answer.findings.map(
    ({ severity, question, line, text: said, sequence }) =>
      `${severity} ${question} ${line}: ${said} (${sequence.join(", ")})`,
  );
  return [`exhausted: ${answer.exhausted}, reads again on ${answer.reload}`, ...found].join("\n");
}

test("what holds for every way of an open table", async () => {
  expect(await shown(table)).toMatchInlineSnapshot(`
    "exhausted: true, reads again on telinit q
    warning login null: Nobody can log in: in runlevel 1 init runs no login, and nothing in this table starts one (telinit 1)
    information storm 6: In runlevel 2 this is the only login: if it respawns too fast, nobody can log in for 5 minutes (kill l2, kill 1 KILL)"
  `);
});

test("each level in which the machine can rest has the shortest way there", async () => {
  const { levels = [] } = (await verify(table)) ?? {};
  const shown = levels.map(({ title, detail, scenario }) => {
    const { events = [] }: { events?: readonly object[] } = scenario;
    return `${title} (${detail}): ${events.map((event) => JSON.stringify(event)).join(" ")}`;
  });
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "Runlevel 2 (8 states, login in 8): {"at":5,"kill":"l2"}
    The machine is down (halt) (): {"at":5,"telinit":"0"} {"at":10,"kill":"l0"}
    Runlevel 1 (2 states, login in 0): {"at":5,"telinit":"1"}
    The machine is down (reboot) (): {"at":5,"telinit":"6"} {"at":10,"kill":"l6"}"
  `);
});

test("nothing is said of a table that is longer than any machine's", async () => {
  expect(await verify(table + "# a comment\n".repeat(2000))).toBeNull();
  const reload = await peer?.connection.sendRequest("inittab/reload", { uri, before: table });
  expect(reload).toBeNull();
});

test("a lock-out, with the way there as a scenario", async () => {
  const locksOut = table.replace(/^(?:~~|l2|2:).*\n/gm, "").replace("1:2:", "1:3:");
  expect(await shown(locksOut)).toMatchInlineSnapshot(`
    "exhausted: true, reads again on telinit q
    warning login null: Nobody can log in: in runlevel 2 init runs no login, and nothing in this table starts one ()
    warning login null: Nobody can log in: in runlevel 1 init runs no login, and nothing in this table starts one (telinit 1)
    information storm 4: In runlevel 3 this is the only login: if it respawns too fast, nobody can log in for 5 minutes (telinit 3, kill 1 KILL)"
  `);
  peer?.dispose();
  const { findings = [] } = (await verify(locksOut)) ?? {};
  expect(findings[0]?.scenario).toMatchObject({ inittab: locksOut });
});

test("nothing is said of what is no table of a searched init", async () => {
  expect(await verify("# inittab: dialect=solaris\nid:3:initdefault:\n")).toBeNull();
  expect(await verify("# nothing here\n")).toBeNull();
});

test("an edit ends a search", async () => {
  const server = await open(table);
  const asked = server.connection.sendRequest("inittab/verify", { uri });
  await server.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: "# nothing here\n" }],
  });
  expect(await asked).toBeNull();
});

test("a search that nobody wants any more is cancelled", async () => {
  const server = await open(table);
  const source = new CancellationTokenSource();
  const asked = server.connection.sendRequest("inittab/verify", { uri }, source.token);
  source.cancel();
  await expect(asked).rejects.toThrow();
});

test("what a running init does when it reads the text instead of another one", async () => {
  const server = await open(table.replace("getty tty1", "getty tty2").replace("2:2:once", "2:3:once"));
  const answer: ReloadAnswer | null = await server.connection.sendRequest("inittab/reload", {
    uri,
    before: table,
  });
  expect(answer).toMatchInlineSnapshot(`
    [
      {
        "again": [
          "/usr/bin/daemon",
        ],
        "keeps": 2,
        "level": "2",
        "outdated": [
          "/sbin/getty tty1",
        ],
        "request": "telinit q",
        "restarts": [],
        "starts": [],
        "stops": [],
        "strays": [
          "/usr/bin/daemon",
        ],
      },
      {
        "again": [],
        "keeps": 0,
        "level": "3",
        "outdated": [],
        "request": "telinit q",
        "restarts": [],
        "starts": [
          "/usr/bin/daemon",
        ],
        "stops": [],
        "strays": [],
      },
      {
        "again": [],
        "keeps": 0,
        "level": "1",
        "outdated": [],
        "request": "telinit q",
        "restarts": [],
        "starts": [],
        "stops": [],
        "strays": [],
      },
    ]
  `);
});
