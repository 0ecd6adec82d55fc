// Runs a TypeScript program of this folder: `node scripts/vscode/run.mjs package --help`. Node 20 does not read
// TypeScript, and the tests import the same files, so they are bundled on the way.

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const [program] = process.argv.splice(2, 1);
const outfile = join(here, "../../out/scripts", `${program}.mjs`);

await mkdir(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(here, `${program}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "es2023",
  packages: "external",
  // Core is a package too, but one of ours, in TypeScript.
  alias: { "@inittab/core": join(here, "../../core/src/index.ts") },
  logLevel: "warning",
});
await import(pathToFileURL(outfile).href);
