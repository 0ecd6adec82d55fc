// The folders of languages/: each is a language, named by its tag, with any number of JSON files from ids to texts.

import { existsSync, readdirSync, readFileSync } from "node:fs";
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
    .filter((name) => name.endsWith(".json") && name !== sameFile)
    .sort()
    .map((name) => {
      const json = readFileSync(join(languagesFolder, tag, name), "utf8");
      return { name, texts: JSON.parse(json), keys: keysIn(json) };
    });
}

/** The ids of the texts of a language that are rightly the same as in English. */
export function sameIn(tag) {
  const path = join(languagesFolder, tag, sameFile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

const sameFile = "same.json";

/** The keys of a flat object of texts; a parser would hide those that stand there twice. */
function keysIn(json) {
  return [...json.matchAll(/("(?:[^"\\]|\\.)*")\s*:\s*"(?:[^"\\]|\\.)*"/g)].map(([, key]) => JSON.parse(key));
}

/** All texts of a language by their ids. */
export function textsOf(tag) {
  return Object.assign({}, ...filesOf(tag).map(({ texts }) => texts));
}
