// The languages of the product: `node scripts/languages.mjs --help` tells what can be asked about them.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("languages/main.ts", import.meta.url)));
