// `npm run -s replay -- KIND PATH…`: the sub-command `replay`, bundled from the sources as they are now, so that a fresh
// clone needs no build and an old build never answers. Nothing but the results goes to standard output.

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { wasmFiles } from "./wasm-files.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "inittab-replay-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const program = join(folder, "inittab.mjs");
await build({
  entryPoints: [join(root, "cli/src/main.ts")],
  outfile: program,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "es2023",
  logLevel: "error",
});
// The parsers are looked for beside the program.
for (const file of wasmFiles) copyFileSync(join(root, file), join(folder, basename(file)));
process.argv.splice(2, 0, "replay");
await import(pathToFileURL(program).href);
