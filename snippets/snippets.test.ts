// The snippets are whole tables; single records are offered by the language server, which knows the dialect of the file.

import { readFileSync } from "node:fs";
import {
  actionDialectOf,
  chooseDialect,
  dialects,
  lintInittab,
  readInittab,
  scanInittab,
} from "@inittab/core";
import { expect, test } from "vitest";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: readonly Snippet[] = Object.values(JSON.parse(readFileSync("snippets/inittab.json", "utf8")));

/** The text that is there when nothing is filled in. */
function plain({ body }: Snippet): string {
  return body
    .join("\n")
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\d+/g, "");
}

test.each(snippets.map((snippet) => [snippet.prefix, snippet] as const))(
  "%s names its dialect, and no rule has anything against it",
  (_, snippet) => {
    const text = plain(snippet);
    expect(text).not.toContain("$");
    expect(chooseDialect(text).by).toBe("comment");
    const findings = lintInittab(scanInittab(text)).findings;
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    const { records, dropped, replaced } = readInittab(text);
    expect([records.length > 0, dropped, replaced]).toEqual([true, [], []]);
  },
);

test("there is one for every set of actions", () => {
  const named = new Set(snippets.map((snippet) => actionDialectOf(chooseDialect(plain(snippet)).dialect)));
  expect(dialects.filter((dialect) => !named.has(actionDialectOf(dialect)))).toEqual(["unknown"]);
});
