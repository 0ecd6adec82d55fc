// Runs a program of this workspace: `node conformance/run.mjs replay parse FILE` calls `main` of src/replay/main.ts. It is
// bundled from the sources as they are now, so that a fresh clone needs no build and an old build never answers. Nothing
// but the program's own output goes to standard output.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const [name = "", ...args] = process.argv.slice(2);
const entry = join(import.meta.dirname, "src", name, "main.ts");
if (!existsSync(entry)) {
  console.error(`there is no program ${name} in conformance/src`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "inittab-conformance-"));
let program;
try {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2023",
    // Each module looks for files where the program's sources are, not where the bundle is.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(entry).href) },
    logLevel: "error",
  });
  program = await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = await program.main(args);
