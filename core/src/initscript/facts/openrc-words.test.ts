import { expect, test } from "vitest";
import { dependWords } from "../openrc/deptree.ts";
import { openrcKeywords } from "../openrc/keywords.ts";
import { findOpenrcWord, openrcWords } from "./openrc-words.ts";

test("every word of depend() and every keyword has its line, and no other word", () => {
  const names = (kind: string) => openrcWords.filter((fact) => fact.kind === kind).map(({ name }) => name);
  expect(names("depend").toSorted()).toEqual([...dependWords].toSorted());
  const known = openrcKeywords.filter(({ name }) => name.startsWith("-")).map(({ name }) => name);
  expect(names("keyword").toSorted()).toEqual(known.toSorted());
  expect(new Set(openrcWords.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(openrcWords.length);
});

test("a keyword is found in both spellings, and behind a `!`", () => {
  expect(openrcKeywords.filter(({ name }) => findOpenrcWord(name, ["keyword"]) === undefined)).toEqual([]);
  expect(findOpenrcWord("!-lxc", ["keyword"])?.name).toBe("-lxc");
  expect(findOpenrcWord("stop", ["keyword"])).toBeUndefined();
  expect(findOpenrcWord("stop", ["depend", "function"])?.kind).toBe("function");
  expect(findOpenrcWord("name", ["variable"])?.usage).toBe("name=VALUE");
});

test("meanings are sentences", () => {
  for (const { meaning } of openrcWords) expect(meaning).toMatch(/^[A-Z`].*\.$/);
});
