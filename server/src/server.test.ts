import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { testEnvironment } from "./testing/environment.ts";
import {
  modernClient,
  type Peer,
  type PeerOptions,
  peerInProcess,
  peerOfProgram,
  type Shown,
} from "./testing/peer.ts";

const program = fileURLToPath(new URL("../../dist/server/server.js", import.meta.url));
const missing = existsSync(program) || process.env["CI"] === "true" ? undefined : "npm run build has not run";

const uri = "file:///nowhere/etc/inittab";
/** Two records with one id, in a file that is otherwise as it should be. */
const twice = [
  "id:2:initdefault:",
  "l2:26:wait:/etc/rc.d/rc",
  "l2:3:wait:/etc/rc.d/rc 3",
  "1:2345:respawn:/sbin/getty 38400 tty1",
  "ca:12345:ctrlaltdel:/sbin/shutdown -r now",
  "",
].join("\n");

let peer: Peer | undefined;
afterEach(() => {
  peer?.dispose();
  peer = undefined;
});

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Shown[];
}

function pull(previousResultId?: string): Promise<Report> {
  return ask("textDocument/diagnostic", { previousResultId });
}

function ask<T>(method: string, params: object = {}): Promise<T> {
  if (peer === undefined) throw new Error("there is no server");
  return peer.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });
}

function print(diagnostics: readonly Shown[] = []): string {
  return diagnostics
    .map(({ range, code, message }) => `${range.start.line}:${range.start.character} ${code}: ${message}`)
    .join("\n");
}

const only = { "duplicate-id": "warning" };

describe.skipIf(missing !== undefined)(
  `the built server${missing === undefined ? "" : `, skipped: because ${missing}`}`,
  () => {
    async function start(options: PeerOptions = { capabilities: modernClient }): Promise<Peer> {
      peer = peerOfProgram(program, options);
      await peer.initialize();
      return peer;
    }

    test("answers a pull, and says when nothing is new", async () => {
      const { open } = await start();
      await open(uri, twice);
      const first = await pull();
      expect(print(first.items)).toMatchInlineSnapshot(
        `"2:0 duplicate-id: \`l2\` repeats the id of line 2; init ignores this entry"`,
      );
      expect(await pull(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    });

    test("finds its WebAssembly files", async () => {
      const { open, errors } = await start();
      await open(uri, twice);
      const ranges = await ask<readonly { readonly range: object }[]>("textDocument/selectionRange", {
        positions: [{ line: 0, character: 0 }],
      });
      expect(ranges[0]?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 2 } });
      const tokens = await ask<{ readonly data: readonly number[] }>("textDocument/semanticTokens/full");
      expect(tokens.data.slice(0, 10)).toEqual([0, 0, 2, 1, 0, 0, 3, 1, 2, 0]);
      expect(errors).toEqual([]);
    });

    test("links to files that exist in the system around the inittab", async () => {
      const root = await mkdtemp(join(tmpdir(), "inittab-"));
      try {
        await mkdir(join(root, "etc/rc.d"), { recursive: true });
        await writeFile(join(root, "etc/rc.d/rc"), "");
        const here = pathToFileURL(join(root, "etc/inittab")).href;
        const { open } = await start();
        await open(here, twice);
        const links = await ask<readonly { readonly target: string }[]>("textDocument/documentLink", {
          textDocument: { uri: here },
        });
        expect(links.map(({ target }) => target.replace(pathToFileURL(root).href, ""))).toEqual([
          "/etc/rc.d/rc",
          "/etc/rc.d/rc",
        ]);
      } finally {
        await rm(root, { recursive: true });
      }
    });

    test("survives what is no message, and ends when it is told to", async () => {
      const { connection, open, raw, ended } = await start();
      for (const nonsense of [
        "{{{{",
        "null",
        "42",
        "[]",
        '"x"',
        "{}",
        '{"jsonrpc":"2.0","id":[1],"method":7}',
      ])
        raw(`Content-Length: ${nonsense.length}\r\n\r\n${nonsense}`);
      await open(uri, twice);
      expect((await pull()).items).toHaveLength(1);
      expect(await connection.sendRequest("shutdown")).toBeNull();
      await expect(pull()).rejects.toThrow("shut down");
      await connection.sendNotification("exit");
      expect(await ended).toBe(0);
    });
  },
);

describe("diagnostics", () => {
  async function start(options: PeerOptions, later = testEnvironment.later): Promise<Peer> {
    peer = peerInProcess({ ...testEnvironment, later }, options);
    await peer.initialize();
    return peer;
  }

  test("are pushed to a client that does not pull, for the newest version only", async () => {
    // What is due later waits until the server has seen both versions; an answer says that it has.
    const due = new Set<() => void>();
    const { open, change, published, until, connection } = await start({}, (work) => {
      due.add(work);
      return () => due.delete(work);
    });
    await open(uri, "x");
    await change(uri, 2, twice);
    await pull();
    for (const work of due) work();
    await until(() => published.length > 0);
    expect(published).toHaveLength(1);
    expect(published[0]?.version).toBe(2);
    expect(print(published[0]?.diagnostics)).toContain("duplicate-id");
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await until(() => published.length > 1);
    expect(published[1]).toEqual({ uri, diagnostics: [] });
  });

  test("of all open documents follow the settings", async () => {
    const { open, configure, published, until } = await start({});
    await open(uri, twice);
    await open("file:///other", twice);
    await until(() => published.length === 2);
    await configure({ rules: { "duplicate-id": "off" } });
    await until(() => published.length === 4);
    expect(published.slice(2).map((one) => print(one.diagnostics))).toEqual(["", ""]);
  });

  test("are asked for again when the settings change, under other names then", async () => {
    const { open, configure, until, log } = await start({
      capabilities: modernClient,
      settings: { rules: only },
    });
    await open(uri, twice);
    const before = await pull();
    expect(before.items?.map(({ severity }) => severity)).toEqual([2]);
    log.length = 0;
    await configure({ rules: { "duplicate-id": "hint" } });
    await until(() => log.includes("refresh"));
    const after = await pull(before.resultId);
    expect(after.items?.map(({ severity }) => severity)).toEqual([4]);
  });

  test("need no question for a file that is opened again, if the client says when its settings change", async () => {
    const tells = { configuration: true, didChangeConfiguration: { dynamicRegistration: true } };
    const { connection, open, configure } = await start({
      capabilities: { ...modernClient, workspace: tells },
    });
    const asked: string[] = [];
    let severity = "warning";
    connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) => {
      asked.push(severity);
      return items.map(() => ({ rules: { "duplicate-id": severity } }));
    });
    const severityOfFinding = async () => {
      await open(uri, twice);
      const { items } = await pull();
      await connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
      return items?.map((item) => item.severity);
    };
    expect(await severityOfFinding()).toEqual([2]);
    expect(await severityOfFinding()).toEqual([2]);
    expect(asked).toEqual(["warning"]);
    severity = "hint";
    await configure({});
    expect(await severityOfFinding()).toEqual([4]);
    expect(asked).toEqual(["warning", "hint"]);
  });

  test("wait for the settings, but not for ever", async () => {
    const { open, log } = await start({ capabilities: modernClient, silent: true }, (work) => {
      work();
      return () => {};
    });
    await open(uri, twice);
    expect((await pull()).items).toHaveLength(1);
    expect(log).toEqual([]);
  });

  test("are told of wrong settings once", async () => {
    const { open, log } = await start({ capabilities: modernClient, settings: { dialect: "nonsense" } });
    await open(uri, twice);
    await pull();
    await open("file:///other", twice);
    await pull();
    expect(log.filter((text) => text.includes("nonsense"))).toHaveLength(1);
  });

  describe("of a hopeless file are cut off, the mildest first", () => {
    /** A hint for each line, and an error in the last one. */
    const settings = {
      dialect: "sysvinit",
      rules: { "duplicate-id": "hint", "empty-process": "error" },
    };
    const lines = (count: number) =>
      `id:2:initdefault:\nca::ctrlaltdel:/bin/x\n${"l2:2:once:/bin/x\n".repeat(count)}ab:2:once:\n`;

    const last = (items: readonly Shown[] = []) => items.slice(-2).map((each) => print([each]));

    test("in a pull", async () => {
      const { open } = await start({ capabilities: modernClient, settings });
      await open(uri, lines(3000));
      const { items = [] } = await pull();
      expect(items).toHaveLength(1001);
      expect(last(items)).toMatchInlineSnapshot(`
        [
          "3002:9 empty-process: there is nothing to run; init starts a child process that ends at once",
          "1000:0 duplicate-id: 2002 more findings are not shown: 2002 hints",
        ]
      `);
      expect(await pull()).toEqual({ kind: "full", items, resultId: expect.any(String) });
    });

    test("in a push", async () => {
      const { open, published, until, configure } = await start({});
      await configure(settings);
      await open(uri, lines(3000));
      await until(() => published.length > 0);
      expect(published[0]?.diagnostics).toHaveLength(1001);
      expect(last(published[0]?.diagnostics)).toMatchInlineSnapshot(`
        [
          "3002:9 empty-process: there is nothing to run; init starts a child process that ends at once",
          "1000:0 duplicate-id: 2002 more findings are not shown: 2002 hints",
        ]
      `);
    });

    test("where all are of one severity, the last", async () => {
      const { open } = await start({ capabilities: modernClient, settings: { dialect: "sysvinit" } });
      await open(uri, "x\n".repeat(1500));
      const { items = [] } = await pull();
      expect(items).toHaveLength(1001);
      expect(last(items)).toMatchInlineSnapshot(`
        [
          "999:0 missing-action: the line is neither an entry nor a comment; init drops it with "missing action field"",
          "1000:0 missing-action: 500 more findings are not shown: 500 errors",
        ]
      `);
    });
  });

  test("of a document that is not open are none", async () => {
    await start({ capabilities: modernClient });
    expect(await pull()).toEqual({ kind: "full", items: [] });
  });
});

describe("code actions", () => {
  interface Action {
    readonly title: string;
    readonly kind: string;
    readonly edit: { readonly changes: Readonly<Record<string, readonly { readonly newText: string }[]>> };
  }

  async function actions(kinds?: readonly string[]): Promise<readonly string[]> {
    peer = peerInProcess(testEnvironment, { capabilities: modernClient });
    await peer.initialize();
    await peer.open(uri, twice);
    const place = { line: 2, character: 1 };
    const found = await ask<readonly Action[]>("textDocument/codeAction", {
      range: { start: place, end: place },
      context: { diagnostics: [], only: kinds },
    });
    return found.map(
      ({ title, kind, edit }) =>
        `${kind} ${title}: ${edit.changes[uri]?.map(({ newText }) => newText).join()}`,
    );
  }

  test("are fixes and ways to silence the rule", async () => {
    expect(await actions()).toMatchInlineSnapshot(`
      [
        "quickfix Rename to \`l3\`: l3",
        "quickfix Disable duplicate-id for this line: # inittab-disable-next-line duplicate-id
      ",
        "quickfix Disable duplicate-id for the whole file: # inittab-disable-file duplicate-id
      ",
        "refactor.rewrite Comment out the entry: # ",
      ]
    `);
    expect(await actions(["quickfix"])).toHaveLength(3);
    expect(await actions(["refactor"])).toEqual(["refactor.rewrite Comment out the entry: # "]);
    expect(await actions(["refactor.extract"])).toEqual([]);
  });
});

test("the status is that of the file", async () => {
  peer = peerInProcess(testEnvironment, { capabilities: modernClient });
  await peer.initialize();
  await peer.open(uri, twice);
  expect(await peer.connection.sendRequest("inittab/status", { uri })).toMatchInlineSnapshot(`
    {
      "because": "it has the action ctrlaltdel",
      "defaultRunlevel": "2",
      "dialect": "sysvinit",
      "dropped": 1,
      "from": "content",
      "records": 4,
      "title": "sysvinit",
      "version": "3.14",
    }
  `);
  expect(await peer.connection.sendRequest("inittab/status", { uri: "file:///gone" })).toBeNull();
});

test("the dialect is written into the file by a command, and changed there", async () => {
  const capabilities = { ...modernClient, workspace: { applyEdit: true } };
  peer = peerInProcess(testEnvironment, { capabilities });
  const edits: unknown[] = [];
  peer.connection.onRequest("workspace/applyEdit", (params: { readonly edit: unknown }) => {
    edits.push(params.edit);
    return { applied: true };
  });
  await peer.initialize();
  await peer.open(uri, "tty1::askfirst:-/bin/sh\n");
  const write = (question: object) =>
    peer?.connection.sendRequest("workspace/executeCommand", {
      command: "inittab.writeDialect",
      arguments: [{ uri, ...question }],
    });
  expect(await write({ dialect: "toybox", onlyIfNamed: true })).toBe(false);
  expect(await write({ dialect: "nonsense" })).toBe(false);
  expect(edits).toEqual([]);
  expect(await write({ dialect: "toybox" })).toBe(true);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  expect(edits).toEqual([{ changes: { [uri]: [{ range, newText: "# inittab: dialect=toybox\n" }] } }]);
  await peer.change(uri, 2, "# inittab: dialect=toybox\ntty1::askfirst:-/bin/sh\n");
  expect(await write({ dialect: "toybox" })).toBe(true);
  expect(edits).toHaveLength(1);
  expect(await write({ dialect: "aix", onlyIfNamed: true })).toBe(true);
  expect(JSON.stringify(edits[1])).toContain(": inittab: dialect=aix");
});

test("a folder's pattern decides, and a comment in the file goes before it", async () => {
  const settings = { dialect: "irix", dialects: { "board/**": "toybox" } };
  peer = peerInProcess(testEnvironment, { capabilities: modernClient, settings });
  await peer.initialize();
  const seen: string[] = [];
  for (const [address, text] of [
    ["file:///board/x/inittab", "::once:/bin/a\n"],
    ["file:///etc/inittab", "::once:/bin/a\n"],
    ["file:///board/y/inittab", "# inittab: dialect=busybox\n::once:/bin/a\n"],
  ] as const) {
    await peer.open(address, text);
    const { dialect, from } = await peer.connection.sendRequest<{ dialect: string; from: string }>(
      "inittab/status",
      { uri: address },
    );
    seen.push(`${dialect} by ${from}`);
  }
  expect(seen).toEqual(["toybox by settings", "irix by settings", "busybox by comment"]);
});

test("a request before initialize is refused", async () => {
  peer = peerInProcess(testEnvironment);
  await expect(ask("textDocument/hover", { position: { line: 0, character: 0 } })).rejects.toThrow(
    "waits for initialize",
  );
  await peer.initialize();
  expect(await ask("textDocument/hover", { position: { line: 0, character: 0 } })).toBeNull();
});
