// Bundles the fuzzer with the sources as they are and runs it: `node scripts/fuzz/run.mjs --help`. The command line finds
// its WebAssembly files and its package where the build puts them, so `npm run build` comes first.

import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);
const outfile = `${root}out/fuzz/program.mjs`;
await build({
  entryPoints: ["scripts/fuzz/main.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "es2023",
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  // The banner runs before this takes hold: it stands in no module of ours.
  define: { "import.meta.url": JSON.stringify(pathToFileURL(`${root}cli/dist/inittab.js`).href) },
  logLevel: "warning",
});
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(process.argv.slice(2), outfile);
