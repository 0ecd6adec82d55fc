// Which languages there are. The texts of one are read when it is chosen and they are needed, so that nobody else waits
// for them.

import { findLanguage, fittingTag, type Language, languageFor, translation } from "@inittab/core";
import { catalogues } from "./catalogues.ts";

/** Whether a locale names a language that can be chosen. */
export function isSpoken(locale: string): boolean {
  return findLanguage(locale) !== undefined || fittingTag(locale, Object.keys(catalogues)) !== undefined;
}

/** The language for a locale such as `de-AT`, `hu_HU.UTF-8` or `C`; English where there is none for it. */
export function languageOf(locale: string | undefined): Language {
  const tag = fittingTag(locale, Object.keys(catalogues));
  const texts = tag === undefined ? undefined : catalogues[tag];
  if (tag === undefined || texts === undefined) return languageFor(locale);
  const rules = new Intl.PluralRules(tag);
  return translation(tag, (count) => rules.select(count), texts().textOf);
}
