import {
  allRules,
  createLocalizer,
  knownMessageMarkdown,
  messagesWith,
  rulePage,
  ruleTable,
  topicMarkdown,
  topics,
} from "@inittab/core";
import { expect, test } from "vitest";
import { faultsOf } from "./check.ts";
import { allCatalogues, type EnglishText, englishTexts } from "./english.ts";
import { filesOf, languageTags, sameIn } from "./folders.mjs";

const english: readonly EnglishText[] = [
  { id: "lines", english: "{$count -> [one] # line *[other] # lines} of {$file}", kind: "template" },
  { id: "way", english: "{$way -> [up] starts *[down] stops} `rc`", kind: "template" },
  { id: "page", english: "The lock of `rc` in {braces}.", kind: "prose" },
  { id: "name", english: "insserv", kind: "template" },
  { id: "code", english: "`respawn`: {$id}", kind: "template" },
  { id: "bare", english: "{$one}: {$other}", kind: "template" },
];

const right = {
  lines: "{$file}: {$count -> [one] eine Zeile *[other] # Zeilen}",
  way: "`rc` {$way -> *[down] hält an [up] startet}",
  page: "Die Sperre von `rc` in {Klammern}.",
  code: "`respawn`: {$id}",
};

/** What is wrong where these texts stand in place of the right ones, each as `id: why`. */
function wrong(texts: object, same: readonly string[] = ["name"], more: object = {}): readonly string[] {
  const file = (name: string, given: object) => ({
    name,
    texts: Object.fromEntries(Object.entries(given)),
    keys: Object.keys(given),
  });
  const files = [file("a.json", { ...right, ...texts }), file("b.json", more)];
  return faultsOf({ tag: "de", files, same }, english).map(({ kind, id, why }) => `${kind}: ${id} ${why}`);
}

test("says nothing of a language that is complete", () => {
  expect(wrong({})).toEqual([]);
});

test.each([
  [
    "an id that English does not have, and one that stands twice",
    wrong({ lonely: "x" }, ["name", "gone"], { way: right.way }),
    ["unknown: lonely", "twice: way stands in a.json too", "unknown: gone"],
  ],
  ["a text that is not translated", wrong({ name: "insserv" }, []), ["untranslated: name"]],
  ["a text that is missing", wrong({}, []), ["missing: name"]],
  ["no text", wrong({ page: 7 }), ["malformed: page"]],
  [
    "a template that is not well-formed",
    wrong({ lines: "{$count -> [one] x} {$file}" }),
    ["malformed: lines"],
  ],
  [
    "other values",
    wrong({ lines: "{$count} Zeilen in {$path}" }),
    ["differs: lines lacks the value {$file}", "differs: lines adds the value {$path}"],
  ],
  [
    "a plural that the language does not have",
    wrong({ lines: "{$count -> [few] ein paar *[other] # Zeilen} {$file}" }),
    ["plural: lines chooses by {$count} for few"],
  ],
  [
    "other keys of a choice",
    wrong({ way: "`rc` {$way -> [auf] startet *[down] hält an}" }),
    ["differs: way does not choose by {$way} as English does: up, auf"],
  ],
  [
    "other code",
    wrong({ page: "Die Sperre von `init` in {Klammern}." }),
    ["differs: page lacks the code `rc`", "differs: page adds the code `init`"],
  ],
  ["an empty text", wrong({ way: "" }), ["malformed: way", "differs: way lacks the code", "differs: way"]],
])("tells of %s", (_what, faults, expected) => {
  expect(faults.length).toBe(expected.length);
  for (const [index, beginning] of expected.entries())
    expect(faults[index]?.startsWith(beginning) ? beginning : faults[index]).toBe(beginning);
});

test("every English text has an id of its own", () => {
  const ids = englishTexts().map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(5000);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("a language is asked for nothing but what it can translate", () => {
  const asked = new Map<string, string>();
  const translate = (id: string, text: string) => {
    asked.set(id, text);
    return text;
  };
  const localizer = createLocalizer(allCatalogues, { tag: "xx", plural: () => "other", translate });
  for (const rule of allRules) rulePage(rule, localizer);
  for (const topic of topics) topicMarkdown(topic, localizer);
  for (const words of ["no such file or directory", "too fast", "already been started", "is a virtual"])
    for (const known of messagesWith(words)) knownMessageMarkdown(known, localizer);
  ruleTable(localizer);
  expect(asked.size).toBeGreaterThan(1500);
  const texts = new Map(englishTexts().map(({ id, english: text }) => [id, text]));
  expect([...asked].filter(([id, text]) => texts.get(id) !== text)).toEqual([]);
});

test.each(languageTags())("nothing is wrong with %s but what is missing", (tag) => {
  const faults = faultsOf({ tag, files: filesOf(tag), same: sameIn(tag) }, englishTexts());
  expect(faults.filter(({ kind }) => kind !== "missing")).toEqual([]);
});
