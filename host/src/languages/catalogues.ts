/** The texts of a language: translated templates and prose by their ids. */
export interface LanguageTexts {
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Each language but English by its tag, and how its texts are loaded. The build replaces this file by one that names every
 * folder of `languages/` (`scripts/languages/plugin.mjs`); what is run without that build speaks English.
 */
export const catalogues: Readonly<Record<string, () => Promise<LanguageTexts>>> = {};
