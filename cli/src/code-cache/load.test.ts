// Starts of the built program with the code that the build has recorded.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageFolder } from "../testing/program.ts";

const etc = join(packageFolder, "../test-fixtures/systems/debian/etc");

/** A copy of the package, for tests that change it. */
let copy: string;
/** Tells on standard error which parts are loaded, and which of them V8 takes from where. */
let spy: string;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), "inittab-code-cache-"));
  copy = join(folder, "package");
  for (const name of ["bin", "dist", "package.json"])
    cpSync(join(packageFolder, name), join(copy, name), { recursive: true });
  spy = join(folder, "spy.cjs");
  writeFileSync(
    spy,
    `const vm = require("node:vm");
    const taken = [];
    vm.Script = class extends vm.Script {
      constructor(text, options) {
        super(text, options);
        if (this.cachedDataRejected === false) taken.push(options.filename);
      }
    };
    process.on("exit", () => require("node:fs").writeFileSync(
      process.env.PARTS, JSON.stringify({ loaded: Object.keys(require.cache), taken })));`,
  );
});
afterAll(() => rmSync(join(copy, ".."), { recursive: true }));

/** What a start prints, which parts it loads, and which of them it takes from the cache. */
function start(args: readonly string[], { input = "" } = {}) {
  const list = join(copy, "../parts.json");
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--require", spy, join(copy, "bin/inittab.js"), ...args],
    { encoding: "utf8", input, env: { ...process.env, PARTS: list } },
  );
  const { loaded, taken }: Record<"loaded" | "taken", readonly string[]> = JSON.parse(
    readFileSync(list, "utf8"),
  );
  return {
    printed: stdout + stderr,
    loaded: loaded.filter((path) => path.startsWith(join(copy, "dist"))).map((path) => basename(path)),
    taken: taken.map((path) => basename(path)),
  };
}

function framed(...messages: readonly object[]): string {
  return messages
    .map((message) => JSON.stringify({ jsonrpc: "2.0", ...message }))
    .map((text) => `Content-Length: ${text.length}\r\n\r\n${text}`)
    .join("");
}

const session = framed(
  { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
  { method: "initialized", params: {} },
);

/** Does something while the folder of compiled code has another name. */
function without<T>(name: string, work: () => T): T {
  const folder = join(copy, "dist/code-cache");
  renameSync(folder, join(copy, name));
  try {
    return work();
  } finally {
    renameSync(join(copy, name), folder);
  }
}

describe("a start takes all of its code from the cache", () => {
  test.each([
    ["check an inittab", ["check", join(etc, "inittab")], ""],
    ["check a script", ["check", join(etc, "init.d/ssh")], ""],
    ["check both", ["check", join(etc, "inittab"), join(etc, "init.d/ssh")], ""],
    ["the language server", ["lsp", "--stdio"], session],
  ])("%s", (_, args, input) => {
    const { printed, loaded, taken } = start(args, { input });
    expect(printed).toMatch(/checked: 0 errors|"capabilities"/);
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter((part) => !taken.includes(part))).toEqual(["code-cache.js"]);
  });
});

test("without a cache, all is the same, and none is made", () => {
  const args = ["check", join(etc, "init.d/ssh"), join(etc, "inittab")];
  const cached = start(args);
  without("of-another-node", () => {
    const plain = start(args);
    expect(plain.printed).toBe(cached.printed);
    expect(plain.loaded).toEqual(cached.loaded);
    expect(plain.taken).toEqual([]);
    expect(readdirSync(join(copy, "dist"))).not.toContain("code-cache");
  });
});

test("what is not recorded is compiled as ever", () => {
  const { loaded, taken, printed } = start(["explain", "respawn"]);
  expect(printed).toContain("respawn");
  expect(taken).toContain("start.js");
  expect(loaded.filter((part) => !taken.includes(part))).toContain("explain.js");
});

test("a part that has changed is compiled anew, even if it is as long as before", () => {
  const part = "start.js";
  const path = join(copy, "dist", part);
  const text = readFileSync(path, "utf8");
  try {
    writeFileSync(path, text.replaceAll("`read as ", "`READ as "));
    const { printed, taken } = start(["check", join(etc, "inittab")]);
    expect(printed).toContain("inittab: READ as sysvinit");
    expect(taken).not.toContain(part);
    expect(taken).toContain("programs.js");
  } finally {
    writeFileSync(path, text);
  }
});

test("files of the cache that are empty, cut or of another V8 do no harm", () => {
  const [node = ""] = readdirSync(join(copy, "dist/code-cache"));
  const folder = join(copy, "dist/code-cache", node);
  const files = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    bytes: readFileSync(join(folder, name)),
  }));
  const damages: readonly ((bytes: Buffer) => Buffer)[] = [
    () => Buffer.alloc(0),
    (bytes) => bytes.subarray(0, -9),
    (bytes) => bytes.subarray(9),
    // Where V8 has the number of its version, and that of its flags.
    (bytes) => Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(12, 7), bytes.subarray(16)]),
  ];
  try {
    for (const damaged of damages) {
      for (const { path, bytes } of files) writeFileSync(path, damaged(bytes));
      const { printed, taken } = start(["check", join(etc, "inittab")]);
      expect(printed).toContain("1 file checked: 0 errors");
      expect(taken).toEqual([]);
    }
  } finally {
    for (const { path, bytes } of files) writeFileSync(path, bytes);
  }
});
