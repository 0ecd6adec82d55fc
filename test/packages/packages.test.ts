// What users install, from the packed files alone: each line of each package's README works in a folder of its own.

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const root = resolve(import.meta.dirname, "../..");
const packed = join(root, "out/packages");
const place = mkdtempSync(join(tmpdir(), "inittab-packages-"));

beforeAll(() => {
  execFileSync(process.execPath, [join(root, "scripts/packages/pack.mjs"), "--built"], { cwd: root });
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** An empty folder with a package in it, which npm must not have fetched anything for. */
function install(name: string): string {
  const folder = join(place, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const archive = readdirSync(packed).find(
    (file) => file.startsWith(name) && /^-\d.*\.tgz$/.test(file.slice(name.length)),
  );
  if (archive === undefined) throw new Error(`there is no package of ${name}`);
  const flags = ["--offline", "--omit=optional", "--no-audit", "--no-fund"];
  execFileSync("npm", ["install", ...flags, join(packed, archive)], { cwd: folder, stdio: "pipe" });
  return folder;
}

/** The blocks of this language in a README. */
function blocks(readme: string, language: string): readonly string[] {
  const found = readFileSync(join(root, readme), "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms);
  return Array.from(found).flatMap(([, name, text = ""]) => (name === language ? [text] : []));
}

describe("inittab", () => {
  let folder: string;
  beforeAll(() => {
    folder = install("inittab");
    cpSync(join(root, "test-fixtures/systems/debian/etc"), join(folder, "etc"), { recursive: true });
  }, 60_000);

  test("does what its README shows", () => {
    const commands = blocks("cli/README.md", "console").flatMap((text) =>
      Array.from(text.matchAll(/^\$ (.+)$/gm), ([, command = ""]) => command),
    );
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) {
      const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, npm_config_offline: "true", LANG: "C" },
      });
      expect(`${command}: ${status} ${stderr}`).toMatch(/: [01] $/);
      expect(stdout.length, command).toBeGreaterThan(20);
    }
  }, 60_000);

  test("has nothing but itself", () => {
    expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
      "inittab",
    ]);
    const { dependencies, optionalDependencies, scripts } = createRequire(join(folder, "x.js"))(
      "inittab/package.json",
    );
    expect([dependencies, optionalDependencies, scripts]).toEqual([undefined, undefined, undefined]);
  });

  test("brings the language server under both names", async () => {
    for (const command of [
      ["inittab", "lsp", "--stdio"],
      ["inittab-language-server", "--stdio"],
    ]) {
      const [program = "", ...args] = command;
      const server = spawn(join(folder, "node_modules/.bin", program), args, { cwd: folder });
      const connection = createMessageConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
      );
      connection.listen();
      const answer = await connection.sendRequest("initialize", { processId: null, capabilities: {} });
      expect(answer).toMatchObject({ serverInfo: { name: "inittab" } });
      await connection.sendRequest("shutdown");
      const ended = new Promise((done) => server.once("exit", done));
      await connection.sendNotification("exit");
      expect(await ended).toBe(0);
      connection.dispose();
    }
  });
});

describe("@inittab/core", () => {
  let folder: string;
  const [example = ""] = blocks("core/README.md", "js");
  beforeAll(() => {
    folder = install("inittab-core");
  }, 60_000);

  test("runs the example of its README", () => {
    writeFileSync(join(folder, "example.mjs"), example);
    const printed = execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" });
    expect(printed).toMatchInlineSnapshot(`
      "id initdefault, 1 respawn, ~~ wait
      /etc/inittab[3]: duplicate ID field "1"
      error duplicate-id: \`1\` repeats the id of line 2; init ignores this entry
      "
    `);
  });

  test("has types for whoever compiles with it", () => {
    writeFileSync(join(folder, "example.mts"), example.replaceAll("console.log", "print"));
    writeFileSync(join(folder, "print.d.ts"), "declare function print(text: string): void;\n");
    const options = { module: "nodenext", strict: true, noEmit: true, types: [], lib: ["ES2023"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
    const tsc = join(root, "node_modules/.bin/tsc");
    const { status, stdout } = spawnSync(tsc, ["-p", "."], { cwd: folder, encoding: "utf8" });
    expect(`${stdout}${status}`).toBe("0");
    writeFileSync(
      join(folder, "example.mts"),
      'import { readInittab } from "@inittab/core";\nreadInittab(7);\n',
    );
    expect(spawnSync(tsc, ["-p", "."], { cwd: folder, encoding: "utf8" }).stdout).toContain("'number'");
  }, 60_000);
});

test("tree-sitter-inittab parses with the grammar that it brings", async () => {
  const folder = install("tree-sitter-inittab");
  const own = join(folder, "node_modules/tree-sitter-inittab");
  const { Language, Parser, Query } = await import("web-tree-sitter");
  await Parser.init();
  const language = await Language.load(readFileSync(join(own, "tree-sitter-inittab.wasm")));
  const parser = new Parser();
  parser.setLanguage(language);
  const tree = parser.parse("1:2345:respawn:+/sbin/getty 38400 tty1 # the console\n");
  const [drawn = ""] = Array.from(
    readFileSync(join(own, "README.md"), "utf8").matchAll(/^\(source_file.*?^$/gms),
    ([text]) => text,
  );
  const flat = (text: string) =>
    text
      .replace(/ "[+@]"|```/g, "")
      .replace(/\s+/g, " ")
      .trim();
  expect(flat(tree?.rootNode.toString() ?? "")).toBe(flat(drawn));
  for (const name of readdirSync(join(own, "queries")))
    expect(
      new Query(language, readFileSync(join(own, "queries", name), "utf8")).patternCount(),
      name,
    ).toBeGreaterThan(0);
  expect(readFileSync(join(own, "src/parser.c"), "utf8")).toContain("tree_sitter_inittab");
}, 60_000);
