// Writes a page for each lint rule below docs/rules, and the table of lintian's and rpmlint's tags, from the rules' own
// words. With --check it writes nothing and fails where a committed page differs.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "docs", "rules");
const check = process.argv.includes("--check");

/** Node 20 runs no TypeScript, so core is bundled first. */
async function loadCore() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "core", "src", "index.ts")],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}

const { allRules, coreCatalogues, createLocalizer, rulePage, ruleTable, scriptRules, toolTagPage } =
  await loadCore();
// The pages of the repository are in English.
const localizer = createLocalizer(coreCatalogues);
const pages = new Map([
  ["README.md", ruleTable(localizer)],
  ["../lintian-rpmlint.md", toolTagPage(scriptRules)],
  ...allRules.map((rule) => [`${rule.id}.md`, rulePage(rule, localizer)]),
]);

mkdirSync(folder, { recursive: true });
const differing = [];
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

function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
