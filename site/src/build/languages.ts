// The languages of the site. A page exists once for each of them, except for those that are written in English alone.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coreCatalogues, createLocalizer, type Localizer } from "@inittab/core";
import { playgroundMessages } from "../playground/messages.ts";
import { siteMessages } from "../texts/messages.ts";

/** Texts by the ids of templates and of prose. */
export type Texts = Readonly<Record<string, string>>;

/** A language with its texts; what is not among them stays English. */
export interface SiteLanguage {
  readonly locale: string;
  readonly texts: Texts;
}

/** The language that everything is written in. */
const english: SiteLanguage = { locale: "en", texts: {} };

/** English, and each language that has a folder below `folder`, with all texts of the files in it. */
export function languagesIn(folder: string): readonly SiteLanguage[] {
  if (!existsSync(folder)) return [english];
  const others = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ locale: name, texts: textsIn(join(folder, name)) }));
  return [english, ...others.toSorted((one, other) => (one.locale < other.locale ? -1 : 1))];
}

/** Words for all that the site itself says, and for all that core says on its pages. */
export function localizerOf({ locale, texts }: SiteLanguage): Localizer {
  const plurals = new Intl.PluralRules(locale);
  return createLocalizer([siteMessages, playgroundMessages, ...coreCatalogues], {
    tag: locale,
    plural: (count) => plurals.select(count),
    translate: (id, text) => (Object.hasOwn(texts, id) ? texts[id] : undefined) ?? text,
  });
}

/** The templates of a catalogue that a language has. */
export function translated({ texts }: SiteLanguage, catalogue: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([id]) => Object.hasOwn(catalogue, id)));
}

/** The texts of a file of JSON; none where there is no such file. */
export function readTexts(file: string): Texts {
  const value: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  // Lists tell which ids are the same as in English.
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function textsIn(folder: string): Texts {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.assign({}, ...files.toSorted().map((name) => readTexts(join(folder, name))));
}
