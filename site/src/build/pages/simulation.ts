// The page in the frame of the playground: that of the extension's view.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pageHtml } from "@inittab/client/simulation/page";
import { type Edition, relative } from "../edition.ts";
import type { SiteFile } from "../layout.ts";

/** The page, with the words that the extension has in its language. */
export function simulationPage(root: string, { folder, locale }: Edition): SiteFile {
  const path = `${folder}simulation/index.html`;
  const bundle = join(root, `l10n/bundle.l10n.${locale}.json`);
  const texts: unknown = existsSync(bundle) ? JSON.parse(readFileSync(bundle, "utf8")) : {};
  const text = pageHtml({
    source: "'self'",
    script: relative(path, "simulation.js"),
    style: relative(path, "simulation.css"),
    language: locale,
    texts: typeof texts === "object" && texts !== null ? { ...texts } : {},
  });
  return { path, text };
}
