// Node 20 does not read TypeScript, and the tests import the same files, so a program is bundled on the way.

import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Our own packages are TypeScript too. */
const ours = {
  name: "ours",
  setup(build) {
    build.onResolve({ filter: /^@inittab\// }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    }));
  },
};

const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a TypeScript program in this process, in the root of the repository; `process.argv` stays its own. */
export async function runTypeScript(program) {
  process.chdir(root);
  const outfile = join(root, "out/scripts", `${basename(dirname(program))}-${basename(program, ".ts")}.mjs`);
  await mkdir(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2023",
    packages: "external",
    plugins: [ours],
    logLevel: "warning",
  });
  await import(pathToFileURL(outfile).href);
}
