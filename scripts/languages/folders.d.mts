/** Where the folders of the languages are. */
export const languagesFolder: string;

/** The tag of every language but English. */
export function languageTags(): readonly string[];

/** A file of a language. */
export interface LanguageFile {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  /** The ids as often as they stand in the file. */
  readonly keys: readonly string[];
}

/** The files of a language with their texts, in the order of their names. */
export function filesOf(tag: string): readonly LanguageFile[];

/** The ids of the texts of a language that are rightly the same as in English. */
export function sameIn(tag: string): readonly string[];

/** All texts of a language by their ids. */
export function textsOf(tag: string): Readonly<Record<string, string>>;
