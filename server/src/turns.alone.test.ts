// No turn of the event loop takes longer than 50 ms of processor time, whatever the files are like: a message that
// arrives meanwhile has its answer soon.

import type { TreeNode } from "@inittab/core";
import { expect, test } from "vitest";
import { testEnvironment } from "./testing/environment.ts";
import { modernClient, type Peer, peerInProcess } from "./testing/peer.ts";
import { longestTurn } from "./testing/turns.ts";

const longest = 50;

/** What the compiler and the garbage collector need now and then is not the work's, so that the best of some runs counts. */
const mostRuns = 5;

/** The longest turn while a new server does the work. */
async function longestOf(
  work: (peer: Peer) => Promise<unknown>,
  environment: typeof testEnvironment = testEnvironment,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < mostRuns && best >= longest; run++) {
    const peer = peerInProcess(environment, { capabilities: modernClient });
    await peer.initialize();
    best = Math.min(best, await longestTurn(() => work(peer)));
    expect(peer.errors).toEqual([]);
    peer.dispose();
  }
  return best;
}

const uri = "file:///etc/init.d/svc";
const position = { line: 3, character: 5 };

/** All that an editor asks about a script that it shows, and a key. */
async function edit({ open, connection }: Peer, text: string): Promise<void> {
  await open(uri, text, 1, "shellscript");
  const textDocument = { uri };
  const ask = (name: string, more: object = {}) =>
    connection.sendRequest(`textDocument/${name}`, { textDocument, ...more });
  await ask("diagnostic");
  await ask("documentSymbol");
  await ask("hover", { position });
  await ask("completion", { position });
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: position, end: position }, text: "a" }],
  });
  await ask("diagnostic");
}

const header = `#!/bin/sh
### BEGIN INIT INFO
# Provides: svc
# Required-Start: $remote_fs
# Required-Stop: $remote_fs
# Default-Start: 2 3 4 5
# Default-Stop: 0 1 6
### END INIT INFO
`;

/** A text of about this length out of numbered pieces, between a beginning and an end. */
function filled(
  length: number,
  piece: (place: number) => string,
  { before = header, behind = "" } = {},
): string {
  const pieces: string[] = [];
  for (let place = 0, left = length - before.length - behind.length; ; place++) {
    const next = piece(place);
    left -= next.length;
    if (left < 0) return before + pieces.join("") + behind;
    pieces.push(next);
  }
}

const parsed = 249_000;
const judged = 1_000_000;
const arms = 'case "$1" in\n  start) f1 ;;\n  stop) f2 ;;\n  *) exit 2 ;;\nesac\n';

test.each(
  Object.entries({
    functions: filled(
      parsed,
      (place) =>
        `f${place}() {\n  if [ -f "$1/x" ]; then start-stop-daemon --start --exec /usr/sbin/x -- "$@"; fi\n  echo $?\n}\n`,
      { behind: arms },
    ),
    "calls of functions": filled(parsed, (place) => `f${place}() { f${place + 1}; f${place + 2}; }\n`, {
      behind: arms,
    }),
    "one large case": filled(parsed, (place) => `a${place}) do_x && touch /var/lock/subsys/x;;\n`, {
      before: `${header}case "$1" in\n`,
      behind: "esac\n",
    }),
    "a command of many words": filled(parsed, () => "a b c d "),
    "many variables": filled(parsed, () => "$a "),
    "a long string": filled(parsed, () => "$a ", { before: `${header}x "`, behind: '"\n' }),
    "deep nesting": filled(parsed, () => "if a; then b; "),
    "many arms that call one long function": filled(parsed, (place) => `an-action-${place}) f;;\n`, {
      before: `${header}f() {\n${"a;".repeat(2_500)}\n}\ncase "$1" in\n`,
      behind: "*) f;;\nesac\n",
    }),
    "quotes that do not close": filled(parsed, () => '"'),
    "a line of command substitutions": `#!/bin/sh\n${`echo ${"`a`".repeat(18_000)}`}\n${arms}`,
    "a long function": `#!/bin/sh\nf1() {\n${"  a | b > /dev/null 2>&1 || exit 1\n".repeat(1_600)}}\n${arms}`,
  }),
)(
  "a script of as much as is parsed: %s",
  async (_, text) => {
    expect(await longestOf((peer) => edit(peer, text))).toBeLessThan(longest);
  },
  120_000,
);

test.each(
  Object.entries({
    "plain commands": filled(judged, () => 'foo "$1" bar || exit 1\n'),
    "lines for chkconfig": filled(judged, () => "# chkconfig: 345 20 80\n"),
  }),
)(
  "a script of as much as is judged: %s",
  async (_, text) => {
    expect(await longestOf((peer) => edit(peer, text))).toBeLessThan(longest);
  },
  120_000,
);

/** A system of so many scripts with links in each level, as a disk tells of it. */
function systemOf(count: number, text: (name: string, place: number) => string): typeof testEnvironment {
  const names = Array.from({ length: count }, (_, place) => `s${place}`);
  const levels = ["0", "1", "2", "3", "4", "5", "6"];
  const nodes = new Map<string, TreeNode>([
    ["etc/debian_version", { kind: "file", text: "12.5\n", mode: 0o644 }],
    [
      "etc",
      {
        kind: "folder",
        names: ["debian_version", "init.d", "inittab", ...levels.map((level) => `rc${level}.d`)],
      },
    ],
    ["etc/inittab", { kind: "file", text: "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\n", mode: 0o644 }],
    ["etc/init.d", { kind: "folder", names }],
  ]);
  for (const level of levels)
    nodes.set(`etc/rc${level}.d`, { kind: "folder", names: names.map((name) => `S50${name}`) });
  for (const [place, name] of names.entries()) {
    nodes.set(`etc/init.d/${name}`, { kind: "file", text: text(name, place), mode: 0o755 });
    for (const level of levels)
      nodes.set(`etc/rc${level}.d/S50${name}`, { kind: "link", target: `../init.d/${name}` });
  }
  return {
    ...testEnvironment,
    look: async (address) => {
      await testEnvironment.pause();
      return nodes.get(address.replace("file:///", "").replace(/\/$/, "")) ?? { kind: "missing" };
    },
  };
}

const script = (name: string, needs: string) =>
  header.replace("Provides: svc", `Provides: ${name}`).replaceAll("$remote_fs", needs) +
  `case "$1" in\n  start) touch /var/lock/subsys/${name} ;;\n  stop) rm -f /var/lock/subsys/${name} ;;\nesac\n`;

async function editInSystem({ open, connection }: Peer): Promise<void> {
  const textDocument = { uri: "file:///etc/init.d/s0" };
  await open(textDocument.uri, script("s0", "$remote_fs"), 1, "shellscript");
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const place = { line: 2, character: 13 };
  await connection.sendRequest("textDocument/diagnostic", { textDocument });
  await connection.sendRequest("textDocument/inlayHint", { textDocument, range });
  await connection.sendRequest("textDocument/hover", { textDocument, position: place });
  await connection.sendRequest("textDocument/definition", { textDocument, position: place });
}

test("a system of ten thousand scripts", async () => {
  const star = systemOf(10_000, (name, place) => script(name, place === 0 ? "$remote_fs" : "s0"));
  expect(await longestOf(editInSystem, star)).toBeLessThan(longest);
}, 300_000);

test("what rc does in a system of many scripts", async () => {
  const many = systemOf(1_000, (name) => script(name, "$remote_fs"));
  const follow = async ({ open, connection }: Peer) => {
    await open("file:///etc/inittab", "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\n");
    const visit = await connection.sendRequest("workspace/executeCommand", {
      command: "inittab.followRc",
      arguments: [{ uri: "file:///etc/inittab", level: "2", status: true }],
    });
    expect(JSON.stringify(visit)).toContain("S50s999");
  };
  expect(await longestOf(follow, many)).toBeLessThan(longest);
}, 300_000);

/** A table of so many entries that run for ever. */
function tableOf(count: number, before: string, line: (place: number) => string): string {
  return before + Array.from({ length: count }, (_, place) => line(place)).join("");
}

const tables = {
  sysvinit: tableOf(
    4_900,
    "id:2:initdefault:\n",
    (place) => `${code(place)}:2:respawn:/sbin/getty ${place}\n`,
  ),
  // One step of BusyBox' init starts all entries of an action.
  busybox: tableOf(4_900, "::sysinit:/bin/true\n", (place) => `tty${place}::respawn:/sbin/getty ${place}\n`),
};

test.each<[string, string, object, keyof typeof tables]>([
  ["a simulation", "inittab.simulate", {}, "sysvinit"],
  ["a simulation", "inittab.simulate", {}, "busybox"],
  ["a picture", "inittab.renderSimulation", { format: "svg" }, "sysvinit"],
  ["a report", "inittab.renderSimulation", { format: "md" }, "sysvinit"],
  ["a trace", "inittab.renderSimulation", { format: "json" }, "busybox"],
  ["a change of level", "inittab.compareLevels", { from: "3", to: "2" }, "sysvinit"],
])(
  "%s of as many entries as are simulated: %s %o, %s",
  async (_, command, question, table) => {
    const ask = async ({ open, connection }: Peer) => {
      await open("file:///etc/inittab", tables[table]);
      const answer = await connection.sendRequest("workspace/executeCommand", {
        command,
        arguments: [{ uri: "file:///etc/inittab", scenario: { until: 10_000_000 }, ...question }],
      });
      expect(JSON.stringify(answer)).toContain("/sbin/getty 99");
    };
    expect(await longestOf(ask)).toBeLessThan(longest);
  },
  120_000,
);

/** An id of four characters. */
function code(place: number): string {
  return place.toString(36).padStart(4, "0");
}
