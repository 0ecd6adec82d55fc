// Times and levels in words, in the language of the page.

import {
  createLocalizer,
  levelName as levelMessage,
  showMessages,
  describeSeconds as timeMessage,
  translation,
} from "@inittab/core";
import { texts } from "./l10n.ts";

const tag = document.documentElement.lang;
const rules = new Intl.PluralRules(tag);
const language = translation(
  tag,
  (count) => rules.select(count),
  (id) => (Object.hasOwn(texts, id) ? texts[id] : undefined),
);
const { words } = createLocalizer([showMessages], language);

/** Seconds as people write them: `2.5 s`, `1:30`, `2:00:00`, `3 d 0:30:00`. */
export function describeSeconds(seconds: number): string {
  return words(timeMessage(seconds));
}

/** A level in words that fit into a bar. */
export function levelName(level: string): string {
  return words(levelMessage(level));
}
