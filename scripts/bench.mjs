// Builds everything, then bundles and runs the benchmarks of bench/; arguments are handed on.

import { spawnSync } from "node:child_process";
import { build } from "esbuild";

await import("./build.mjs");
await build({
  entryPoints: ["bench/main.ts"],
  outfile: "out/bench.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  alias: { "@inittab/core": "./core/src/index.ts" },
  logLevel: "warning",
});
// In a process of its own, so that what a build keeps in memory is not measured.
const { status } = spawnSync(process.execPath, ["out/bench.mjs", ...process.argv.slice(2)], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
