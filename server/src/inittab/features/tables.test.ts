// The tables are whole files; single records are offered with the ids that are free, see completion.ts.

import {
  actionDialectOf,
  chooseDialect,
  dialects,
  lintInittab,
  readInittab,
  scanInittab,
} from "@inittab/core";
import { expect, test } from "vitest";
import { plainText } from "./snippet.ts";
import { tables } from "./tables.ts";

test.each(tables.map((table) => [table.title, table] as const))(
  "%s names its dialect, and no rule has anything against it",
  (_, { dialect, lines }) => {
    const text = plainText(lines.join("\n"));
    expect(text).not.toContain("$");
    expect(chooseDialect(text)).toMatchObject({ by: "comment", dialect });
    const findings = lintInittab(scanInittab(text)).findings;
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    const { records, dropped, replaced } = readInittab(text);
    expect([records.length > 0, dropped, replaced]).toEqual([true, [], []]);
  },
);

test("there is one for every set of actions", () => {
  const named = new Set(tables.map(({ dialect }) => actionDialectOf(dialect)));
  expect(dialects.filter((dialect) => !named.has(actionDialectOf(dialect)))).toEqual(["unknown"]);
});
