// The extension's manifest, package.json of the root, where it repeats what others know.

import { existsSync, readFileSync } from "node:fs";
import { dialects } from "@inittab/core";
import { expect, test } from "vitest";
import { readManifest, withTables } from "./manifest.ts";

test("the settings offer the dialects, releases and rules of core (`npm run manifest` writes them)", () => {
  expect(readManifest()).toEqual(withTables(readManifest()));
});

test("every text of the manifest is there, and every dialect is described", () => {
  const texts: Record<string, string> = JSON.parse(readFileSync("package.nls.json", "utf8"));
  const used = [...JSON.stringify(readManifest()).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? "");
  expect(used.length).toBeGreaterThan(dialects.length);
  expect([...new Set(used)].sort()).toEqual(Object.keys(texts).sort());
});

test("the files that the manifest names exist", () => {
  const text = JSON.stringify(readManifest());
  const named = [...text.matchAll(/"(\.\/(?!dist\/)[^"]+|(?:docs|media|test-fixtures)\/[^"*]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
  expect(named.length).toBeGreaterThan(2);
});

test("the walkthrough leads to commands that exist", () => {
  const { contributes }: { contributes: { commands: readonly { command: string }[] } } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  const ours = contributes.commands.map(({ command }) => command);
  for (const file of ["package.json", "package.nls.json", "package.nls.de.json"]) {
    const text = readFileSync(file, "utf8");
    const named = [...text.matchAll(/(?:command|onCommand):(inittab\.\w+)/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((command) => !ours.includes(command))).toEqual([]);
  }
});

test("a number sign is no word, so that nothing is highlighted where a file begins with a comment", () => {
  const { wordPattern } = JSON.parse(readFileSync("language-configuration.json", "utf8"));
  const words = "# a ## b#c".match(new RegExp(String(wordPattern), "g"));
  expect(words).toEqual(["a", "b", "c"]);
});

test("Enter in an inittab is a new line, and nothing is offered but what the server offers", () => {
  const { contributes }: { contributes: Record<string, unknown> } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  expect(contributes["configurationDefaults"]).toMatchObject({
    "[inittab]": { "editor.acceptSuggestionOnEnter": "off", "editor.wordBasedSuggestions": "off" },
  });
  expect(contributes["snippets"]).toBeUndefined();
});
