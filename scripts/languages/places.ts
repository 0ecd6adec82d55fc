// Where our English stands: in the catalogues and tables of the product, and in the documents that people write.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { englishTexts } from "./english.ts";
import { type FoundWeed, weedsIn } from "./weeds.ts";

/** A weed and where it grows: the id of a text, or a file. */
export interface PlacedWeed extends FoundWeed {
  readonly place: string;
}

/** Every weed in what users read. Pages of rules are made of the prose of the rules. */
export function placedWeeds(): readonly PlacedWeed[] {
  const texts = englishTexts().map(({ id, english }) => [id, templateText(english)] as const);
  const files = ["README.md", "cli/README.md", ...documents("docs")].map(
    (path) => [path, readFileSync(path, "utf8")] as const,
  );
  return [...texts, ...files].flatMap(([place, text]) => weedsIn(text).map((weed) => ({ ...weed, place })));
}

/** A literal in a template is not a quotation. */
function templateText(template: string): string {
  return template.replace(/\{"([^"]*)"\}/g, "$1");
}

function documents(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && !path.startsWith("rules"))
    .map((path) => join(folder, path))
    .sort();
}
