// The folders of languages/: each is a language, named by its tag, with any number of JSON files from ids to texts.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the folders are. */
export const languagesFolder = fileURLToPath(new URL("../../languages", import.meta.url));

/** The tag of every language but English. */
export function languageTags() {
  return readdirSync(languagesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** The files of a language with their texts, in the order of their names; `keys` has the ids as often as they stand there. */
export function filesOf(tag) {
  return readdirSync(join(languagesFolder, tag))
    .filter((name) => name.endsWith(".json") && !isSame(name))
    .sort()
    .map((name) => {
      const json = readFileSync(join(languagesFolder, tag, name), "utf8");
      return { name, texts: JSON.parse(json), keys: keysIn(json) };
    });
}

/** The ids of the texts of a language that are rightly the same as in English: those of `same.json`, `same-cli.json` and so on. */
export function sameIn(tag) {
  const folder = join(languagesFolder, tag);
  return readdirSync(folder)
    .filter(isSame)
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
}

function isSame(name) {
  return /^same(?:-[\w-]+)?\.json$/.test(name);
}

/** The keys of a flat object of texts; a parser would hide those that stand there twice. */
function keysIn(json) {
  return [...json.matchAll(/("(?:[^"\\]|\\.)*")\s*:\s*"(?:[^"\\]|\\.)*"/g)].map(([, key]) => JSON.parse(key));
}

/** All texts of a language by their ids. */
export function textsOf(tag) {
  return Object.assign({}, ...filesOf(tag).map(({ texts }) => texts));
}
