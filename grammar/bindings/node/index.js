import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import nodeGypBuild from "node-gyp-build";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

// Throws where the addon has not been compiled; `npm run build:binding` does that.
const language = nodeGypBuild(fileURLToPath(root));

language.nodeTypeInfo = JSON.parse(read("src/node-types.json"));
language.HIGHLIGHTS_QUERY = read("queries/highlights.scm");
language.INJECTIONS_QUERY = read("queries/injections.scm");
language.FOLDS_QUERY = read("queries/folds.scm");
language.TAGS_QUERY = read("queries/tags.scm");

export default language;
