// `npm run site`: builds the web page of Inittab into site/dist. `-- --help` tells more.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "./run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("../site/src/build/main.ts", import.meta.url)));
