// The TextMate grammar: the cases in caret notation, and that it says the same as core about real files.

import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { actions, fieldNames, fieldRange, findRunlevel, scanInittab } from "@inittab/core";
import { describe, expect, test } from "vitest";
import textmate, { type IGrammar, type IToken } from "vscode-textmate";
import { loadGrammar } from "./testing.ts";

const root = join(import.meta.dirname, "..");
const corpus = join(root, "../shared/corpus/inittab");
const require = createRequire(import.meta.url);

test("the cases in caret notation", async () => {
  const tester = require.resolve("vscode-tmgrammar-test/dist/unit.js");
  const run = promisify(execFile)(process.execPath, [tester, "syntaxes/test/*.inittab"], { cwd: root });
  const { stdout } = await run.catch((error: { stdout: string; stderr: string }) => error);
  const files = readdirSync(join(root, "syntaxes/test"));
  expect(stdout.match(/^✓/gm) ?? [], stdout).toHaveLength(files.length);
});

describe("what core knows and what is coloured is the same", () => {
  test.each(actions.map((action) => action.name))("the action %s", async (name) => {
    expect(await coloured(`id:2:${name}:/bin/true`, "keyword.control.action")).toEqual([name]);
  });

  test("no other word is an action", async () => {
    const grammar = readFileSync(join(root, "syntaxes/inittab.tmLanguage.json"), "utf8");
    const known = new Set<string>(actions.map((action) => action.name));
    const words = [...grammar.matchAll(/\(\?:([a-z|]+)\)/g)].flatMap((match) => (match[1] ?? "").split("|"));
    expect(words.length).toBeGreaterThanOrEqual(known.size);
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  test("the characters of a runlevels field", async () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const others = printable.filter((character) => character !== ":");
    const known = others.filter((character) => findRunlevel(character) !== undefined);
    const found: string[] = [];
    for (const character of others)
      found.push(...(await coloured(`id:${character}:wait:/bin/true`, "constant.numeric.runlevel")));
    expect(found).toEqual(known);
  });
});

const known = existsSync(corpus);
const name = "the fields of real files are cut where init cuts them";

test.skipIf(!known && process.env["CI"] !== "true")(
  known ? name : `${name} (skipped: no ../shared, because it is not part of a clone)`,
  async () => {
    const differences: string[] = [];
    for (const file of readdirSync(corpus).filter((path) => /-(sysvinit|busybox)\.inittab$/.test(path))) {
      const text = readFileSync(join(corpus, file), "latin1");
      const scan = scanInittab(text);
      for (const [index, line] of scan.lines.entries()) {
        // A joined line is several for the grammar, which does not know the dialect.
        if (line.kind !== "record" || line.count > 1) continue;
        const start = scan.starts[index] ?? 0;
        const source = text.slice(start, start + line.end);
        const expected = fieldNames.map((field) => textOf(source, fieldRange(line, field))).join("|");
        const shown = (await fieldsOf(source)).join("|");
        if (expected !== shown) differences.push(`${file}:${index + 1}: ${expected} is shown as ${shown}`);
      }
    }
    expect(differences).toEqual([]);
  },
);

function textOf(source: string, range: { start: number; end: number } | undefined): string {
  return range === undefined ? "" : source.slice(range.start, range.end);
}

/** The fields as the grammar cuts them: everything between its separators. */
async function fieldsOf(line: string): Promise<string[]> {
  const fields = [""];
  for (const token of await tokensOf(line)) {
    if (token.scopes.includes("punctuation.separator.field.inittab")) fields.push("");
    else fields[fields.length - 1] += line.slice(token.startIndex, Math.min(token.endIndex, line.length));
  }
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return fieldNames.map((name, index) =>
    name === "id" ? (fields[0] ?? "").slice(indent) : (fields[index] ?? ""),
  );
}

async function coloured(line: string, scope: string): Promise<string[]> {
  const tokens = await tokensOf(line);
  return tokens
    .filter((token) => token.scopes.some((name) => name.startsWith(scope)))
    .map((token) => line.slice(token.startIndex, token.endIndex));
}

async function tokensOf(line: string): Promise<readonly IToken[]> {
  return (await grammar).tokenizeLine(line, textmate.INITIAL).tokens;
}

const grammar: Promise<IGrammar> = loadGrammar("source.inittab", {
  "source.inittab": "inittab.tmLanguage.json",
});
