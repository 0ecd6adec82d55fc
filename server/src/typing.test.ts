// Whoever types a line and presses Enter finds the line as it was typed, whatever the list of proposals would rather have.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  dialectFacts,
  dialects,
  scriptFamilies,
  scriptFamilyFacts,
  skeletonText,
  topics,
} from "@inittab/core";
import { describe, expect, test } from "vitest";
import { initializeResult } from "./capabilities.ts";
import { plainText } from "./inittab/features/snippet.ts";
import { tables } from "./inittab/features/tables.ts";
import { testEnvironment } from "./testing/environment.ts";
import { environmentWith, type TestFiles } from "./testing/files.ts";
import { modernClient, peerInProcess } from "./testing/peer.ts";
import { type Proposals, type Trigger, type Typist, typist } from "./testing/suggest-list.ts";

const systems = fileURLToPath(new URL("../../test-fixtures/systems/", import.meta.url));

/** What is opened, and what lies around it. */
interface Desk {
  readonly path: string;
  readonly languageId: "inittab" | "shellscript";
  readonly settings?: unknown;
  readonly files?: TestFiles;
}

interface Item {
  readonly label: string;
  readonly filterText: string;
  readonly sortText: string;
  readonly textEdit: { readonly range: { readonly start: Place }; readonly newText: string };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The pattern of the inittab language is ours; that of a shell script is VS Code's own. */
const words = {
  inittab: new RegExp(
    JSON.parse(
      readFileSync(fileURLToPath(new URL("../../language-configuration.json", import.meta.url)), "utf8"),
    ).wordPattern,
    "g",
  ),
  shellscript: /(-?\d*\.\d\w*)|([^`~!@#%^&*()\-=+[{\]}\\|;:'",.<>/?\s$]+)/g,
};

/** An empty file in an editor in front of a server of its own. */
async function sitDown({ path, languageId, settings, files }: Desk): Promise<[Typist, () => void]> {
  const uri = `file:///${path}`;
  const environment = files === undefined ? testEnvironment : environmentWith(files);
  const peer = peerInProcess(environment, { capabilities: modernClient, settings });
  await peer.initialize();
  await peer.open(uri, "", 1, languageId);
  const send = peer.connection;
  let text = "";
  let version = 1;
  const placeAt = (offset: number): Place => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
  const offsetAt = ({ line, character }: Place) =>
    text.split("\n").slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;

  const person = typist({
    words: words[languageId],
    triggerCharacters: initializeResult.capabilities.completionProvider?.triggerCharacters ?? [],
    replace: async (start, end, inserted) => {
      const range = { start: placeAt(start), end: placeAt(end) };
      text = text.slice(0, start) + inserted + text.slice(end);
      await send.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range, text: inserted }],
      });
    },
    ask: async (offset: number, context: Trigger): Promise<Proposals> => {
      const answer = await send.sendRequest<
        readonly Item[] | { readonly isIncomplete: boolean; readonly items: readonly Item[] } | null
      >("textDocument/completion", { textDocument: { uri }, position: placeAt(offset), context });
      const { isIncomplete, items } =
        answer === null || !("items" in answer) ? { isIncomplete: false, items: answer ?? [] } : answer;
      return {
        isIncomplete,
        items: items.map(({ textEdit, ...item }) => ({
          ...item,
          start: offsetAt(textEdit.range.start),
          text: textEdit.newText,
        })),
      };
    },
  });
  return [person, () => peer.dispose()];
}

/** The lines that were typed, each counted once. */
const typed = new Set<string>();

/** Types the lines one below the other, each with Enter, and says which of them came out otherwise. */
async function spoilt(desk: Desk, lines: readonly string[]): Promise<readonly string[]> {
  const [person, leave] = await sitDown(desk);
  const found: string[] = [];
  for (const line of lines) {
    const before = person.text();
    await person.type(`${line}\n`);
    typed.add(line);
    if (person.text() === `${before}${line}\n`) continue;
    found.push(`${line} -> ${JSON.stringify(person.text().slice(before.length))}`);
    await person.reset(`${before}${line}\n`);
  }
  leave();
  return found;
}

const inittab = { path: "etc/inittab", languageId: "inittab" } as const;

/** The lines of a file of the example systems. */
function linesOf(file: string): readonly string[] {
  return readFileSync(join(systems, file), "utf8").trimEnd().split("\n");
}

describe("an inittab", () => {
  test.each(["debian", "redhat", "slackware", "buildroot-busybox", "broken"])(
    "that of %s, whole",
    async (system) => {
      expect(await spoilt(inittab, linesOf(`${system}/etc/inittab`))).toEqual([]);
    },
  );

  test.each(dialects)("the usual lines of %s", async (dialect) => {
    const lines = dialectFacts[dialect].usual.map(({ text }) => text);
    expect(await spoilt({ ...inittab, settings: { dialect } }, lines)).toEqual([]);
  });

  test("the tables that are offered", async () => {
    const all = tables.flatMap(({ dialect, lines }) => {
      const desk = { ...inittab, settings: { dialect } };
      return spoilt(desk, plainText(lines.join("\n")).trimEnd().split("\n"));
    });
    expect((await Promise.all(all)).flat()).toEqual([]);
  });

  test.each(["sysvinit", "busybox", "procd"] as const)("the manual's examples for %s", async (dialect) => {
    const lines = topics
      .filter((topic) => topic.dialects.includes(dialect))
      .flatMap(({ body }) => body.join("\n").match(/(?<=^```inittab\n)[^`]*(?=^```$)/gm) ?? [])
      .flatMap((example) => example.trimEnd().split("\n"));
    expect(lines.length).toBeGreaterThan(0);
    expect(await spoilt({ ...inittab, settings: { dialect } }, [...new Set(lines)])).toEqual([]);
  });

  test("lines for sysvinit that once became others", async () => {
    const lines = [
      "id:2:initdefault:",
      "si::sysinit:/etc/init.d/rcS",
      "~~:S:wait:/sbin/sulogin",
      ...["0", "1", "2", "3", "4", "5", "6"].map(
        (level) => `l${level}:${level}:wait:/etc/init.d/rc ${level}`,
      ),
      "ls:S:wait:/etc/init.d/rc S",
      "z6:6:respawn:/sbin/sulogin",
      "ca:12345:ctrlaltdel:/sbin/shutdown -r now",
      "ca:12345:ctrlaltdel:/sbin/shutdown -t1 -a -r now",
      "pf::powerwait:/etc/init.d/powerfail start",
      "pn::powerfailnow:/etc/init.d/powerfail now",
      "po::powerokwait:/etc/init.d/powerfail stop",
      "1:2345:respawn:/sbin/getty 38400 tty1",
      "2:23:respawn:/sbin/getty 38400 tty2",
      "T0:23:respawn:/sbin/getty -L ttyS0 9600 vt100",
      "T1:23:respawn:/sbin/agetty -L 115200 -",
      "x:5:off:/sbin/getty 38400 tty9",
      "f:2:respawn:/usr/bin/foo s",
      "g:2:respawn:/usr/bin/foo -",
      "h:2:once:/bin/sh",
      "i:2:once:/etc/init.d/rc",
      "j:2:once:/sbin/init",
      "# inittab: dialect=sysvinit",
      "# inittab-disable-next-line duplicate-id",
    ];
    expect(await spoilt({ ...inittab, settings: { dialect: "sysvinit" } }, lines)).toEqual([]);
    expect(await spoilt(inittab, lines)).toEqual([]);
  });

  test("lines for BusyBox that once became others", async () => {
    const lines = [
      "::sysinit:/etc/init.d/rcS",
      "::sysinit:/etc/init.d/rc",
      "::sysinit:/bin/mount -t proc proc /proc",
      "::sysinit:/bin/mkdir -p /dev",
      "::wait:/sbin/ifup -a",
      "tty1::respawn:-/bin/sh",
      "tty2::askfirst:/bin/sh",
      "tty3::askfirst:-/bin/sh",
      "tty4::respawn:/sbin/getty 38400 tty4",
      "ttyS0::respawn:/bin/login",
      "tty5::respawn:/usr/bin/foo s",
      "tty5::respawn:/usr/bin/foo -",
      "tty6::respawn:/usr/bin/foo t",
      "tty7::respawn:/usr/bin/foo v",
      "::restart:/sbin/init",
      "::ctrlaltdel:/sbin/reboot",
      "::shutdown:/sbin/swapoff -a",
      "::shutdown:/bin/umount -a",
      "::shutdown:/bin/umount -a -r",
      "# inittab: dialect=busybox",
    ];
    expect(await spoilt({ ...inittab, settings: { dialect: "busybox" } }, lines)).toEqual([]);
    expect(await spoilt(inittab, lines)).toEqual([]);
  });
});

describe("an init script", () => {
  /** All of a fixture's files and links. */
  function filesOf(system: string): TestFiles {
    const entries = readdirSync(join(systems, system), { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path.slice(join(systems, system).length + 1), readFileSync(path, "utf8")];
        }),
    );
  }

  test.each([
    ["debian", "etc/init.d/ssh"],
    ["debian", "etc/init.d/nginx"],
    ["debian", "etc/init.d/networking"],
    ["redhat", "etc/rc.d/init.d/sshd"],
    ["redhat", "etc/rc.d/init.d/network"],
  ])("%s: %s, whole, on its system", async (system, path) => {
    const desk = { path, languageId: "shellscript", files: filesOf(system) } as const;
    expect(await spoilt(desk, linesOf(`${system}/${path}`))).toEqual([]);
  });

  const offered = scriptFamilies.flatMap((family) => {
    const { skeleton } = scriptFamilyFacts[family];
    return skeleton === undefined ? [] : [{ family, whole: skeleton("svc") }];
  });

  test.each(offered)("the whole script that is offered for $family", async ({ whole }) => {
    const lines = skeletonText(whole).trimEnd().split("\n");
    expect(await spoilt({ path: "etc/init.d/svc", languageId: "shellscript" }, lines)).toEqual([]);
  });

  test("headers that once lost a newline, and some that are only begun", async () => {
    const lines = [
      "#!/bin/sh",
      "#",
      "# chkconfig: 2345 80 20",
      "# description: keeps things",
      "### BEGIN INIT INFO",
      "# Provides:          mydaemon",
      "# Required-Start:    $remote_fs $syslog",
      "# Required-Stop:     $remote_fs $syslog",
      "# Should-Start:      $network",
      "# Should-Stop:",
      "# Default-Start:     2 3 4 5",
      "# Default-Stop:",
      "# X-Interactive:     true",
      "# Short-Description: keeps things",
      "# Description:       Keeps things",
      "#                    where they are.",
      "### END INIT INFO",
    ];
    expect(await spoilt({ path: "etc/init.d/mydaemon", languageId: "shellscript" }, lines)).toEqual([]);
  });
});

test("more than 200 different lines were typed", () => {
  expect(typed.size).toBeGreaterThan(200);
});
