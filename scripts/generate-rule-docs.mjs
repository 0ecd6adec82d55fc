// Writes a page for each lint rule below docs/rules, the table of lintian's and rpmlint's tags, and that of the programs,
// from their own words. With --check it writes nothing and fails where a committed page differs.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("generate-rule-docs.ts", import.meta.url)));
