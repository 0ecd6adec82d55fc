/** The texts of a language: translated templates and prose. */
export interface LanguageTexts {
  /** The text with this id; undefined where the language does not have it. */
  readonly textOf: (id: string) => string | undefined;
}

/**
 * Each language but English by its tag, and how its texts are found. The build replaces this file by one that names every
 * folder of `languages/` (`scripts/languages/plugin.mjs`); what is run without that build speaks English.
 */
export const catalogues: Readonly<Record<string, () => LanguageTexts>> = {};
