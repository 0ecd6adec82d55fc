// Starts of the built server with a folder for compiled code.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { folderOfNode } from "@inittab/host/code-cache/file";
import { describeIfPresent } from "@inittab/host/testing/skip";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { modernClient, type Peer, peerOfProgram } from "../testing/peer.ts";

const built = join(import.meta.dirname, "../../../dist/server");
const missing = existsSync(join(built, "server.js")) ? undefined : "npm run build has not run";
const uri = "file:///etc/inittab";
const request = { textDocument: { uri }, position: { line: 0, character: 6 } };

let place: string;
let program: string;
let cache: string;
/** Where the code for this Node is. */
let folder: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "inittab-begin-"));
  program = join(place, "dist/server");
  if (missing === undefined) cpSync(join(built, ".."), join(place, "dist"), { recursive: true });
  // Tells which parts are compiled, and which of them from the cache.
  const spy = join(place, "spy.cjs");
  writeFileSync(
    spy,
    `const vm = require("node:vm");
    const parts = { taken: [], compiled: [] };
    vm.Script = class extends vm.Script {
      constructor(text, options) {
        super(text, options);
        parts[this.cachedDataRejected === false ? "taken" : "compiled"].push(options.filename);
      }
    };
    process.on("exit", () =>
      require("node:fs").writeFileSync(process.env.PARTS + process.pid, JSON.stringify(parts)));`,
  );
  vi.stubEnv("NODE_OPTIONS", `--require ${spy}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
});
beforeEach(() => {
  cache = join(mkdtempSync(join(place, "cache-")), "code");
  folder = join(cache, folderOfNode);
  vi.stubEnv("PARTS", join(mkdtempSync(join(place, "parts-")), "of"));
});
afterEach(() => rmSync(join(cache, ".."), { recursive: true }));

/** What a start has found, and where it had its parts from. */
interface Start {
  readonly found: unknown;
  readonly taken: readonly string[];
  readonly compiled: readonly string[];
}

const check = (peer: Peer) => peer.connection.sendRequest("textDocument/diagnostic", request);

/** One start of the server, which opens a file, does the work and ends. */
async function start({
  work = check,
  words = [`--code-cache=${cache}`],
}: {
  readonly work?: (peer: Peer) => Promise<unknown>;
  readonly words?: readonly string[];
} = {}): Promise<Start> {
  const peer = peerOfProgram(join(program, "server.js"), { capabilities: modernClient }, words);
  try {
    await peer.initialize();
    await peer.open(uri, "id:9:initdefault:\n");
    const found = await work(peer);
    await peer.connection.sendRequest("shutdown");
    await peer.connection.sendNotification("exit");
    expect(await peer.ended).toBe(0);
    expect(peer.errors).toEqual([]);
    return { found, ...partsOf() };
  } finally {
    peer.dispose();
  }
}

/** What the spies have written since the last time. */
function partsOf(): Omit<Start, "found"> {
  const names = join(process.env["PARTS"] ?? "", "..");
  const all = readdirSync(names).map((name) => {
    const file = join(names, name);
    const parts: Omit<Start, "found"> = JSON.parse(readFileSync(file, "utf8"));
    rmSync(file);
    return parts;
  });
  const of = (kind: "taken" | "compiled") =>
    all.flatMap((parts) => parts[kind].map((path) => basename(path))).toSorted();
  return { taken: of("taken"), compiled: of("compiled") };
}

const atStart = ["check.js", "main.js", "protocol.js", "rolldown-runtime.js", "start.js"];

const kept = () => readdirSync(folder).map((name) => name.replace(/--.*/, ""));

describeIfPresent("the server keeps compiled code", missing, () => {
  test("the second start takes all parts that the first one has compiled, and finds the same", async () => {
    const plain = await start({ words: [] });
    expect(plain).toMatchObject({ taken: [], compiled: [] });
    expect(existsSync(cache)).toBe(false);
    const first = await start();
    expect(first).toEqual({ found: plain.found, taken: [], compiled: atStart });
    expect(kept()).toEqual(atStart);
    expect(await start()).toEqual({ found: plain.found, taken: atStart, compiled: [] });
  });

  test("what is needed later is kept as well, and each part is written once", async () => {
    await start();
    const [file = ""] = readdirSync(folder).map((name) => join(folder, name));
    const written = statSync(file).mtimeMs;
    const hover = async (peer: Peer) => {
      await check(peer);
      return peer.connection.sendRequest("textDocument/hover", request);
    };
    const first = await start({ work: hover });
    expect(first.taken).toEqual(atStart);
    expect(first.compiled.length).toBeGreaterThan(3);
    expect(await start({ work: hover })).toEqual({
      found: first.found,
      taken: [...atStart, ...first.compiled].toSorted(),
      compiled: [],
    });
    expect(statSync(file).mtimeMs).toBe(written);
  });

  test("a server that goes on running writes when it has nothing to do", async () => {
    await start({
      work: async (peer) => {
        await check(peer);
        expect(existsSync(cache)).toBe(false);
        await vi.waitUntil(() => existsSync(folder) && kept().length === atStart.length, 20_000);
        return check(peer);
      },
    });
    expect(await start()).toMatchObject({ taken: atStart, compiled: [] });
  }, 30_000);

  test("flags of V8 that are set later do not keep the next start from taking the code", async () => {
    await start({
      work: async (peer) => {
        await check(peer);
        // A long text and an edit change what V8 is asked for, and so does the grammar of the shell.
        await peer.change(uri, 2, "# A comment.\n".repeat(5000));
        await peer.open("file:///etc/init.d/x", "#!/bin/sh\n", 1, "shellscript");
        return peer.connection.sendRequest("textDocument/diagnostic", {
          textDocument: { uri: "file:///etc/init.d/x" },
        });
      },
    });
    expect(await start()).toMatchObject({ taken: atStart, compiled: [] });
  });

  test("a server that has checked nothing writes nothing", async () => {
    await start({ work: async () => {} });
    expect(existsSync(cache)).toBe(false);
  });

  test("a part that has changed is compiled anew, even if it is as long as before, and takes the place", async () => {
    const path = join(program, "start.js");
    const text = readFileSync(path, "utf8");
    await start();
    const before = readdirSync(folder);
    const foreign = "start.js--some-flag=1";
    writeFileSync(join(folder, foreign), readFileSync(join(folder, before.at(-1) ?? "")));
    try {
      // A sentence of the catalogue that no test here sees.
      writeFileSync(
        path,
        text.replace(/`[A-Z][a-z]+ /, (words) => words.toUpperCase()),
      );
      expect(readFileSync(path, "utf8")).not.toBe(text);
      const { taken, compiled } = await start();
      expect(compiled).toEqual(["start.js"]);
      expect(taken).not.toContain("start.js");
      expect(readdirSync(folder)).toEqual(before);
      expect(await start()).toMatchObject({ taken: atStart });
    } finally {
      writeFileSync(path, text);
    }
  });

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["empty", () => Buffer.alloc(0)],
    ["cut at the end", (bytes) => bytes.subarray(0, -9)],
    ["cut at the beginning", (bytes) => bytes.subarray(9)],
    // Where V8 has the number of its version, and that of its flags.
    [
      "of another V8",
      (bytes) => Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(12, 7), bytes.subarray(16)]),
    ],
    ["damaged where V8 does not look", (bytes) => Buffer.from(bytes).fill(0, 4096, 8192)],
    ["zeros", (bytes) => Buffer.alloc(bytes.length)],
  ])("files that are %s do no harm, and are written anew", async (_, damaged) => {
    const { found } = await start();
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, name), damaged(bytes));
    }
    expect(await start()).toEqual({ found, taken: [], compiled: atStart });
    expect(await start()).toEqual({ found, taken: atStart, compiled: [] });
  });

  test("where nothing can be written, the server works as ever", async () => {
    mkdirSync(join(cache, ".."), { recursive: true });
    writeFileSync(cache, "no folder");
    const { found } = await start();
    expect(await start()).toEqual({ found, taken: [], compiled: atStart });
    expect(readFileSync(cache, "utf8")).toBe("no folder");
  });

  test("a relative path is not taken for the folder", async () => {
    const { compiled } = await start({ words: ["--code-cache=out"] });
    expect(compiled).toEqual([]);
  });

  test("what nothing takes any more is removed, and nothing else", async () => {
    const other = join(cache, "v18.0.0-10.2.154.26-node.26-linux-x64");
    const shared = join(cache, "v18.1.0-10.2.154.26-node.26-linux-x64");
    for (const made of [folder, other, shared, join(cache, "v1")]) mkdirSync(made, { recursive: true });
    const mine = [
      join(cache, "v1/start.js"),
      join(cache, "notes.js"),
      join(shared, "notes"),
      join(folder, "notes"),
    ];
    for (const file of mine) writeFileSync(file, "mine");
    for (const gone of [join(other, "start.js--x"), join(shared, "start.js"), join(folder, "gone.js--x")])
      writeFileSync(gone, "");
    const [old, young] = ["start.js.1.unfinished", "start.js.2.unfinished"].map((name) => join(folder, name));
    for (const file of [old, young]) writeFileSync(file ?? "", "");
    utimesSync(old ?? "", 1, 1);
    await start();
    expect(readdirSync(cache).toSorted()).toEqual(
      ["notes.js", "v1", folderOfNode, basename(shared)].toSorted(),
    );
    expect(kept()).toEqual([...atStart, "notes", basename(young ?? "")].toSorted());
    expect(readdirSync(shared)).toEqual(["notes"]);
    for (const file of mine) expect(readFileSync(file, "utf8")).toBe("mine");
  });

  test("several at once do no harm to each other", async () => {
    const all = await Promise.all([start(), start(), start()]);
    for (const { found } of all) expect(found).toEqual(all[0]?.found);
    expect(kept()).toEqual(atStart);
    expect(await start()).toMatchObject({ taken: atStart, compiled: [] });
  });
});
