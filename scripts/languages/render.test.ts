// Each template of each language, with values that nobody would think of.

import { createLocalizer, type Language, type Localizer, visible } from "@inittab/core";
import { languageOf } from "@inittab/host/languages";
import { beforeAll, describe, expect, test } from "vitest";
import { allCatalogues, englishTexts } from "./english.ts";
import { languageTags } from "./folders.mjs";
import { templateValues } from "./template-values.ts";

const templates = englishTexts().filter(({ kind }) => kind === "template");

const texts = ["", "x", "q".repeat(10_000), "a\x1b[31m\r\n\u202e\0`*_{$name}[one]", "é😀\ud800", "{", "}"];
const numbers = [0, 1, 2, 5, 11, 21, 1_000_000, -1, 0.5];

describe.each(["en", ...languageTags()])("in %s", (tag) => {
  let language: Language;
  let localizer: Localizer;
  beforeAll(async () => {
    language = languageOf(tag);
    localizer = createLocalizer(allCatalogues, language);
  });

  test("each template takes any value, and shows it", () => {
    for (const { id, english } of templates) {
      const { names, always, keys } = templateValues(language.translate(id, english));
      for (const value of [...texts, ...numbers, ...keys, true, false]) {
        const values = Object.fromEntries([...names].map((name) => [name, value]));
        const words = localizer.text({ id, values });
        localizer.markdown({ id, values });
        const shown = typeof value === "boolean" ? "" : visible(String(value));
        if (always.length > 0 && !words.includes(shown))
          throw new Error(`${id}: ${shown} is not in ${words}`);
      }
    }
  });

  test("values stand apart from each other, and each has its place", () => {
    for (const { id, english } of templates) {
      const { names, always } = templateValues(language.translate(id, english));
      const values = Object.fromEntries([...names].map((name, index) => [name, `<${index}>`]));
      const words = localizer.text({ id, values });
      const lost = always.filter((name) => !words.includes(values[name] ?? ""));
      expect([id, lost]).toEqual([id, []]);
    }
  });

  test("all prose is text", () => {
    for (const { id, english, kind } of englishTexts())
      if (kind === "prose")
        expect([id, localizer.prose({ prose: id, english }).trim()]).not.toEqual([id, ""]);
  });
});
