// The languages of the site. A page exists once for each of them.

import { coreCatalogues, createLocalizer, type Localizer, languageFor } from "@inittab/core";
import { playgroundMessages } from "../playground/messages.ts";
import { siteMessages } from "./messages.ts";

/** The tags of the languages; the first one has the root of the site, each other one a folder of its own. */
export const locales: readonly string[] = ["en"];

/** Words for all that the site itself says, and for all that core says on its pages. */
export function siteLocalizer(locale: string): Localizer {
  return createLocalizer([siteMessages, playgroundMessages, ...coreCatalogues], languageFor(locale));
}

/** The templates of a catalogue that a language has; without those that stay English. */
export function translated(locale: string, catalogue: Templates): Templates {
  const language = languageFor(locale);
  const all = Object.entries(catalogue).map(
    ([id, english]) => [id, language.translate(id, english)] as const,
  );
  return Object.fromEntries(all.filter(([id, text]) => text !== catalogue[id]));
}

/** By their ids. */
type Templates = Readonly<Record<string, string>>;
