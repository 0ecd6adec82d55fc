// What somebody meets on an ordinary day in an editor, asked over the protocol.

import { describe, expect, test } from "vitest";
import type { Status } from "./protocol.ts";
import { type DeskOptions, deskOfTest } from "./testing/desk.ts";
import type { TestFiles } from "./testing/files.ts";
import type { Shown } from "./testing/peer.ts";

const { open, now: desk } = deskOfTest();

interface Items<T> {
  readonly items: readonly T[];
}

async function labels(
  marked: string,
  options: DeskOptions = {},
  trigger?: string,
): Promise<readonly string[]> {
  const { ask } = await open(marked, options);
  const context = trigger === undefined ? {} : { context: { triggerKind: 2, triggerCharacter: trigger } };
  const list = await ask<Items<{ readonly label: string }>>("textDocument/completion", context);
  return list.items.map(({ label }) => label);
}

async function codes(text: string, settings: object): Promise<readonly string[]> {
  const { ask } = await open(text, { settings });
  const { items } = await ask<Items<Shown>>("textDocument/diagnostic");
  return items.map(({ code, severity, range }) => `${range.start.line} ${code} ${severity}`);
}

async function hover(marked: string, options: DeskOptions = {}): Promise<string> {
  const { ask } = await open(marked, options);
  const found = await ask<{ readonly contents: { readonly value: string } } | null>("textDocument/hover");
  return found?.contents.value ?? "";
}

const debian: TestFiles = {
  "etc/inittab": "",
  "etc/init.d/rc": "",
  "etc/init.d/rcS": "",
  "etc/init.d/cron": "",
  "etc/init.d/ssh": "",
  "etc/init.d/networking": "",
  "etc/init.d/odd name": "",
  "sbin/getty": "",
  "sbin/gettyps": "",
};

describe("completion from the system around the file", () => {
  const table = "id:3:initdefault:\nx1:3:once:";

  test("rc of the record's level first, then the scripts of the tree", async () => {
    expect(await labels(`${table}/etc/init.d/|0|`, { files: debian })).toEqual([
      "/etc/init.d/rc 3",
      "/etc/init.d/rcS",
      "cron",
      "networking",
      "rc",
      "rcS",
      "ssh",
    ]);
  });

  test("only what goes on with what is typed, and nothing once it is whole", async () => {
    expect(await labels(`${table}/etc/init.d/s|0|`, { files: debian })).toEqual(["ssh"]);
    expect(await labels(`${table}/etc/init.d/ssh|0|`, { files: debian })).toEqual([]);
    expect(await labels(`${table}/bin/sh /etc/init.d/cr|0|`, { files: debian })).toEqual(["cron"]);
    expect(await labels(`${table}/sbin/getty|0|`, { files: debian })).toEqual([]);
  });

  test("no file outside the open folders", async () => {
    const folders = ["file:///elsewhere"];
    expect(await labels(`${table}/etc/init.d/s|0|`, { files: debian, folders })).toEqual([]);
    expect(await labels("x1:3:once:/etc/init.d/s|0|", { files: debian, path: "home/inittab" })).toEqual([]);
  });
});

describe("the documentation of a proposal", () => {
  interface Item {
    readonly label: string;
    readonly documentation?: { readonly value: string };
    readonly data?: unknown;
  }
  const resolving = {
    textDocument: { completion: { completionItem: { resolveSupport: { properties: ["documentation"] } } } },
  };
  const respawn = async (capabilities: object) => {
    const { ask } = await open("id:2:initdefault:\n1:2:resp|0|\n", { capabilities });
    const { items } = await ask<Items<Item>>("textDocument/completion");
    const item = items.find(({ label }) => label === "respawn");
    if (item === undefined) throw new Error("respawn is not proposed");
    return item;
  };
  const resolved = (item: Item) => desk()?.peer.connection.sendRequest<Item>("completionItem/resolve", item);

  test("comes when it is asked for, to a client that can ask", async () => {
    const item = await respawn(resolving);
    expect(item.documentation).toBeUndefined();
    const whole = await resolved(item);
    expect(whole?.documentation?.value).toContain("### Action respawn");
    expect({ ...whole, documentation: undefined }).toEqual({ ...item, documentation: undefined });
    const made = { label: "made up", data: { topic: "nothing of ours", dialect: "sysvinit" } };
    expect(await resolved(made)).toEqual(made);
  });

  test("comes with the list to any other", async () => {
    expect((await respawn({})).documentation?.value).toContain("### Action respawn");
  });
});

describe("a lock-out", () => {
  test("cannot be missed", async () => {
    const table =
      "id:2:initdefault:\nsi::sysinit:/bin/mount -a\n1:3:respawn:/sbin/getty 38400 tty1\nx:2:respawn:/usr/sbin/syslogd -n\n";
    expect(await codes(table, { dialect: "sysvinit" })).toContain("0 no-login 2");
    const busybox =
      "::sysinit:/bin/mount -a\n::respawn:/sbin/syslogd -n\n::ctrlaltdel:/sbin/reboot\n::shutdown:/bin/umount -a\n";
    expect(await codes(busybox, { dialect: "busybox" })).toContain("0 no-login 2");
  });
});

test("lines that people get wrong are told of", async () => {
  const busybox = [
    "::sysinit:/etc/init.d/rcS",
    "::respawn:/sbin/getty 115200",
    "tty1::respawn:/sbin/getty 38400 tty1",
    "tty1::respawn:/sbin/getty 38400 tty1 vt100",
    "",
  ].join("\n");
  const found = await codes(busybox, { dialect: "busybox" });
  expect(found).toEqual(expect.arrayContaining(["1 getty-arguments 2", "3 terminal-shared 2"]));
  const once = "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\n1:2:once:/sbin/getty 38400 tty1\n";
  expect(await codes(once, { dialect: "sysvinit" })).toContain("2 getty-action 2");
});

describe("fixes", () => {
  async function titles(marked: string, options: DeskOptions = {}): Promise<readonly string[]> {
    const { ask, position } = await open(marked, options);
    const range = { start: position, end: position };
    const actions = await ask<readonly { readonly title: string }[]>("textDocument/codeAction", {
      range,
      context: { diagnostics: [], only: ["quickfix"] },
    });
    return actions.map(({ title }) => title).filter((title) => !title.startsWith("Disable"));
  }
  const busybox = { settings: { dialect: "busybox" } };

  test("a missing colon, an entry of another init, an open quote", async () => {
    const rest = "\n::sysinit:/etc/init.d/rcS\n";
    expect(await titles(`tty2:ask|0|first:-/bin/sh${rest}`, busybox)).toEqual([
      "Insert the missing colon",
      "Comment out the line",
    ]);
    expect(await titles(`pf::power|0|fail:/bin/x${rest}`, busybox)).toEqual(["Comment out the line"]);
    expect(await titles(`id:3:init|0|default:${rest}`, busybox)).toEqual(["Comment out the line"]);
    expect(await titles(`::once:/bin/echo |0|"hello${rest}`, busybox)).toEqual([
      "Close the quote at the end of the line",
    ]);
    expect(await titles(`::once:/bin/echo It|0|'s me${rest}`, busybox)).toEqual([]);
  });

  test("several levels of initdefault: each fix once, never a reboot first, and no fix makes the mistake official", async () => {
    const table = (levels: string) => `id:${levels}:initdefault:\n1:23:respawn:/sbin/getty 38400 tty1\n`;
    const sysvinit = { settings: { dialect: "sysvinit" } };
    for (const levels of ["236", "60", "306", "0123456"]) {
      const offered = (await titles(table(`|0|${levels}`), sysvinit)).filter((title) =>
        title.startsWith("Write"),
      );
      expect(offered).toEqual([...new Set(offered)]);
      expect(offered[0]).not.toMatch(/[06]/);
      interface Action {
        readonly edit: { readonly changes: Readonly<Record<string, readonly object[]>> };
      }
      const all = await desk()?.ask<readonly Action[]>("textDocument/codeAction", {
        context: { diagnostics: [], only: ["source.fixAll"] },
      });
      expect(JSON.stringify(all?.map(({ edit }) => edit.changes) ?? [])).not.toContain(`"newText":"6"`);
      expect(JSON.stringify(all?.map(({ edit }) => edit.changes) ?? [])).not.toContain(`"newText":"0"`);
    }
  });

  const script = (line: string) =>
    `#!/bin/sh\n${line}\n# description: x\n. /etc/init.d/functions\ncase $1 in start) ;; stop) ;; esac\n`;
  const place = { path: "etc/init.d/x", languageId: "shellscript" };

  test("a number that chkconfig does not take", async () => {
    expect(await titles(script("# chkconfig: 345 85 1|0|50"), place)).toEqual(["Write `15`", "Write `99`"]);
  });

  test("a script that is not executable, where the server can reach it", async () => {
    const text = script("# chkconfig: 345 85 15").replace("#!", "#|0|!");
    const files = { "etc/init.d/x": { idle: text.replace("|0|", "") } };
    const made: string[] = [];
    const environment = {
      makeExecutable: async (uri: string) => {
        made.push(uri);
        return true;
      },
    };
    expect(await titles(text, { ...place, files })).not.toContain("Make it executable");
    expect(await titles(text, { ...place, files, environment })).toContain("Make it executable");
    const run = (uri: string) =>
      desk()?.peer.connection.sendRequest("workspace/executeCommand", {
        command: "inittab.makeExecutable",
        arguments: [{ uri }],
      });
    expect(await run("file:///etc/init.d/x")).toBe(true);
    expect(await run("file:///etc/passwd")).toBeNull();
    expect(made).toEqual(["file:///etc/init.d/x"]);
  });
});

describe("hover", () => {
  test("names no test cases", async () => {
    const text = await hover("id:2:initdefault:\n1:2:resp|0|awn:/sbin/getty 38400 tty1\n");
    expect(text).toContain("### Action respawn");
    expect(text).not.toContain("Sources");
    expect(text).not.toContain("observed");
  });

  test("begins a page where the client can show the rest of it", async () => {
    const text = await hover("id:2:initdefault:\n1:2:resp|0|awn:/sbin/getty 38400 tty1\n", {
      initializationOptions: { showTopic: "inittab.showTopic" },
    });
    const [sentence, opening] = text.split("\n\n---\n\n");
    expect(sentence).toContain("started");
    expect(opening?.split("\n\n")).toHaveLength(3);
    const [, argument = ""] = /\(command:inittab\.showTopic\?(.*)\)$/.exec(opening ?? "") ?? [];
    const page = await desk()?.peer.connection.sendRequest<string>("workspace/executeCommand", {
      command: "inittab.explainTopic",
      arguments: JSON.parse(decodeURIComponent(argument)),
    });
    expect(page).toContain("### Action respawn");
    expect(page).toContain("Sources");
  });

  test("a rule's name leads to its page where the client can show one, and nowhere else", async () => {
    interface Linked {
      readonly code: string;
      readonly codeDescription?: { readonly href: string };
    }
    const twice = "id:2:initdefault:\nl2:2:wait:/etc/rc 2\nl2:3:wait:/etc/rc 3\n";
    const shown = await open(twice, { initializationOptions: { showTopic: "inittab.showTopic" } });
    const { items } = await shown.ask<Items<Linked>>("textDocument/diagnostic");
    const pages = await Promise.all(
      items.map(async ({ code, codeDescription }) => {
        const [, argument = ""] =
          /^command:inittab\.showTopic\?(.*)$/.exec(codeDescription?.href ?? "") ?? [];
        const page = await shown.peer.connection.sendRequest<string>("workspace/executeCommand", {
          command: "inittab.explainTopic",
          arguments: JSON.parse(decodeURIComponent(argument)),
        });
        return [code, page] as const;
      }),
    );
    expect(pages.map(([code]) => code)).toContain("duplicate-id");
    for (const [code, page] of pages) expect(page).toContain(code);
    shown.peer.dispose();
    const { ask } = await open(twice);
    const plain = await ask<Items<Linked>>("textDocument/diagnostic");
    expect(plain.items.filter(({ codeDescription }) => codeDescription !== undefined)).toEqual([]);
  });

  test("the levels and the numbers of chkconfig", async () => {
    const place = { path: "etc/init.d/x", languageId: "shellscript" };
    const script = (line: string) => `#!/bin/sh\n${line}\n# description: x\ncase $1 in start) ;; esac\n`;
    const texts = [
      "# chkconfig: 3|0|45 85 15",
      "# chkconfig: - 8|0|5 15",
      "# chkconfig: |0|- 85 15",
      "# chkconfig: 2 85 1|0|5",
    ];
    const found: string[] = [];
    for (const text of texts) {
      found.push(await hover(script(text), place));
    }
    expect(found.join("\n")).toMatchInlineSnapshot(`
      "\`chkconfig --add\` makes start links in runlevels 3, 4 and 5, and stop links in the other ones.
      The start links are called \`S85x\`.
      \`chkconfig --add\` makes no start link: the script starts in no runlevel until somebody turns it on.
      The stop links are called \`K15x\`."
    `);
  });
});

describe("lenses", () => {
  const table =
    "id:2:initdefault:\nsi::sysinit:/etc/init.d/rcS\nl0:0:wait:/etc/init.d/rc 0\nl1:1:wait:/etc/init.d/rc 1\nl2:2:wait:/etc/init.d/rc 2\n";

  async function titles(settings: object): Promise<readonly string[]> {
    const { ask } = await open(table, { settings });
    const lenses = await ask<readonly { readonly command: { readonly title: string } }[] | null>(
      "textDocument/codeLens",
    );
    return (lenses ?? []).map(({ command }) => command.title);
  }

  test("there is one, and more of them only for who wants them", async () => {
    expect(await titles({ dialect: "sysvinit" })).toEqual(["Simulate boot"]);
    expect(await titles({ dialect: "sysvinit", codeLens: { show: "runlevels" } })).toEqual([
      "Simulate boot",
      "Simulate runlevel 0",
      "Simulate runlevel 1",
      "Simulate runlevel 2",
    ]);
    expect(await titles({ dialect: "sysvinit", codeLens: { show: "none" } })).toEqual([]);
  });

  test("a choice that there is not is told of", async () => {
    await titles({ codeLens: { show: "all" }, inlayHints: { enabled: "no" } });
    expect(desk()?.peer.log.join("\n")).toMatchInlineSnapshot(`
      "inittab.codeLens.show: "all" is none of boot, runlevels, none
      inittab.inlayHints.enabled: "no" is neither true nor false"
    `);
  });
});

test("the status has the name of the init", async () => {
  const { peer, uri } = await open("::sysinit:/etc/init.d/rcS\n", { settings: { dialect: "busybox" } });
  const status = await peer.connection.sendRequest<Status>("inittab/status", { uri });
  expect(status.title).toBe("BusyBox init");
});

describe("the keywords of a header", () => {
  const place = { path: "etc/init.d/x", languageId: "shellscript" };
  const header = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n# S|0|\n### END INIT INFO\n";

  test("are proposed at their first letter, which asks in comments too", async () => {
    expect(await labels(header, place, "S")).toEqual(expect.arrayContaining(["Should-Start", "Should-Stop"]));
    expect(
      await labels(header.replace("# S|0|", "# S|0|").replace("### END INIT INFO\n", ""), place, "S"),
    ).toEqual(expect.arrayContaining(["Should-Start", "Should-Stop"]));
  });

  test("and nothing else is at a letter", async () => {
    expect(await labels(`${header.replace("|0|", "")}S|0|`, place, "S")).toEqual([]);
    expect(await labels("#!/bin/sh\n# S|0|\n", place, "S")).toEqual([]);
  });

  test("facilities are proposed in a header whose end is not written yet", async () => {
    const text = "#!/bin/sh\n### BEGIN INIT INFO\n# Provides: x\n# Required-Start: $|0|\n";
    expect(await labels(text, place, "$")).toContain("$remote_fs");
  });
});
