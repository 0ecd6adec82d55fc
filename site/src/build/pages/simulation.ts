// The page in the frame of the playground: that of the extension's view.

import { join } from "node:path";
import { pageHtml } from "@inittab/client/simulation/page";
import { type Edition, relative } from "../edition.ts";
import { readTexts } from "../languages.ts";
import type { SiteFile } from "../layout.ts";

/** The page, with the words that the extension and core have for it in its language. */
export function simulationPage(root: string, { folder, locale }: Edition): SiteFile {
  const path = `${folder}simulation/index.html`;
  const text = pageHtml({
    source: "'self'",
    script: relative(path, "simulation.js"),
    style: relative(path, "simulation.css"),
    language: locale,
    texts: {
      ...readTexts(join(root, `l10n/bundle.l10n.${locale}.json`)),
      ...readTexts(join(root, `languages/${locale}/simulate-show.json`)),
    },
  });
  return { path, text };
}
