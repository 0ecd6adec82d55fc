// Writes a page for each lint rule below docs/rules, and the table of lintian's and rpmlint's tags, from the rules' own
// words. With --check it writes nothing and fails where a committed page differs.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("generate-rule-docs.ts", import.meta.url)));
