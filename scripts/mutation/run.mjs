// Changes core in small ways and looks whether a test notices: `npm run mutation`. See docs/testing.md.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "../run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("main.ts", import.meta.url)));
