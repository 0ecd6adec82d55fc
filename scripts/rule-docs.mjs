// The words of rules' pages in a program of several files. They are a third of what a check would read, and only what
// explains a rule needs them: the plugin takes them out of the rules, and core/src/lint/rule-docs.ts becomes their table.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import MagicString from "magic-string";
import { parseSync, Visitor } from "oxc-parser";

const lint = fileURLToPath(new URL("../core/src/lint", import.meta.url));
const table = join(lint, "rule-docs.ts");
const words = new Set(["docs", "sources"]);

/** The plugin for Rolldown. While watching, the words stay where they are, since a change of them would go unseen. */
export const ruleDocsPlugin = process.argv.includes("--watch")
  ? undefined
  : {
      name: "rule-docs",
      transform: {
        filter: { id: /\/core\/src\/lint\/.+\.ts$/ },
        handler: async (code, id) =>
          id === table ? await tableOfWords() : withoutWords(id, code).magic?.toString(),
      },
    };

/** A file without the words of the rules in it, and their ids. */
function withoutWords(path, code) {
  const magic = new MagicString(code);
  const ids = [];
  if (!/\n\s*docs: \{/.test(code)) return { ids };
  new Visitor({
    ObjectExpression: ({ properties }) => {
      const named = (name) => properties.find(({ key }) => key?.type === "Identifier" && key.name === name);
      const id = named("id")?.value;
      if (id?.type !== "Literal" || named("code")?.value.type !== "Literal") return;
      ids.push(id.value);
      for (const { key, start, end } of properties)
        if (key?.type === "Identifier" && words.has(key.name))
          magic.remove(start, code[end] === "," ? end + 1 : end);
    },
  }).visit(parseSync(path, code).program);
  return { ids, magic };
}

/** The module that has the words: that of a rule from which none are taken, such as one of several rooms, has its own. */
async function tableOfWords() {
  const paths = readdirSync(lint, { recursive: true }).filter((path) => /(?<!\.test)\.ts$/.test(path));
  const taken = new Set(
    paths.flatMap((path) => withoutWords(path, readFileSync(join(lint, path), "utf8")).ids),
  );
  const { outputFiles } = await build({
    entryPoints: [join(lint, "all-rules.ts")],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "warning",
  });
  const [{ contents }] = outputFiles;
  const { allRules } = await import(
    `data:text/javascript;base64,${Buffer.from(contents).toString("base64")}`
  );
  const entries = allRules
    .filter(({ id }) => taken.has(id))
    .map(({ id, docs, sources }) => [id, { docs, sources }]);
  const json = JSON.stringify(JSON.stringify(Object.fromEntries(entries)));
  return `const words = JSON.parse(${json});
export const docsOf = (rule) => (words[rule.id] ?? rule).docs;
export const sourcesOf = (rule) => (words[rule.id] ?? rule).sources;
`;
}
