// The translations: none lacks a text, and none has one that nobody asks for.

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Bundle, bundleOfSources } from "./l10n.ts";

test("the bundle has the texts of the sources (`npm run l10n` writes it)", () => {
  expect(read("l10n/bundle.l10n.json")).toEqual(bundleOfSources());
});

const languages = readdirSync("l10n").flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);

test("there is a translation", () => {
  expect(languages).toContain("de");
});

test.each(languages)("the translation into %s is complete, and keeps what stands in braces", (language) => {
  for (const [original, translation] of [
    [read("l10n/bundle.l10n.json"), read(`l10n/bundle.l10n.${language}.json`)],
    [read("package.nls.json"), read(`package.nls.${language}.json`)],
  ] as const) {
    expect(Object.keys(translation).sort()).toEqual(Object.keys(original).sort());
    for (const [key, text] of Object.entries(translation))
      expect({ key, braces: braces(text) }).toEqual({ key, braces: braces(original[key] ?? "") });
    // A copy of the original is no translation, though some words are the same in both.
    const same = Object.entries(translation).filter(([key, text]) => text === original[key]);
    expect(same.length).toBeLessThan(Object.keys(original).length / 3);
  }
});

function braces(text: string): readonly string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

function read(path: string): Bundle {
  return JSON.parse(readFileSync(path, "utf8"));
}
