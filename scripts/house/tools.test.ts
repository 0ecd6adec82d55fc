// The invariants that the linter and the finder of unused exports hold: their settings are tried on small trees.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { filesOf } from "./testing/fixture.ts";

/** Runs a program of this repository over the files of a fixture and gives what it prints. */
function run(program: string, args: readonly string[], fixture: string): string {
  const folder = mkdtempSync(join(tmpdir(), "inittab-house-"));
  try {
    for (const [path, text] of filesOf(fixture)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const command = resolve("node_modules/.bin", program);
    const { stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the linter says with this repository's settings: `path:line rule`, one finding a line. */
function lint(fixture: string): string {
  const { $schema: _, vcs: __, ...settings } = JSON.parse(readFileSync("biome.json", "utf8"));
  const files = `${fixture}\n    //- biome.json\n    ${JSON.stringify(settings)}\n`;
  const output = run("biome", ["lint", "--colors=off", "--max-diagnostics=none", "."], files);
  return [...output.matchAll(/^(\S+:\d+):\d+ lint\/\w+\/(\w+)/gm)]
    .map(([, place, rule]) => `${place} ${rule}`)
    .join("\n");
}

/** The names that are exported and not used, with this repository's settings for core. */
function unused(fixture: string): string {
  const { ignoreExportsUsedInFile, workspaces } = JSON.parse(readFileSync("knip.json", "utf8"));
  const settings = { ignoreExportsUsedInFile, workspaces: { core: workspaces.core, cli: {} } };
  const files = `${fixture}
    //- knip.json
    ${JSON.stringify(settings)}
    //- package.json
    { "workspaces": ["core", "cli"] }
    //- core/package.json
    { "name": "@inittab/core", "exports": { ".": "./src/index.ts" } }
    //- cli/package.json
    { "name": "@inittab/cli", "main": "src/main.ts", "dependencies": { "@inittab/core": "*" } }
  `;
  return run("knip", ["--reporter", "compact", "--include", "exports,types"], files).trim();
}

test("there is no circle of imports, types included", () => {
  const files = `
    //- core/src/text/one.ts
    import type { Two } from "./two.ts";
    export type One = Two;
    //- core/src/text/two.ts
    import type { Three } from "./three.ts";
    export type Two = Three | undefined;
    //- core/src/text/three.ts
    import type { One } from "./one.ts";
    export type Three = One;
  `;
  expect(lint(files)).toBe(
    [
      "core/src/text/one.ts:1 noImportCycles",
      "core/src/text/three.ts:1 noImportCycles",
      "core/src/text/two.ts:1 noImportCycles",
    ].join("\n"),
  );
});

test("a name of the index has a user in another package; a test of core is none", () => {
  const files = `
    //- core/src/index.ts
    export { read, type Reading, scan, write } from "./text/read.ts";
    //- core/src/text/read.ts
    export interface Reading { readonly text: string }
    export const read = (): Reading => ({ text: "" });
    export const scan = 1;
    export const write = 2;
    //- core/src/text/read.test.ts
    import { write } from "./read.ts";
    write;
    //- cli/src/main.ts
    import { read } from "@inittab/core";
    read();
  `;
  expect(unused(files)).toBe(
    [
      "Unused exports (2)",
      "core/src/index.ts: scan, write",
      "core/src/text/read.ts: scan",
      "Unused exported types (1)",
      "core/src/index.ts: Reading",
    ].join("\n"),
  );
});

test("a test of core does not import the index", () => {
  const files = `
    //- core/src/text/read.test.ts
    import { read } from "../index.ts";
    export const text = read;
  `;
  expect(lint(files)).toContain("core/src/text/read.test.ts:1 noRestrictedImports");
});

test("the command line knows no language server except for `lsp`", () => {
  const files = `
    //- cli/src/commands/check.ts
    import { start } from "@inittab/server/node";
    export const check = start;
    //- cli/src/commands/lsp.ts
    import { start } from "@inittab/server/node";
    export const lsp = start;
  `;
  expect(lint(files)).toBe("cli/src/commands/check.ts:1 noRestrictedImports");
});

test("no function has more than 100 lines, and no file more than 400", () => {
  const statements = (count: number): string => "  call();\n".repeat(count);
  const files = (path: string, functions: readonly string[]): string =>
    `//- ${path}\n${functions.map((body, index) => `export function made${index}(): void {\n${body}}\n`).join("")}`;
  const short = files("cli/src/short.ts", Array(3).fill(statements(99)));
  const long = files("cli/src/long.ts", [statements(101)]);
  const big = files("cli/src/big.ts", Array(5).fill(statements(90)));
  expect(lint(`${short}${long}${big}`).replaceAll(/:\d+/g, "")).toBe(
    ["cli/src/big.ts noExcessiveLinesPerFile", "cli/src/long.ts noExcessiveLinesPerFunction"].join("\n"),
  );
});
