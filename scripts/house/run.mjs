// Checks the invariants of the house: `node scripts/house/run.mjs --list` prints also what is only counted so far.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "../run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("main.ts", import.meta.url)));
