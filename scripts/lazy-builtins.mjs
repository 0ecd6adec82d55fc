// Parts of Node that the protocol's library asks for and that hardly any run uses: they load with the first use, since a
// tenth of the time to the first diagnostics would go into them.

import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const names = /^(node:)?(child_process|crypto|os)$/;

/** The module that stands for a part of Node. */
const moduleFor = (name) => `const load = require;
for (const each of ${JSON.stringify(Object.keys(require(name)))})
  Object.defineProperty(exports, each, { enumerable: true, get: () => load(${JSON.stringify(name)})[each] });`;

/** The plugin for esbuild. */
export const lazyBuiltins = {
  name: "lazy-builtins",
  setup(build) {
    build.onResolve({ filter: names }, ({ path }) => ({ path, namespace: "lazy" }));
    build.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({ contents: moduleFor(path) }));
  },
};

const mark = "\0lazy:";

/** web-tree-sitter makes itself a `require`, which in a file of CommonJS is there. */
const moduleModule = "export const createRequire = () => require;";

/** The plugin for Rolldown. What our own modules import of Node is imported where it is needed. */
export const lazyBuiltinsOfLibraries = {
  name: "lazy-builtins",
  resolveId: {
    filter: { id: [names, /^module$/] },
    handler: (id, importer) => (importer?.includes("/node_modules/") ? mark + id : undefined),
  },
  load: (id) => {
    if (!id.startsWith(mark)) return undefined;
    const name = id.slice(mark.length);
    return name === "module" ? moduleModule : moduleFor(name);
  },
};
