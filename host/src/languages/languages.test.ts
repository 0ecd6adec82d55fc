import { createLocalizer, listOf } from "@inittab/core";
import { expect, test } from "vitest";
import { isSpoken, languageOf } from "./languages.ts";

const words = (locale: string | undefined) =>
  createLocalizer([], languageOf(locale)).words(listOf(["2", "3"], "or"));

test.each([
  ["de", "2 oder 3"],
  ["de-AT", "2 oder 3"],
  ["de_DE.UTF-8", "2 oder 3"],
  ["hu_HU@euro", "2 vagy 3"],
  ["en_GB.UTF-8", "2 or 3"],
  ["den", "2 or 3"],
  ["C", "2 or 3"],
  ["", "2 or 3"],
  [undefined, "2 or 3"],
  ["qps-ploc", '2⟦{" "}or{" "}⟧3'],
])("the locale %j has the words %j", (locale, expected) => {
  const spoken = words(locale);
  expect(spoken.replace("⟦ or ⟧", '⟦{" "}or{" "}⟧')).toBe(expected);
});

test("what can be chosen", () => {
  expect(["en", "de", "de-AT", "hu", "qps-ploc", "xx", "C", ""].filter(isSpoken)).toEqual([
    "en",
    "de",
    "de-AT",
    "hu",
    "qps-ploc",
  ]);
});

test("plurals are those of the language, and what has no translation stays English", () => {
  const hungarian = languageOf("hu");
  expect([0, 1, 2, 5, 1_000_000].map(hungarian.plural)).toEqual(["other", "one", "other", "other", "other"]);
  expect(hungarian.translate("no-such-id", "English")).toBe("English");
  expect(hungarian.translate("constructor", "English")).toBe("English");
});
