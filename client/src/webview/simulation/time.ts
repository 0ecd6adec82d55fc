// Times and levels in words, in the language of the page.

import {
  createLocalizer,
  languageFor,
  levelName as levelMessage,
  showMessages,
  describeSeconds as timeMessage,
} from "@inittab/core";

const { words } = createLocalizer([showMessages], languageFor(document.documentElement.lang));

/** Seconds as people write them: `2.5 s`, `1:30`, `2:00:00`, `3 d 0:30:00`. */
export function describeSeconds(seconds: number): string {
  return words(timeMessage(seconds));
}

/** A level in words that fit into a bar. */
export function levelName(level: string): string {
  return words(levelMessage(level));
}
