import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  allRules,
  coreCatalogues,
  createLocalizer,
  programPage,
  rulePage,
  ruleTable,
  scriptRules,
  toolTagPage,
} from "@inittab/core";

const folder = join("docs", "rules");
const check = process.argv.includes("--check");

// The pages of the repository are in English.
const localizer = createLocalizer(coreCatalogues);
const pages: ReadonlyMap<string, string> = new Map([
  ["README.md", ruleTable(localizer)],
  ["../lintian-rpmlint.md", toolTagPage(scriptRules)],
  ["../programs.md", programPage()],
  ...allRules.map((rule): [string, string] => [`${rule.id}.md`, rulePage(rule, localizer)]),
]);

mkdirSync(folder, { recursive: true });
const differing: string[] = [];
for (const [name, text] of pages) {
  const path = join(folder, name);
  if (readIfThere(path) === text) continue;
  differing.push(name);
  if (!check) writeFileSync(path, text);
}
for (const name of readdirSync(folder))
  if (name.endsWith(".md") && !pages.has(name)) {
    differing.push(name);
    if (!check) rmSync(join(folder, name));
  }

if (check && differing.length > 0) {
  console.error(`docs/rules is not up to date: ${differing.join(", ")}`);
  console.error("Run: node scripts/generate-rule-docs.mjs");
  process.exitCode = 1;
} else if (!check) console.log(`docs/rules: ${pages.size} pages, ${differing.length} written or deleted`);

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
