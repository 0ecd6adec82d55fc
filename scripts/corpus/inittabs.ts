// The work of inittabs.mjs.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Finding, inittabRules, lintInittab, scanInittab } from "@inittab/core";

const folder = "../shared/corpus/inittab";
const page = "docs/inittab-corpus.md";
const what = "inittabs of the corpus";

interface CheckedTable {
  readonly name: string;
  readonly dialect: string;
  readonly findings: readonly Finding[];
}

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  if (!existsSync(folder)) {
    console.log(`${what}: skipped, because ${folder} is not there`);
    return process.env["CI"] === "true" ? 1 : 0;
  }
  const tables = checkedTables();
  const [option, rule = ""] = args;
  if (option === "--list") {
    for (const { name, findings } of tables)
      for (const { rule: id, range } of findings)
        if (id === rule) console.log(`${name}: offset ${range.start}`);
    return 0;
  }
  const text = pageOf(tables);
  if (option === "--write") {
    writeFileSync(page, text);
    return 0;
  }
  const known = existsSync(page) ? readFileSync(page, "utf8") : "";
  if (known === text) {
    console.log(`${what}: ${tables.length} files, the counts are those of ${page}`);
    return 0;
  }
  const before = new Set(known.split("\n"));
  console.log(`${what}: the counts differ from those of ${page}:`);
  for (const line of text.split("\n")) if (!before.has(line)) console.log(`  ${line}`);
  return 1;
}

function checkedTables(): readonly CheckedTable[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".inittab"))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), "latin1");
      const scan = scanInittab(text, { encoding: "latin-1" });
      return { name, dialect: scan.dialect, findings: lintInittab(scan, {}).findings };
    });
}

/** Each rule that speaks, the severe and frequent ones first. */
function pageOf(tables: readonly CheckedTable[]): string {
  const severities = ["error", "warning", "information", "hint"] as const;
  const rows = severities.flatMap((severity) => {
    const byRule = new Map<string, number>();
    for (const { findings } of tables)
      for (const rule of new Set(findings.flatMap((each) => (each.severity === severity ? each.rule : []))))
        byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    return [...byRule]
      .sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))
      .map(([rule, count]) => `| ${severity} | [${rule}](rules/${rule}.md) | ${count} |`);
  });
  const speaking = new Set(tables.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const silent = inittabRules.map(({ id }) => id).filter((id) => !speaking.has(id));
  const dialects = new Map<string, number>();
  for (const { dialect } of tables) dialects.set(dialect, (dialects.get(dialect) ?? 0) + 1);
  const read = [...dialects].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    "# What the rules find in real inittabs",
    "",
    `${tables.length} files from public repositories, read as ${read.map(([name, count]) => `${name} (${count})`).join(", ")}.`,
    "`node scripts/corpus/inittabs.mjs` checks them and compares the result with this table; `--write` writes the table.",
    "Each number counts the files in which the rule reports something.",
    "",
    "| Severity | Rule | Files |",
    "| --- | --- | --- |",
    ...rows,
    "",
    `Of ${inittabRules.length} rules these report nothing: ${silent.map((id) => `\`${id}\``).join(", ")}.`,
    "",
  ].join("\n");
}
