// Bundles everything that is run: the extension's client and server for Node and for a browser's worker, and the
// command line. `--watch` builds again at every change.

import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { context } from "esbuild";
import { bundledPackages, thirdPartyNotices } from "./third-party-notices.mjs";
import { wasmFiles } from "./wasm-files.mjs";

const watch = process.argv.includes("--watch");
const require = createRequire(import.meta.url);

/**
 * Parts of Node that the protocol's library asks for and that a server over stdio hardly uses. They load with the first
 * use, since a tenth of the time to the first diagnostics would go into them.
 */
const lazyBuiltins = {
  name: "lazy-builtins",
  setup(build) {
    build.onResolve({ filter: /^(node:)?(child_process|crypto)$/ }, ({ path }) => ({
      path,
      namespace: "lazy",
    }));
    build.onLoad({ filter: /.*/, namespace: "lazy" }, ({ path }) => ({
      contents: `const load = require;
        for (const name of ${JSON.stringify(Object.keys(require(path)))})
          Object.defineProperty(exports, name, { enumerable: true, get: () => load(${JSON.stringify(path)})[name] });`,
    }));
  },
};

/** What is imported while the program runs, in bundles of their own: they are read when they are needed. */
const separate = {
  name: "separate",
  setup(build) {
    build.onResolve({ filter: /^\.\/language-client\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: path.replace(/ts$/, "cjs"), external: true } : undefined,
    );
  },
};

/** Where a CommonJS bundle is: web-tree-sitter and the server ask import.meta.url, which only modules have. */
const cjs = {
  platform: "node",
  format: "cjs",
  banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "__importMetaUrl" },
  plugins: [lazyBuiltins],
};

const desktop = {
  ...cjs,
  external: ["vscode"],
  plugins: [...cjs.plugins, separate],
  supported: { "dynamic-import": false },
};

/** The libraries of the protocol are CommonJS and call `require`, which modules lack. */
const esm = {
  platform: "node",
  format: "esm",
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
};

/** For a process of Node and a worker alike: each finds its own part of the libraries, and a worker has no `require`. */
const universal = {
  ...cjs,
  conditions: ["node", "browser"],
  banner: {
    js: `const __importMetaUrl = typeof require === "function"
      ? require("node:url").pathToFileURL(__filename).href : "https://localhost/";`,
  },
};

/** A worker may be started from a blob: address, which nothing can be resolved against; the client names all files. */
const browser = {
  platform: "browser",
  define: { "import.meta.url": '"https://localhost/"' },
  external: ["fs", "fs/promises", "module", "path"],
};

const bundles = [
  { in: "server/src/main.js", outfile: "dist/server/server.js", ...universal },
  { in: "client/src/node/main.ts", outfile: "dist/client/node.cjs", ...desktop },
  { in: "client/src/node/language-client.ts", outfile: "dist/client/language-client.cjs", ...desktop },
  {
    in: "client/src/browser/main.ts",
    outfile: "dist/client/browser.js",
    ...browser,
    format: "cjs",
    external: [...browser.external, "vscode"],
  },
  // The page of the simulation view: it runs in a frame without any access but to its messages.
  {
    in: "client/src/webview/simulation/main.ts",
    outfile: "dist/webview/simulation.js",
    platform: "browser",
    format: "esm",
  },
  {
    in: "client/src/webview/simulation/simulation.css",
    outfile: "dist/webview/simulation.css",
    platform: "browser",
  },
  { in: "cli/src/main.ts", outfile: "cli/dist/inittab.js", ...esm },
  { in: "cli/src/language-server.ts", outfile: "cli/dist/inittab-language-server.js", ...esm },
];

const libraries = new Set(["node_modules/web-tree-sitter", "node_modules/tree-sitter-bash"]);

for (const { in: entry, ...options } of bundles) {
  if (!existsSync(entry)) {
    console.error(`build: ${entry} does not exist yet`);
    continue;
  }
  const bundle = await context({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    metafile: true,
    sourcemap: watch,
    target: "es2023",
    // While watching, the tasks of the editor wait for its words "build finished".
    logLevel: watch ? "info" : "warning",
    ...options,
  });
  if (watch) await bundle.watch();
  else {
    const { metafile } = await bundle.rebuild();
    for (const library of bundledPackages(metafile)) libraries.add(library);
    await bundle.dispose();
  }
}

// Whatever an earlier build has left would be packed as well.
const made = new Set(bundles.map(({ outfile }) => outfile));
for (const folder of ["dist/client", "dist/server", "dist/webview"])
  for (const name of watch ? [] : await readdir(folder))
    if (!made.has(`${folder}/${name}`)) await rm(`${folder}/${name}`);

// The same schema for the editor as for the command line.
await copyFile("cli/scenario.schema.json", "dist/scenario.schema.json");

for (const folder of ["dist", "cli/dist"]) {
  await mkdir(folder, { recursive: true });
  for (const file of wasmFiles) await copyFile(file, `${folder}/${basename(file)}`);
  await writeFile(`${folder}/THIRD-PARTY-NOTICES.txt`, thirdPartyNotices([...libraries]));
}
