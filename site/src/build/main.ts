// `npm run site`: builds the site into site/dist, and serves it if asked to.

import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildSite } from "./build.ts";
import { serveSite } from "./serve.ts";

const help = `npm run site [-- OPTIONS]

Builds the web page of Inittab into site/dist: static files that any host can serve.

  --serve      serves it on this machine until Ctrl-C
  --port N     the port to serve it on (default 8138)
  --help       show this`;

const { values: options } = parseArgs({
  options: {
    serve: { type: "boolean", default: false },
    port: { type: "string", default: "8138" },
    help: { type: "boolean", default: false },
  },
});

await main();

async function main(): Promise<void> {
  if (options.help) return console.log(help);
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`--port ${options.port}: expected a number from 0 to 65535`);
    process.exitCode = 2;
    return;
  }
  const root = process.cwd();
  const folder = join(root, "site/dist");
  const { pages } = await buildSite(root, folder);
  console.log(`site/dist: ${pages} pages`);
  if (!options.serve) return;
  const { address } = await serveSite(folder, port);
  console.log(`\nOpen ${address} in a browser of this machine. Ctrl-C ends it.`);
}
