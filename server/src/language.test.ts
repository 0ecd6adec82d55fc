// In the pseudo-language every text of a catalogue stands in ⟦…⟧. Whatever the server says over a real connection is in
// such brackets, but what stands in a file, names, code, and an init's own words.

import { fieldNames } from "@inittab/core";
import { outsideBrackets, wordsOutside } from "@inittab/host/testing/brackets";
import { afterEach, describe, expect, test } from "vitest";
import type { LevelChoice, RcVisit, SimulationAnswer, Status } from "./protocol.ts";
import { environmentWith, type TestFiles } from "./testing/files.ts";
import { modernClient, type Peer, peerInProcess, type Shown } from "./testing/peer.ts";

const sysvinit = `# qq
qa:3:initdefault:
qb:3:wiat:/bin/qqx
qc:3:respawn:/sbin/getty -L qq
qc:3:respawn:/bin/qqy > /dev/null
qd
qe:ab:ondemand:/bin/qqz
qf:3:ctrlaltdel:/bin/qqz
qg:35:wait:/etc/rc.d/rc 3
qh:1:wait:/etc/rc.d/rc 1
S0:5:off:
qi:0123456789:once:@/bin/echo $RUNLEVEL &
qj:3:powerfail:/bin/qqz "
`;

const busybox = `::sysinit:/bin/qqx
tty2::askfirst:/bin/qqy
tty2::respawn:/bin/qqy
qq::bad:/bin/qqx
tty3::once:/bin/qqx
::ctrlaltdel:/sbin/reboot
::shutdown:/bin/qqx
`;

function script(name: string): string {
  return `#!/bin/sh
# chkconfig: 35 85 15
# description: qq
### BEGIN INIT INFO
# Provides: ${name} qqd
# Required-Start: $qq qqe
# Required-Stop: $network
# Default-Start: 3 5
# Default-Stop: x
# Short-Description: qq
### END INIT INFO
. /etc/init.d/functions
case "$1" in
  start) daemon qqx; touch /var/lock/subsys/${name} ;;
  stop) killproc qqx; rm -f /var/lock/subsys/${name} ;;
  status) status qqx ;;
esac
exit 7
`;
}

const files: TestFiles = {
  "etc/inittab": sysvinit,
  "etc/redhat-release": "Example Linux release 6 (made up)\n",
  "etc/rc.d/init.d/qqa": script("qqa"),
  "etc/rc.d/init.d/qqb": script("qqb"),
  "etc/rc.d/rc1.d/K15qqa": { link: "../init.d/qqa" },
  "etc/rc.d/rc3.d/S85qqa": { link: "../init.d/qqa" },
  "etc/rc.d/rc3.d/S86qqc": { link: "../init.d/qqc" },
  "etc/rc.d/rc3.d/S90qqb": { link: "../init.d/qqb" },
};
const uris = {
  sysvinit: "file:///etc/inittab",
  busybox: "file:///qq/inittab",
  script: "file:///etc/rc.d/init.d/qqa",
  other: "file:///qqq/inittab",
} as const;
const texts = {
  sysvinit,
  busybox,
  script: script("qqa"),
  other: "::sysinit:/bin/qqx\n::askconsole:/bin/qqy\n",
};

/** Text that is not ours. */
const given = [...Object.keys(files), ...Object.values(texts), ...Object.values(uris)];

let peer: Peer | undefined;
afterEach(() => {
  expect(peer?.errors).toEqual([]);
  peer?.dispose();
});

/** A client that speaks the pseudo-language, with all files open. */
async function start(): Promise<Peer["connection"]> {
  peer?.dispose();
  const server = peerInProcess(environmentWith(files), { capabilities: modernClient, locale: "qps-ploc" });
  peer = server;
  await server.initialize();
  for (const name of ["sysvinit", "busybox", "other"] as const) await server.open(uris[name], texts[name]);
  await server.open(uris.script, texts.script, 1, "shellscript");
  return server.connection;
}

const documents = ["sysvinit", "busybox", "script"] as const;
type DocumentName = (typeof documents)[number];

async function ask<T>(method: string, name: DocumentName, params: object = {}): Promise<T> {
  const connection = await start();
  return connection.sendRequest<T>(method, { textDocument: { uri: uris[name] }, ...params });
}

async function command<T>(name: string, question: object): Promise<T> {
  const connection = await start();
  return connection.sendRequest<T>("workspace/executeCommand", { command: name, arguments: [question] });
}

/** Every place of a document where something could be asked. */
function* placesIn(name: DocumentName): Iterable<{ readonly line: number; readonly character: number }> {
  for (const [line, text] of texts[name].split("\n").entries())
    for (let character = 0; character <= text.length; character++) yield { line, character };
}

/** A page without code and without its sources in italics, which are quoted as they are. */
function plain(page: string): string {
  return outsideBrackets(page).replaceAll(/^ *```[\s\S]*?^ *```$|`[^`]+`|^\*.*\*$/gm, "");
}

/** The words that are in no catalogue, nor in what was given. */
function strayWords(said: readonly string[], known: readonly string[] = []): readonly string[] {
  return said.flatMap((text) => wordsOutside(text, [...given, ...known]));
}

/** Expects that something is said, and in the pseudo-language alone. */
function expectWords(said: readonly string[], known: readonly string[] = []): void {
  expect(said.join("")).toContain("⟦");
  expect(strayWords(said, known)).toEqual([]);
}

const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe.each(documents)("no word stands outside the catalogues in %s:", (name) => {
  test("diagnostics, and the titles of what can be done about them", async () => {
    const { items } = await ask<{ readonly items: readonly Related[] }>("textDocument/diagnostic", name);
    interface Related extends Shown {
      readonly relatedInformation?: readonly { readonly message: string }[];
    }
    expect(items.length).toBeGreaterThan(2);
    expectWords(
      items.flatMap(({ message, relatedInformation = [] }) => [
        message,
        ...relatedInformation.map((related) => related.message),
      ]),
    );
    const actions = await peer?.connection.sendRequest<readonly { readonly title: string }[]>(
      "textDocument/codeAction",
      { textDocument: { uri: uris[name] }, range: whole, context: { diagnostics: items } },
    );
    expect(actions?.length).toBeGreaterThan(3);
    expectWords((actions ?? []).map(({ title }) => title));
  });

  test("hovers", async () => {
    const connection = await start();
    const pages = new Set<string>();
    for (const position of placesIn(name)) {
      const hover = await connection.sendRequest<{ readonly contents: { readonly value: string } } | null>(
        "textDocument/hover",
        { textDocument: { uri: uris[name] }, position },
      );
      if (hover !== null) pages.add(hover.contents.value);
    }
    expect(pages.size).toBeGreaterThan(8);
    for (const page of pages) expect(page).toContain("⟦");
    expect(strayWords([...pages].map(plain))).toEqual([]);
  });

  test("completion", async () => {
    const connection = await start();
    interface Item {
      readonly label: string;
      readonly detail?: string;
      readonly documentation?: { readonly value: string };
      readonly textEdit: { readonly newText: string };
    }
    const items = new Map<string, Item>();
    for (const position of placesIn(name)) {
      const list = await connection.sendRequest<{ readonly items: readonly Item[] } | null>(
        "textDocument/completion",
        { textDocument: { uri: uris[name] }, position },
      );
      for (const item of list?.items ?? []) items.set(JSON.stringify([item.label, item.detail]), item);
    }
    expect(items.size).toBeGreaterThan(20);
    for (const { label, detail = "", documentation, textEdit } of items.values()) {
      // A label that is not worded is what is inserted; a detail may be all names of an option.
      const options = detail.match(/--[\w-]+/g) ?? [];
      expect(strayWords([label, detail], [textEdit.newText, ...fieldNames, ...options])).toEqual([]);
      expect(strayWords([plain(documentation?.value ?? "")])).toEqual([]);
    }
  });

  test("symbols, hints and lenses", async () => {
    interface Named {
      readonly name: string;
      readonly detail?: string;
      readonly children?: readonly Named[];
    }
    const namesOf = ({ name: own, detail = "", children = [] }: Named): readonly string[] => [
      own,
      detail,
      ...children.flatMap(namesOf),
    ];
    const symbols = await ask<readonly Named[]>("textDocument/documentSymbol", name);
    expect(strayWords(symbols.flatMap(namesOf))).toEqual([]);
    const at = { textDocument: { uri: uris[name] } };
    interface Hint {
      readonly label: string;
      readonly tooltip: { readonly value: string };
    }
    const hints = await peer?.connection.sendRequest<readonly Hint[] | null>("textDocument/inlayHint", {
      ...at,
      range: whole,
    });
    expect(strayWords((hints ?? []).flatMap(({ label, tooltip }) => [label, tooltip.value]))).toEqual([]);
    interface Lens {
      readonly command: { readonly title: string };
    }
    const lenses = await peer?.connection.sendRequest<readonly Lens[] | null>("textDocument/codeLens", at);
    expect(strayWords((lenses ?? []).map((lens) => lens.command.title))).toEqual([]);
    expect([symbols, hints ?? [], lenses ?? []].flat().length).toBeGreaterThan(0);
  });
});

/** What an init adds to its table by itself, and the names that a scenario has for what can be done. */
const inits = [
  "sulogin sbin bin sh console reboot umount swapoff init",
  "sysinit wait once respawn askfirst",
];

const questions: readonly (readonly [keyof typeof uris, object])[] = [
  ["sysvinit", {}],
  ["sysvinit", { at: 0.5 }],
  ["sysvinit", { level: "S" }],
  [
    "sysvinit",
    {
      scenario: {
        processes: { qc: { runs: 0.1 }, nobody: {} },
        events: [
          { at: 10, telinit: "a" },
          { at: 20, signal: "INT" },
          { at: 21, kill: "qc" },
          { at: 30, telinit: "1" },
          { at: 50, telinit: "0" },
        ],
      },
    },
  ],
  ["sysvinit", { scenario: { until: "qq", events: [{}, { at: -1, kill: 7 }], qq: 1, ttys: 2 } }],
  ["busybox", {}],
  ["busybox", { level: "3" }],
  ["busybox", { at: 0.5 }],
  [
    "busybox",
    {
      scenario: {
        processes: { "/bin/qqy": { runs: 1 }, nobody: {} },
        events: [
          { at: 3, tty: "tty3", input: "\n" },
          { at: 4, signal: "QQ" },
          { at: 5, signal: "TSTP" },
          { at: 6, signal: "CONT" },
          { at: 20, signal: "TERM" },
        ],
      },
    },
  ],
  ["other", {}],
];

describe("no word stands outside the catalogues in a simulation", () => {
  test.each(questions)("of %s: %j", async (name, question) => {
    const answer = await command<SimulationAnswer>("inittab.simulate", { uri: uris[name], ...question });
    const { title, summary, problems, story = [], moment, lanes = [], said = [] } = answer;
    expectWords([title, summary, ...problems.map(({ message }) => message)], problems.map(describePath));
    expect(strayWords(story.map(({ text }) => text))).toEqual([]);
    const reasons = moment?.reasons ?? [];
    expect(strayWords([moment?.doing ?? "", ...reasons.map(({ text }) => text)])).toEqual([]);
    expect(
      strayWords([
        ...reasons.flatMap(({ reason }) => (reason.kind === "disarmed" ? [reason.sign] : [])),
        ...lanes.flatMap(({ dropped }) => dropped ?? []),
      ]),
    ).toEqual([]);
    // What an init says is in no language but its own.
    expect(said.map(({ text }) => text).join("")).not.toContain("⟦");
    expect(JSON.stringify(answer.run ?? null)).not.toContain("⟦");
  });

  test("of one that is broken off", async () => {
    const scenario = { until: 1e9, processes: { qc: { runs: 13 } } };
    const answer = await command<SimulationAnswer>("inittab.simulate", { uri: uris.sysvinit, scenario });
    expect(answer.run?.stopped).toBeDefined();
    expectWords([answer.summary]);
  });

  test.each(questions.filter(([name]) => name !== "other"))("exported, of %s: %j", async (name, question) => {
    const render = (format: string) =>
      command<string | null>("inittab.renderSimulation", { uri: uris[name], format, ...question });
    const svg = await render("svg");
    const picture = svg?.replace(/<style>[\s\S]*?<\/style>/, "").replaceAll(/<[^>]*>|&\w+;/g, " ");
    expect(strayWords([picture ?? ""], [...inits, "shutdown"])).toEqual([]);
    const report = await render("md");
    expect(report === null).toBe(svg === null);
    expect(strayWords([report ?? ""], inits)).toEqual([]);
  });

  test.each(["sysvinit", "busybox"] as const)("the levels of %s", async (name) => {
    const levels = await command<readonly LevelChoice[]>("inittab.listRunlevels", { uri: uris[name] });
    expect(levels.length).toBeGreaterThan(3);
    expectWords(levels.map(({ purpose }) => purpose));
  });

  test("the way of rc", async () => {
    const visit = await command<RcVisit>("inittab.followRc", { uri: uris.sysvinit, level: "3" });
    expect(visit.steps.length).toBeGreaterThan(2);
    expectWords([visit.because, ...visit.steps.map(({ remark }) => remark)]);
  });
});

test.each(["sysvinit", "busybox", "other"] as const)("why %s is read as what it is", async (name) => {
  const connection = await start();
  const status = await connection.sendRequest<Status>("inittab/status", { uri: uris[name] });
  expectWords([status.because]);
});

function describePath({ path }: SimulationAnswer["problems"][number]): string {
  return path.join(" ");
}
