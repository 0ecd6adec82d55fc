// Runs a TypeScript program of this folder: `node scripts/vscode/run.mjs package --help`.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "../run-typescript.mjs";

const [program] = process.argv.splice(2, 1);
await runTypeScript(fileURLToPath(new URL(`${program}.ts`, import.meta.url)));
