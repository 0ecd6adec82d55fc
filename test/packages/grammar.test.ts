// The package `tree-sitter-inittab`: the wasm, the native binding for those who ask for it, and the queries.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describeIfPresent } from "@inittab/host/testing/skip";
import { expect, test } from "vitest";
import { blocks, installed, root, testWhatAllHave } from "./packed.ts";

const grammar = installed("tree-sitter-inittab");
const { folder, own, env } = grammar;

/** Runs an example beside a library that it imports, and which its user has installed. */
function runBeside(library: string, example = ""): string {
  const link = join(folder, "node_modules", library);
  symlinkSync(join(root, "node_modules", library), link);
  writeFileSync(join(folder, "example.mjs"), example);
  try {
    const { stdout, stderr } = spawnSync(process.execPath, ["example.mjs"], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    return stdout + stderr;
  } finally {
    unlinkSync(link);
  }
}

const drawn = "(source_file (record id: (id) runlevels: (runlevels) action: (action)))\n";

test("the example of its README with the wasm runs", () => {
  expect(runBeside("web-tree-sitter", blocks(grammar, "js")[0])).toBe(drawn);
});

test("the tree of its README is the one that its wasm gives", () => {
  const readme = readFileSync(join(own, "README.md"), "utf8");
  const [line = ""] = readme.match(/^1:2345:.*$/m) ?? [];
  const [tree = ""] = readme.match(/^\(source_file.*?(?=^```$)/ms) ?? [];
  const example = blocks(grammar, "js")[0]?.replace('"id:2:initdefault:\\n"', JSON.stringify(`${line}\n`));
  const flat = (text: string) =>
    text
      .replace(/ "[+@]"/g, "")
      .replace(/\s+/g, " ")
      .trim();
  expect(flat(runBeside("web-tree-sitter", example))).toBe(flat(tree));
});

test("whoever has not asked for the native binding is told how", () => {
  expect(existsSync(join(own, "build"))).toBe(false);
  const said = runBeside("tree-sitter", blocks(grammar, "js")[1]);
  const [command = ""] = blocks(grammar, "sh");
  expect(said).toContain(`the native binding is not compiled; ${command.trim()} does that`);
});

/** What compiles an addon of Node, from its headers: those beside node are taken, so that none are fetched. */
const prefix = dirname(dirname(process.execPath));
const hasHeaders = existsSync(join(prefix, "include/node/node_api.h"));
const hasCompiler = ["cc", "make", "python3"].every((tool) => spawnSync(tool, ["--version"]).status === 0);
const missing = !hasHeaders
  ? "Node's headers are not there"
  : !hasCompiler
    ? "there is no C compiler"
    : undefined;

describeIfPresent("the native binding of tree-sitter-inittab", missing, () => {
  test("is compiled by the command of the README, and its example runs", () => {
    const [command = ""] = blocks(grammar, "sh");
    execFileSync("sh", ["-c", command], {
      cwd: folder,
      env: { ...env, npm_config_nodedir: prefix },
      stdio: "pipe",
    });
    expect(runBeside("tree-sitter", blocks(grammar, "js")[1])).toBe(drawn);
  }, 120_000);
});

test("the queries of all editors are in it", () => {
  const here = join(root, "grammar");
  for (const room of ["queries", "editors"]) {
    const paths = readdirSync(join(here, room), { recursive: true, encoding: "utf8" }).sort();
    expect(paths.length).toBeGreaterThan(3);
    expect(readdirSync(join(own, room), { recursive: true, encoding: "utf8" }).sort()).toEqual(paths);
  }
});

test("its description names files that are in it", () => {
  const { grammars } = JSON.parse(readFileSync(join(own, "tree-sitter.json"), "utf8"));
  const [{ highlights, injections, tags }] = grammars;
  for (const path of [...highlights, ...injections, ...tags, "src/parser.c", "grammar.js", "binding.gyp"])
    expect(existsSync(join(own, path)), path).toBe(true);
});

testWhatAllHave("tree-sitter-inittab", grammar);
