// Checks the inittabs of the corpus, where it is beside the checkout: how often each rule speaks is kept in
// docs/inittab-corpus.md, so that a false alarm is seen when it appears. `--write` writes that file, `--list RULE` shows
// where a rule speaks. The files belong to their authors; nothing of them is committed.

import { fileURLToPath } from "node:url";
import { runTypeScript } from "../run-typescript.mjs";

await runTypeScript(fileURLToPath(new URL("inittabs.ts", import.meta.url)));
