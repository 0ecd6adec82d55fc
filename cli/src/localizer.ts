import { createLocalizer, knownCatalogues, type Language, type Localizer } from "@inittab/core";

/** Words for all that the program says, in a language; in English where none is given. */
export function programLocalizer(language?: Language): Localizer {
  return createLocalizer(knownCatalogues, language);
}

/** The locale of messages that an environment names. Source: locale(7). */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
}
