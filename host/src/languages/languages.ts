// Which languages there are, and how one is loaded: its texts are read when somebody has chosen it, so that nobody else
// waits for them.

import { findLanguage, fittingTag, type Language, languageFor, translation } from "@inittab/core";
import { catalogues } from "./catalogues.ts";

/** Whether a locale names a language that can be chosen. */
export function isSpoken(locale: string): boolean {
  return findLanguage(locale) !== undefined || fittingTag(locale, Object.keys(catalogues)) !== undefined;
}

/**
 * The language for a locale such as `de-AT`, `hu_HU.UTF-8` or `C`, with its texts; English where there is none for it. A
 * language without a table of texts is there at once.
 */
export function languageOf(locale: string | undefined): Language | Promise<Language> {
  const tag = fittingTag(locale, Object.keys(catalogues));
  const load = tag === undefined ? undefined : catalogues[tag];
  return tag === undefined || load === undefined ? languageFor(locale) : withTexts(tag, load);
}

async function withTexts(tag: string, load: (typeof catalogues)[string]): Promise<Language> {
  const rules = new Intl.PluralRules(tag);
  const { texts } = await load();
  return translation(tag, (count) => rules.select(count), texts);
}
