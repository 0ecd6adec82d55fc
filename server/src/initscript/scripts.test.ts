// What a client gets for init scripts, asked over the protocol.

import { scriptFamilyFacts, skeletonText, usualConfiguration } from "@inittab/core";
import { afterEach, describe, expect, test } from "vitest";
import type { RcVisit } from "../protocol.ts";
import { environmentWith, type TestFiles } from "../testing/files.ts";
import { modernClient, type Peer, peerInProcess, type Shown } from "../testing/peer.ts";

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

function script(header: readonly string[], body: readonly string[] = []): string {
  return [
    "#!/bin/sh",
    "### BEGIN INIT INFO",
    ...header.map((line) => `# ${line}`),
    "### END INIT INFO",
    ...body,
    "",
  ].join("\n");
}

const rsyslog = script([
  "Provides: rsyslog",
  "Required-Start: $local_fs",
  "Required-Stop: $local_fs",
  "Default-Start: 2 3 4 5",
  "Default-Stop: 0 1 6",
]);
const ssh = script([
  "Provides: sshd",
  "Required-Start: $local_fs rsyslog",
  "Required-Stop: $local_fs",
  "Default-Start: 2 3 4 5",
  "Default-Stop:",
]);
const system: TestFiles = {
  "etc/init.d/rsyslog": rsyslog,
  "etc/init.d/ssh": ssh,
  "etc/insserv.conf": "$local_fs +mountall\n$syslog +rsyslog\n$mail +exim\n$mail-agent exim\n",
  "etc/rc2.d/S02ssh": { link: "../init.d/ssh" },
  "etc/inittab": "id:2:initdefault:\nl2:2:wait:/etc/init.d/ssh start\n",
};

interface Place {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Opens the text, whose `$0` marks the cursor, and gives a function that asks about that place. */
async function openAt(
  text: string,
  path = "etc/init.d/ssh",
  files: TestFiles = system,
): Promise<<T>(method: string, params?: object) => Promise<T>> {
  const offset = Math.max(0, text.indexOf("|0|"));
  const plain = text.replace("|0|", "");
  const before = plain.slice(0, offset).split("\n");
  const uri = `file:///${path}`;
  peer = peerInProcess(environmentWith(files), { capabilities: modernClient });
  await peer.initialize();
  await peer.open(uri, plain, 1, "shellscript");
  const { connection } = peer;
  return (method, params = {}) =>
    connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      ...params,
    });
}

function places(found: readonly { readonly uri: string; readonly range: Range }[]): readonly string[] {
  return found.map(({ uri, range }) => `${uri.replace("file:///", "")}:${range.start.line + 1}`);
}

describe("diagnostics", () => {
  test("a shell script that is no init script is none of our business", async () => {
    const ask = await openAt("#!/bin/sh\ncase $1 in start) ;; esac\n", "home/me/deploy.sh", {});
    const report = await ask<{ readonly items: readonly Shown[] }>("diagnostic");
    expect(report.items).toEqual([]);
  });

  test("a script that becomes one by its header is checked from then on", async () => {
    const ask = await openAt("#!/bin/sh\n", "home/me/new", {});
    expect((await ask<{ items: readonly Shown[] }>("diagnostic")).items).toEqual([]);
    await peer?.change("file:///home/me/new", 2, "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: new\necho\n");
    expect((await ask<{ items: readonly Shown[] }>("diagnostic")).items.length).toBeGreaterThan(0);
  });
});

describe("completion", () => {
  async function labels(text: string, context?: object): Promise<readonly string[]> {
    const ask = await openAt(text);
    const list = await ask<{
      readonly isIncomplete: boolean;
      readonly items: readonly { readonly label: string; readonly filterText: string }[];
    }>("completion", { context });
    if (!list.isIncomplete) return list.items.map(({ label, filterText }) => `${label} until ${filterText}`);
    return list.items.map(({ label }) => label);
  }

  test("keywords that the header lacks", async () => {
    expect(await labels(ssh.replace("# Default-Stop:", "# |0|Should-"))).toMatchInlineSnapshot(`
      [
        "Should-Start",
        "Should-Stop",
        "X-Start-Before",
        "X-Stop-After",
        "Default-Stop",
        "X-Interactive",
        "Short-Description",
        "Description",
      ]
    `);
    const begun = ["Should-Start", "Should-Stop"];
    expect(await labels(ssh.replace("# Default-Stop:", "# Should-|0|"))).toEqual(begun);
    expect(await labels(ssh.replace("# Default-Stop:", "# should|0|"))).toEqual(begun);
  });

  test("nothing that is there already, and nothing by itself behind a colon, where the line may end", async () => {
    expect(await labels(ssh.replace("# Default-Stop:", "# Should-Start|0|"))).toEqual([]);
    expect(await labels(ssh.replace("$local_fs rsyslog", "$local_fs $syslog|0|"))).toEqual([]);
    expect(await labels(ssh.replace("$local_fs rsyslog", "$local_fs $sys|0|"))).toEqual(["$syslog"]);
    expect(await labels(ssh.replace("2 3 4 5", "2 3 4|0|"))).toEqual([]);
    const own = await labels(ssh.replace("$local_fs rsyslog", "$local_fs $|0|"), {
      triggerKind: 2,
      triggerCharacter: "$",
    });
    expect(own).toContain("$syslog until $syslo");
    expect(own).not.toContain("$local_fs until $local_f");
    // Where `$mail` stands as a whole, nothing longer must be left in the list.
    expect(own).toContain("$mail until $mai");
    expect(own.join()).not.toContain("$mail-agent");
    const header = ssh.replace("Default-Stop:", "Default-Stop:|0|");
    expect(await labels(header, { triggerKind: 2, triggerCharacter: ":" })).toEqual([]);
    expect(await labels(header, { triggerKind: 1 })).toEqual(["2", "3", "4", "5", "0", "1", "6", "S"]);
  });

  test("facilities, those of this system too, and services, but none that is there and not itself", async () => {
    const found = await labels(ssh.replace("$local_fs rsyslog", "$local_fs |0|"));
    expect(found).toContain("$mail");
    expect(found).toContain("$network");
    expect(found).toContain("$mail-agent");
    expect(found).toContain("rsyslog");
    expect(found).not.toContain("$local_fs");
    expect(found).not.toContain("sshd");
  });

  test("runlevels that the list lacks", async () => {
    expect(await labels(ssh.replace("2 3 4 5", "2 3 |0|"))).toEqual(["4", "5", "0", "1", "6", "S"]);
  });

  test("tags of chkconfig in the comments at the top", async () => {
    expect(await labels("#!/bin/sh\n# chk|0|\n")).toContain("chkconfig");
  });

  test("a header for a script that has none, and for Red Hat both", async () => {
    const body = 'case "$1" in\n  start) : ;;\n  stop) : ;;\nesac\n';
    expect(await labels(`#!/bin/sh\n|0|\n${body}`)).toEqual(["### BEGIN INIT INFO"]);
    expect(await labels(`#!/bin/sh\n|0|\n. /etc/init.d/functions\n${body}`)).toEqual([
      "### BEGIN INIT INFO",
      "# chkconfig and LSB header",
    ]);
  });

  test("a whole script where there is none yet", async () => {
    expect(await labels("#!/bin/sh\n|0|")).toEqual([
      "### BEGIN INIT INFO",
      "init script (Red Hat)",
      "init script (Debian)",
      "init script (Buildroot)",
      "init script (OpenEmbedded)",
    ]);
  });

  test("a whole script for the interpreter that is there", async () => {
    expect(await labels("#!/sbin/openrc-run\n|0|")).toEqual(["init script (OpenRC)"]);
  });

  test("whole scripts say what is in them", async () => {
    const ask = await openAt("#!/bin/sh\n|0|");
    const list = await ask<{ readonly items: readonly { readonly detail: string }[] }>("completion");
    expect(list.items.slice(1).map(({ detail }) => detail)).toEqual([
      "with chkconfig header and lock file",
      "with LSB header",
      "as /etc/init.d/rcS calls it",
      "as /etc/init.d/rc calls it",
    ]);
  });

  test("nothing in the shell part", async () => {
    expect(await labels(`${ssh}st|0|`)).toEqual([]);
  });
});

test.each(["redhat", "debian"] as const)(
  "the skeleton of %s has nothing to find fault with",
  async (family) => {
    const text = skeletonText(scriptFamilyFacts[family].skeleton?.("svc") ?? []);
    const ask = await openAt(text, "etc/init.d/svc", {
      "etc/init.d/svc": text,
      "etc/insserv.conf": usualConfiguration(),
    });
    const report = await ask<{ readonly items: readonly Shown[] }>("diagnostic");
    const loud = report.items.filter(({ severity }) => severity <= 2);
    expect(loud.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  },
);

describe("hover", () => {
  async function hover(text: string): Promise<string> {
    const ask = await openAt(text);
    const found = await ask<{ readonly contents: { readonly value: string } } | null>("hover");
    return found?.contents.value ?? "";
  }

  test("a keyword", async () => {
    expect(await hover(ssh.replace("Required-St", "Requi|0|red-St"))).toContain(
      "**Required-Start: LSB header**",
    );
  });

  test("a facility", async () => {
    expect(await hover(ssh.replace("$local_fs", "$loc|0|al_fs"))).toContain("system facility");
  });

  test("a service: who provides it, who asks for it", async () => {
    expect(await hover(ssh.replace("fs rsyslog", "fs rsys|0|log"))).toMatchInlineSnapshot(`
      "**rsyslog: service**

      Provided by \`etc/init.d/rsyslog\`.

      Asked for by \`ssh\`."
    `);
  });
});

describe("names", () => {
  const onRsyslog = ssh.replace("fs rsyslog", "fs rsys|0|log");

  test("definition: the script that provides a service", async () => {
    const ask = await openAt(onRsyslog);
    expect(places(await ask("definition"))).toEqual(["etc/init.d/rsyslog:3"]);
  });

  test("definition: the line of insserv.conf that makes a facility", async () => {
    const ask = await openAt(ssh.replace("$local_fs rsyslog", "$sys|0|log"));
    expect(places(await ask("definition"))).toEqual(["etc/insserv.conf:2"]);
  });

  test("definition: what an rc link leads to", async () => {
    const ask = await openAt(`${ssh}ls /etc/rc2.d/S02|0|ssh\n`);
    expect(places(await ask("definition"))).toEqual(["etc/init.d/ssh:1"]);
  });

  test("references: every header that asks for it", async () => {
    const ask = await openAt(onRsyslog);
    const context = { includeDeclaration: true };
    expect(places(await ask("references", { context }))).toEqual([
      "etc/init.d/rsyslog:3",
      "etc/init.d/ssh:4",
      "etc/insserv.conf:2",
    ]);
    expect(places(await ask("references", { context: { includeDeclaration: false } }))).toEqual([
      "etc/init.d/ssh:4",
      "etc/insserv.conf:2",
    ]);
  });

  test("rename changes every header, and the open text counts", async () => {
    const ask = await openAt(onRsyslog.replace("Required-Stop: $local_fs", "Required-Stop: rsyslog"));
    const { changes } = await ask<{ readonly changes: Record<string, readonly { newText: string }[]> }>(
      "rename",
      { newName: "syslog-ng" },
    );
    expect(Object.entries(changes).map(([uri, edits]) => [uri, edits.length])).toEqual([
      ["file:///etc/init.d/rsyslog", 1],
      ["file:///etc/init.d/ssh", 2],
      ["file:///etc/insserv.conf", 1],
    ]);
  });

  test.each([
    ["sshd", "sshd is provided by ssh already"],
    ["a b", '"a b" cannot be the name of a service'],
  ])("rename to %j is refused", async (newName, why) => {
    const ask = await openAt(onRsyslog);
    await expect(ask("rename", { newName })).rejects.toThrow(why);
  });

  test("a facility cannot be renamed", async () => {
    const ask = await openAt(ssh.replace("$local_fs rsyslog", "$loc|0|al_fs rsyslog"));
    expect(await ask("prepareRename")).toBeNull();
  });
});

describe("symbols and hints", () => {
  test("the outline of a script", async () => {
    const body = [
      "do_start() {",
      "  :",
      "}",
      'case "$1" in',
      "  start) do_start ;;",
      "  *) exit 3 ;;",
      "esac",
    ];
    const ask = await openAt(script(["Provides: sshd"], body));
    const symbols =
      await ask<readonly { readonly name: string; readonly children: unknown[] }[]>("documentSymbol");
    expect(symbols.map(({ name, children }) => `${name} ${children.length}`)).toEqual([
      "LSB header 1",
      "do_start 0",
      "start 0",
      "* 0",
    ]);
  });

  test("services across the system", async () => {
    await openAt(ssh);
    const found = await peer?.connection.sendRequest<readonly { name: string; containerName: string }[]>(
      "workspace/symbol",
      { query: "sl" },
    );
    expect(found?.map(({ name, containerName }) => `${name} in ${containerName}`)).toEqual([
      "rsyslog in rsyslog",
    ]);
  });

  test("the numbers that insserv gives", async () => {
    const ask = await openAt(ssh);
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await ask<readonly { readonly label: string; readonly position: Place }[]>("inlayHint", {
      range: whole,
    });
    expect(hints.map(({ label, position }) => `${position.line + 1}: ${label}`)).toEqual([
      "6: S02 in 2 3 4 5",
    ]);
  });
});

test("from an inittab to the script that it calls", async () => {
  peer = peerInProcess(environmentWith(system), { capabilities: modernClient });
  await peer.initialize();
  const uri = "file:///etc/inittab";
  await peer.open(uri, String(system["etc/inittab"]));
  const found = await peer.connection.sendRequest<readonly { uri: string; range: Range }[]>(
    "textDocument/definition",
    { textDocument: { uri }, position: { line: 1, character: 20 } },
  );
  expect(places(found)).toEqual(["etc/init.d/ssh:1"]);
});

describe("rc", () => {
  async function follow(question: object): Promise<readonly string[]> {
    peer = peerInProcess(environmentWith({ ...system, ...links }), { capabilities: modernClient });
    await peer.initialize();
    const uri = "file:///etc/inittab";
    await peer.open(uri, "id:2:initdefault:\nl2:2:wait:/etc/init.d/rc 2\nl6:6:wait:/etc/init.d/rc 6\n");
    const visit = await peer.connection.sendRequest<RcVisit>("workspace/executeCommand", {
      command: "inittab.followRc",
      arguments: [{ uri, ...question }],
    });
    return [
      `${visit.flavor} ${visit.previous} -> ${visit.level}`,
      ...visit.steps.map(({ kind, name, argument, remark, uri: script }) =>
        [kind, name, argument, remark, script?.replace("file:///", "")].filter(Boolean).join(" "),
      ),
    ];
  }

  const links: TestFiles = {
    "etc/debian_version": "12.5\n",
    "etc/rc2.d/S01rsyslog": { link: "../init.d/rsyslog" },
    "etc/rc2.d/S09gone": { link: "../init.d/gone" },
    "etc/rc6.d/K01ssh": { link: "../init.d/ssh" },
    "etc/rcS.d/S01x": { link: "../init.d/ssh" },
  };

  test("the default level is entered at boot", async () => {
    expect(await follow({ level: "2" })).toMatchInlineSnapshot(`
      [
        "deb12 N -> 2",
        "call S01rsyslog start etc/init.d/rsyslog",
        "call S02ssh start etc/init.d/ssh",
        "skip S09gone it points to ../init.d/gone, which does not exist",
      ]
    `);
  });

  test("any other level is entered from the default one", async () => {
    expect(await follow({ level: "6" })).toMatchInlineSnapshot(`
      [
        "deb12 2 -> 6",
        "call K01ssh stop etc/init.d/ssh",
      ]
    `);
  });
});
