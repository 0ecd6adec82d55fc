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
    const folder = join(languagesFolder, tag);
    for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
    // A long text is read faster than a literal of the language.
    return `export const texts = JSON.parse(${JSON.stringify(JSON.stringify(textsOf(tag)))});`;
  },
};

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
