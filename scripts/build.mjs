// Bundles everything that is run: the extension's client and server for Node and for a browser's worker, and the
// command line. `--watch` builds again at every change. What is one file, esbuild makes; a program of several files is
// the business of programs.mjs.

import { spawnSync } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { context } from "esbuild";
import { rolldown, watch as watchProgram } from "rolldown";
import { lazyBuiltins } from "./lazy-builtins.mjs";
import { withSmallMemory } from "./parser-memory.mjs";
import { programs } from "./programs.mjs";
import { bundledPackages, thirdPartyNotices } from "./third-party-notices.mjs";
import { wasmFiles } from "./wasm-files.mjs";

const watch = process.argv.includes("--watch");

/** The client of the protocol is large; the bundle for browsers has it, and Node reads it there while it runs. */
const separate = {
  name: "separate",
  setup(build) {
    build.onResolve({ filter: /^\.\.\/browser\/main\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./browser.js", external: true } : undefined,
    );
  },
};

const desktop = {
  platform: "node",
  format: "cjs",
  external: ["vscode"],
  banner: { js: 'const __importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "__importMetaUrl" },
  plugins: [lazyBuiltins, separate],
  supported: { "dynamic-import": false },
};

/** A worker may be started from a blob: address, which nothing can be resolved against; the client names all files. */
const browser = {
  platform: "browser",
  define: { "import.meta.url": '"https://localhost/"' },
  external: ["fs", "fs/promises", "module", "path"],
};

const bundles = [
  { in: "server/src/browser/worker.ts", outfile: "dist/server/worker.js", ...browser, format: "iife" },
  { in: "client/src/node/main.ts", outfile: "dist/client/node.cjs", ...desktop },
  {
    in: "client/src/browser/main.ts",
    outfile: "dist/client/browser.js",
    ...browser,
    format: "cjs",
    external: [...browser.external, "vscode"],
  },
  // What the server and the command line read before all else: it needs nothing else.
  { in: "server/src/node/begin.ts", outfile: "dist/server/server.js", platform: "node", format: "cjs" },
  {
    in: "host/src/code-cache/write.ts",
    outfile: "dist/server/write-code.js",
    platform: "node",
    format: "cjs",
  },
  { in: "cli/src/code-cache/load.ts", outfile: "cli/dist/code-cache.js", platform: "node", format: "cjs" },
  {
    in: "cli/src/code-cache/record.ts",
    outfile: "cli/dist/record-code-cache.js",
    platform: "node",
    format: "cjs",
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
];

const libraries = new Set(["node_modules/web-tree-sitter", "node_modules/tree-sitter-bash"]);

const made = new Set(bundles.map(({ outfile }) => outfile));
const folders = new Set(["dist/client", "dist/server", "dist/webview", "cli/dist"]);

for (const { in: entry, ...options } of bundles) {
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
    for (const library of bundledPackages(Object.keys(metafile.inputs))) libraries.add(library);
    await bundle.dispose();
  }
}

for (const program of programs) {
  if (watch) {
    watchProgram(program).on("event", (event) => event.code === "ERROR" && console.error(event.error));
    continue;
  }
  const bundle = await rolldown(program);
  const { output } = await bundle.write(program.output);
  await bundle.close();
  for (const { fileName } of output) made.add(`${program.output.dir}/${fileName}`);
  for (const library of bundledPackages(output.flatMap(({ moduleIds }) => moduleIds))) libraries.add(library);
}

// Whatever an earlier build has left would be packed as well, and compiled code of it is of no use.
for (const folder of watch ? [] : folders)
  for (const name of await readdir(folder))
    if (!made.has(`${folder}/${name}`)) await rm(`${folder}/${name}`, { recursive: true });

// Node asks the nearest package what a file is, and that of the extension is long.
await writeFile("dist/package.json", '{ "type": "commonjs" }\n');

// The same schema for the editor as for the command line.
for (const kind of ["policy", "project", "scenario"])
  await copyFile(`cli/${kind}.schema.json`, `dist/${kind}.schema.json`);

for (const folder of ["dist", "cli/dist"]) {
  await mkdir(folder, { recursive: true });
  for (const file of wasmFiles) {
    const wasm = await readFile(file);
    const isParser = basename(file) === "web-tree-sitter.wasm";
    await writeFile(`${folder}/${basename(file)}`, isParser ? withSmallMemory(wasm) : wasm);
  }
  await writeFile(`${folder}/THIRD-PARTY-NOTICES.txt`, thirdPartyNotices([...libraries]));
}

// Starts of the command line that has just been built find its code compiled, where this Node runs them.
if (!watch) {
  const { status } = spawnSync(process.execPath, ["cli/bin/record-code-cache.js"], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
