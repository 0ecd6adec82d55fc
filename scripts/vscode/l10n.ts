// The texts of the extension that are translated, collected from its sources. `npm run l10n` writes them to
// l10n/bundle.l10n.json, where a translator begins; a test compares.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./paths.ts";

/** A bundle of VS Code: the text as the sources have it, and what is shown for it. */
export type Bundle = Readonly<Record<string, string>>;

/** The bundle of all texts that the sources ask for. Throws where a text is put together instead of being one string. */
export function bundleOfSources(): Bundle {
  const texts = readdirSync(root("client/src"), { recursive: true, encoding: "utf8" })
    // What stands in for `vscode.l10n` asks for no text of its own.
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && basename(path) !== "l10n.ts")
    .flatMap((path) => textsIn(readFileSync(join(root("client/src"), path), "utf8"), path));
  return Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
}

function textsIn(source: string, path: string): readonly string[] {
  return [...source.matchAll(/\bl10n\s*\.t\(\s*("(?:[^"\\]|\\.)*")?/g)].map((match) => {
    if (match[1] === undefined)
      throw new Error(
        `${path}: the first argument of l10n.t must be one string: ${source.slice(match.index, match.index + 60)}`,
      );
    return JSON.parse(match[1]);
  });
}

if (process.argv.includes("--write"))
  writeFileSync(root("l10n/bundle.l10n.json"), `${JSON.stringify(bundleOfSources(), null, 2)}\n`);
