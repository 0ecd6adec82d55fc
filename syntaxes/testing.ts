// TextMate grammars as an editor runs them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

const require = createRequire(import.meta.url);

/** The grammar of a scope, from the files of this folder or from texts; the injections go into every scope. */
export async function loadGrammar(
  scope: string,
  files: Readonly<Record<string, string>>,
  injections: readonly string[] = [],
): Promise<IGrammar> {
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    getInjections: () => [...injections],
    loadGrammar: async (wanted) => {
      const source = files[wanted];
      if (source === undefined) return null;
      const text = source.startsWith("{") ? source : readFileSync(join(import.meta.dirname, source), "utf8");
      return textmate.parseRawGrammar(text, "grammar.json");
    },
  });
  const loaded = await registry.loadGrammar(scope);
  if (loaded === null) throw new Error(`the grammar of ${scope} did not load`);
  return loaded;
}
