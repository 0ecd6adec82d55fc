// Modules that are read when one of their functions is first called. A dynamic import would make all that stand between it
// and the caller wait for a promise; `require` does not, neither that of Node nor that of server/src/browser/worker.ts.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

/** Their paths from the root. Each is a file of the program, named like the module. */
const modules = ["core/src/initscript/openrc/walk.ts", "core/src/lint/page.ts", "core/src/shell/reading.ts"];

/** What makes files of them: entries for Rolldown. */
export const laterEntries = Object.fromEntries(
  modules.map((path) => [nameOf(path), fileURLToPath(new URL(`../${path}`, import.meta.url))]),
);

const mark = "\0later:";
const loader = "\0later";

/** The plugin for Rolldown: whoever imports such a module gets one with the same functions. */
export const laterPlugin = {
  name: "later",
  async resolveId(id, importer, options) {
    if (id === loader) return id;
    if (importer === undefined || importer.startsWith("\0") || !id.endsWith(".ts")) return undefined;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    return Object.values(laterEntries).includes(found?.id) ? mark + found.id : undefined;
  },
  load(id) {
    if (id === loader) return "exports.load = require;";
    if (!id.startsWith(mark)) return undefined;
    const path = id.slice(mark.length);
    const file = JSON.stringify(`./${nameOf(path)}.js`);
    const functions = functionsOf(path).map(
      (name) => `export const ${name} = (...given) => load(${file}).${name}(...given);`,
    );
    return [`import { load } from ${JSON.stringify(loader)};`, ...functions].join("\n");
  },
};

function nameOf(path) {
  return basename(path, ".ts");
}

/** The functions that a module exports; it exports nothing else but types. */
function functionsOf(path) {
  const { program } = parseSync(path, readFileSync(path, "utf8"));
  return program.body.flatMap(({ type, exportKind, declaration }) => {
    if (type !== "ExportNamedDeclaration" || exportKind === "type") return [];
    if (declaration?.type !== "FunctionDeclaration") throw new Error(`${path} exports more than functions`);
    return declaration.id.name;
  });
}
