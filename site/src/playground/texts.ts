// The words of the playground in the language of the page, which holds the translated templates.

import { createLocalizer, type Localizer } from "@inittab/core";
import { isObject } from "./is-object.ts";
import { playgroundMessages } from "./messages.ts";

/** Words for the page; `translated`: templates by their ids as JSON, English where one is missing. */
export function pageLocalizer(locale: string, translated: string): Localizer {
  const texts: unknown = JSON.parse(translated);
  const plurals = new Intl.PluralRules(locale);
  return createLocalizer([playgroundMessages], {
    tag: locale,
    plural: (count) => plurals.select(count),
    translate: (id, english) => {
      const text = isObject(texts) ? texts[id] : undefined;
      return typeof text === "string" ? text : english;
    },
  });
}
