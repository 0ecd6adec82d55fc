// `npm run package`: builds, and packs the extension into one file.

import { statSync } from "node:fs";
import { buildExtension, packForShops } from "./extension.ts";
import { root } from "./paths.ts";

await buildExtension();
const file = await packForShops(root());
const kilobytes = Math.ceil(statSync(file).size / 1000);
console.log(`${file}: ${kilobytes} KB`);
console.log(`To install it: code --install-extension ${file}`);
if (kilobytes > 1500) {
  console.error("It is larger than the 1.5 MB that it may be.");
  process.exitCode = 1;
}
