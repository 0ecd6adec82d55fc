// Puts the folders of languages/ into a program: host/src/languages/catalogues.ts becomes a table of them, and each language
// a module of its own, which is loaded when it is chosen. The plugin is one of Rolldown and of Vite alike.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { languagesFolder, languageTags, textsOf } from "./folders.mjs";

const table = /\/host\/src\/languages\/catalogues\.ts$/;
const ofLanguage = "inittab-language:";
/** The ids stand once for all languages: they are a sixth of a package. */
const ofIds = "inittab-language-ids";

/** The plugin for those who bundle. */
export const languagesPlugin = {
  name: "inittab-languages",
  resolveId: (id) => (id.startsWith(ofLanguage) || id === ofIds ? `\0${id}` : undefined),
  load(id) {
    if (table.test(id.replaceAll("\\", "/"))) return tableOf(languageTags());
    if (id === `\0${ofIds}`) return `export const ids = ${parsed(allIds())};`;
    if (!id.startsWith(`\0${ofLanguage}`)) return undefined;
    const tag = id.slice(ofLanguage.length + 1);
    const folder = join(languagesFolder, tag);
    for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
    const texts = textsOf(tag);
    return `import { ids } from "${ofIds}";
const words = ${parsed(allIds().map((one) => texts[one] ?? null))};
export const texts = Object.fromEntries(ids.map((id, place) => [id, words[place]]).filter(([, text]) => text !== null));
`;
  },
};

/** The ids of the texts of all languages. */
function allIds() {
  return [...new Set(languageTags().flatMap((tag) => Object.keys(textsOf(tag))))];
}

/** A value as code: a long text is read faster than a literal of the language. */
function parsed(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

function tableOf(tags) {
  const lines = tags.map((tag) => `  ${JSON.stringify(tag)}: () => import("${ofLanguage}${tag}"),\n`);
  return `export const catalogues = {\n${lines.join("")}};\n`;
}

/** The name of the file that a chunk becomes: `language-de.js` for a language, `language-ids.js` for their ids. */
export function chunkFileName({ name, moduleIds }) {
  const [first = ""] = moduleIds;
  if (first === `\0${ofIds}`) return "language-ids.js";
  return first.startsWith(`\0${ofLanguage}`)
    ? `language-${first.slice(ofLanguage.length + 1)}.js`
    : `${name}.js`;
}
