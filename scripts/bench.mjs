// Builds everything, then bundles and runs the benchmarks of bench/; arguments are handed on.

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { beside } = parseArgs({ strict: false, options: { beside: { type: "string" } } }).values;

await import("./build.mjs");
await bundle("main", "bench", ".");
await bundle("simulation-program", "simulation", ".");
// The same program around the simulator of another version.
if (typeof beside === "string") await bundle("simulation-program", "simulation-beside", beside);

/** In one file, with the core of this folder. */
async function bundle(entry, name, folder) {
  await build({
    entryPoints: [`bench/${entry}.ts`],
    outfile: `out/${name}.mjs`,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@inittab/core": resolve(folder, "core/src/index.ts") },
    logLevel: "warning",
  });
}

// In a process of its own, so that what a build keeps in memory is not measured.
const { status } = spawnSync(process.execPath, ["out/bench.mjs", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
