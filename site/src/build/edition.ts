// One language of the site while it is built, and how its pages find each other.

import type { Localizer, Message } from "@inittab/core";
import { languagesIn, localizerOf, type SiteLanguage } from "./languages.ts";

/** The site in one language. */
export interface Edition {
  readonly language: SiteLanguage;
  readonly locale: string;
  /** The folder of its pages, with a slash at its end; empty for the first language. */
  readonly folder: string;
  readonly localizer: Localizer;
  /** A text of ours in this language. */
  readonly say: (message: Message) => string;
}

/** An edition for each language in a folder, the one at the root first. */
export function editionsIn(folder: string): readonly Edition[] {
  return languagesIn(folder).map((language, index) => {
    const { locale } = language;
    const localizer = localizerOf(language);
    return { language, locale, folder: index === 0 ? "" : `${locale}/`, localizer, say: localizer.text };
  });
}

/** The address of a page or a file of the site as another one names it; both are paths from the root of the site. */
export function relative(from: string, to: string): string {
  const up = from.split("/").length - 1;
  const [path = "", anchor] = to.split("#");
  const shown = path === "index.html" ? "" : path.replace(/\/index\.html$/, "/");
  const address = `${"../".repeat(up)}${shown}` || "./";
  return anchor === undefined ? address : `${address}#${anchor}`;
}
