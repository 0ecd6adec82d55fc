import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

const language = load();

language.nodeTypeInfo = JSON.parse(read("src/node-types.json"));
language.HIGHLIGHTS_QUERY = read("queries/highlights.scm");
language.INJECTIONS_QUERY = read("queries/injections.scm");
language.FOLDS_QUERY = read("queries/folds.scm");
language.TAGS_QUERY = read("queries/tags.scm");

export default language;

function load() {
  try {
    return createRequire(import.meta.url)("../../build/Release/tree_sitter_inittab_binding.node");
  } catch (cause) {
    const how = "npm explore tree-sitter-inittab -- npm run build:binding";
    throw new Error(`tree-sitter-inittab: the native binding is not compiled; ${how} does that`, { cause });
  }
}
