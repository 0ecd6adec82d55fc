// `npm run -s replay -- KIND PATH…`: the sub-command `replay`, bundled from the sources as they are now, so that a fresh
// clone needs no build and an old build never answers. Nothing but the results goes to standard output.

import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [new URL("../cli/src/main.ts", import.meta.url).pathname],
  bundle: true,
  write: false,
  platform: "node",
  format: "esm",
  target: "es2023",
  logLevel: "error",
});
const bundle = outputFiles[0].text;
process.argv.splice(2, 0, "replay");
await import(`data:text/javascript;base64,${Buffer.from(bundle).toString("base64")}`);
