// Builds everything, then bundles and runs the benchmarks of bench/; arguments are handed on.

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
await import("../out/bench.mjs");
