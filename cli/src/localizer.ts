import { createLocalizer, knownCatalogues, type Localizer, languageFor } from "@inittab/core";

/** Words for all that the program says, in the language of a locale; English where there is none for it. */
export function programLocalizer(locale: string | undefined): Localizer {
  return createLocalizer(knownCatalogues, languageFor(locale));
}

/** The locale of messages that an environment names. Source: locale(7). */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
}
