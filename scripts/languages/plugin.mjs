// Puts the folders of languages/ into a program: host/src/languages/catalogues.ts becomes a table of them, and each language
// a module of its own, which is loaded when it is chosen. The plugin is one of Rolldown and of Vite alike.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { languagesFolder, languageTags, textsOf } from "./folders.mjs";

const table = /\/host\/src\/languages\/catalogues\.ts$/;
const ofLanguage = "inittab-language:";

/** The plugin for those who bundle. */
export const languagesPlugin = {
  name: "inittab-languages",
  resolveId: (id) => (id.startsWith(ofLanguage) ? `\0${id}` : undefined),
  load(id) {
    if (table.test(id.replaceAll("\\", "/"))) return tableOf(languageTags());
    if (!id.startsWith(`\0${ofLanguage}`)) return undefined;
    const tag = id.slice(ofLanguage.length + 1);
    for (const each of languageTags()) {
      const folder = join(languagesFolder, each);
      for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
    }
    return tag === idsTag ? idsModule() : textsModule(tag);
  },
};

/** The ids of all languages are a module of their own: they are as long as the texts of half a language. */
const idsTag = "ids";

function idsModule() {
  return `export const ids = ${parsed(allIds())};`;
}

function textsModule(tag) {
  const texts = textsOf(tag);
  return `import { ids } from "${ofLanguage}${idsTag}";
const list = ${parsed(allIds().map((id) => texts[id] ?? null))};
export const texts = Object.fromEntries(ids.flatMap((id, index) => (list[index] === null ? [] : [[id, list[index]]])));
`;
}

function allIds() {
  return [...new Set(languageTags().flatMap((tag) => Object.keys(textsOf(tag))))].sort();
}

/** A long text is read faster than a literal of the language. */
function parsed(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function tableOf(tags) {
  const lines = tags.map((tag) => `  ${JSON.stringify(tag)}: () => import("${ofLanguage}${tag}"),\n`);
  return `export const catalogues = {\n${lines.join("")}};\n`;
}

/** The name of the file that a chunk becomes: `language-de.js` for a language. */
export function chunkFileName({ name, moduleIds }) {
  const [first = ""] = moduleIds;
  return first.startsWith(`\0${ofLanguage}`)
    ? `language-${first.slice(ofLanguage.length + 1)}.js`
    : `${name}.js`;
}
