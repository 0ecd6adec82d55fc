import { createLocalizer, knownCatalogues, type Language, type Localizer } from "@inittab/core";

/** Words for all that the server says, in a language; in English where none is given. */
export function serverLocalizer(language?: Language): Localizer {
  return createLocalizer(knownCatalogues, language);
}
