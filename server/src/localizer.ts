import { createLocalizer, knownCatalogues, type Localizer, languageFor } from "@inittab/core";

/** Words for all that the server says, in the language of a locale; English where there is none for it. */
export function serverLocalizer(locale: string | undefined): Localizer {
  return createLocalizer(knownCatalogues, languageFor(locale));
}
