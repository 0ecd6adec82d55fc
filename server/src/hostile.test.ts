// Files that want to harm their reader, and everything that the server says of them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hostileValues, markdownFaults, svgFaults, unsafeCharacters } from "@inittab/host/testing/hostile";
import { afterAll, describe, expect, test } from "vitest";
import { commands, requests } from "./protocol.ts";
import { environmentWith, type TestFiles } from "./testing/files.ts";
import { modernClient, type Peer, peerInProcess } from "./testing/peer.ts";

const peers: Peer[] = [];
afterAll(() => {
  for (const peer of peers) peer.dispose();
});

/** Members of answers that editors show as they are; edits, addresses and traces are data. */
const shownMembers: ReadonlySet<string> = new Set([
  "because",
  "containerName",
  "detail",
  "doing",
  "dropped",
  "label",
  "message",
  "name",
  "purpose",
  "remark",
  "summary",
  "title",
]);

function isShown(name: string, place: string): boolean {
  return shownMembers.has(name) || (name === "text" && /\.(?:story|reasons)$/.test(place));
}

/** Members that are data as a whole: what a client computes with, and init's own words byte for byte. */
const dataMembers: ReadonlySet<string> = new Set(["edit", "reason", "run", "said", "scenario"]);

/** What was smuggled into an answer, with the place where it is. */
function faultsIn(answer: unknown, place = ""): readonly string[] {
  if (Array.isArray(answer)) return answer.flatMap((item) => faultsIn(item, place));
  if (typeof answer !== "object" || answer === null) return [];
  const members = Object.entries(answer).filter(([name]) => !dataMembers.has(name));
  if ("kind" in answer && answer.kind === "markdown" && "value" in answer)
    return markdownFaults(String(answer.value)).map((fault) => `${place}: ${fault}`);
  return members.flatMap(([name, value]) =>
    typeof value === "string" && isShown(name, place)
      ? unsafeCharacters(value).map((fault) => `${place}.${name}: ${fault}`)
      : faultsIn(value, `${place}.${name}`),
  );
}

interface Asking {
  readonly uri: string;
  readonly text: string;
  readonly languageId: string;
  readonly files: TestFiles;
}

/** Asks everything that can be asked about a document, and returns what was smuggled into the answers. */
async function faultsOf({ uri, text, languageId, files }: Asking): Promise<readonly string[]> {
  const peer = peerInProcess(environmentWith(files), { capabilities: modernClient });
  peers.push(peer);
  await peer.initialize();
  await peer.open(uri, text, 1, languageId);
  const { connection } = peer;
  const textDocument = { uri };
  const lines = text.split("\n");
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const ask = async (method: string, params: object): Promise<readonly string[]> => {
    const answer: unknown = await connection.sendRequest(method, params).catch((error: unknown) => ({
      message: String(error),
    }));
    return faultsIn(answer, method);
  };
  const faults: string[] = [];
  for (const method of ["diagnostic", "documentSymbol", "codeLens", "documentLink"])
    faults.push(...(await ask(`textDocument/${method}`, { textDocument })));
  for (const method of ["codeAction", "inlayHint"])
    faults.push(
      ...(await ask(`textDocument/${method}`, { textDocument, range, context: { diagnostics: [] } })),
    );
  faults.push(...(await ask("workspace/symbol", { query: "" })));
  faults.push(...(await ask(requests.status, { uri })));
  for (const [line, { length }] of lines.entries())
    for (let character = 0; character <= length; character += 3) {
      const position = { line, character };
      faults.push(...(await ask("textDocument/hover", { textDocument, position })));
      if (character % 6 === 0)
        faults.push(...(await ask("textDocument/completion", { textDocument, position })));
    }
  for (const newName of [...hostileValues, "fine"]) {
    const position = { line: 2, character: 14 };
    faults.push(...(await ask("textDocument/rename", { textDocument, position, newName })));
  }
  const execute = (command: string, question: object) =>
    connection.sendRequest<unknown>("workspace/executeCommand", {
      command,
      arguments: [{ uri, ...question }],
    });
  const scenario = {
    events: [{ at: 5, kill: hostileValues.join("") }],
    processes: { [`${hostileValues[0]}`]: {} },
  };
  for (const question of [{}, { at: 1, level: "2", show: true }, { scenario }])
    faults.push(...faultsIn(await execute(commands.simulate, question), commands.simulate));
  faults.push(...faultsIn(await execute(commands.listRunlevels, {}), commands.listRunlevels));
  faults.push(...faultsIn(await execute(commands.followRc, { level: "2" }), commands.followRc));
  const rendered = async (format: string) => String(await execute(commands.renderSimulation, { format }));
  faults.push(...markdownFaults(await rendered("md")));
  faults.push(...svgFaults(await rendered("svg")));
  faults.push(...unsafeCharacters(await rendered("json")));
  for (const shown of peer.log) if (/\]\(/.test(shown)) faults.push(`shown: ${shown}`);
  expect(peer.errors).toEqual([]);
  return faults;
}

/** A name of a file cannot have a slash in it. */
const fileName = (value: string): string => value.replaceAll("/", "\u2215").replaceAll("\0", "");

const address = (path: string): string => `file:///${path.split("/").map(encode).join("/")}`;
/** Lone surrogates are in no address. */
const encode = (part: string): string => encodeURIComponent(part.replace(/\p{Cs}/gu, ""));

function scriptWith(value: string): string {
  return [
    "#!/bin/sh",
    "### BEGIN INIT INFO",
    `# Provides:          ${value}`,
    `# Required-Start:    $remote_fs ${value} other`,
    `# Required-Stop:     ${value}`,
    `# Default-Start:     2 3 ${value}`,
    `# Default-Stop:      0 1 6`,
    `# X-Interactive:     ${value}`,
    `# ${value}:          x`,
    `# Short-Description: ${value}`,
    "### END INIT INFO",
    `# chkconfig: 2345 ${value} 10`,
    `# description: ${value}`,
    `# pidfile: /var/run/${value}`,
    ". /lib/lsb/init-functions",
    'case "$1" in',
    `  start) touch '/var/lock/subsys/${value}'; daemon '${value}'; exit 3 ;;`,
    `  '${value}') start-stop-daemon --stop --name '${value}' --pidfile '/run/${value}' ; exit 3 ;;`,
    `  stop) rm -f '/var/lock/subsys/${value}' ;;`,
    "esac",
    "",
  ].join("\n");
}

function inittabWith(value: string): string {
  return [
    `# inittab: dialect=${value}`,
    "id:2:initdefault:",
    `l2:2:wait:/etc/init.d/rc 2 ${value}`,
    `${value}:2:respawn:/sbin/getty ${value} tty1`,
    `1:${value}:respawn:/bin/${value}`,
    `1:2:${value}:/bin/x`,
    `2:23:once:+@-/bin/sh -c '${value}' \`${value}\` $(${value}`,
    `3:2:respawn:`,
    `# inittab-disable-next-line ${value}`,
    "",
  ].join("\n");
}

describe("nothing of a file reaches the reader as anything but its characters", () => {
  test("the recorded attack", async () => {
    const path = "etc/init.d/evil";
    const fixtures = join(import.meta.dirname, "../../test-fixtures/hostile/attack-hover");
    const text = readFileSync(join(fixtures, path), "utf8");
    const files = { [path]: text, "etc/rc2.d/S01evil": { link: "../init.d/evil" } };
    expect(await faultsOf({ uri: address(path), text, languageId: "shellscript", files })).toEqual([]);
  });

  test.each(hostileValues)("a script with %j in its words and its name", async (value) => {
    const name = fileName(value);
    const text = scriptWith(value);
    const files: TestFiles = {
      [`etc/init.d/${name}`]: text,
      "etc/init.d/other": scriptWith("other").replace(
        "Provides:          other",
        `Provides: ${value} ${value}2`,
      ),
      [`etc/rc2.d/S20${name}`]: { link: `../init.d/${name}` },
      [`etc/rc2.d/K20${name}`]: { link: `../init.d/gone-${name}` },
      "etc/insserv.conf": `$${value} ${value}\n$x +${value}\n`,
      [`var/lock/subsys/${name}`]: "",
    };
    expect(
      await faultsOf({ uri: address(`etc/init.d/${name}`), text, languageId: "shellscript", files }),
    ).toEqual([]);
  });

  test.each(hostileValues)("an inittab with %j in its fields and its name", async (value) => {
    const name = fileName(value);
    const text = inittabWith(value);
    const files: TestFiles = {
      "etc/inittab": text,
      [`etc/rc2.d/S20${name}`]: { link: `../init.d/${name}` },
      [`etc/init.d/${name}`]: scriptWith(value),
    };
    expect(await faultsOf({ uri: address("etc/inittab"), text, languageId: "inittab", files })).toEqual([]);
    expect(
      await faultsOf({
        uri: address(`etc/inittab.${name}`),
        text: text.replace(/^.*\n/, ""),
        languageId: "inittab",
        files,
      }),
    ).toEqual([]);
    const busybox = text.replace(/^.*$/m, "# inittab: dialect=busybox");
    expect(
      await faultsOf({ uri: address("etc/inittab"), text: busybox, languageId: "inittab", files }),
    ).toEqual([]);
  });
});
