// In a process of its own, where no test has a catalogue.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { knownCatalogues } from "@inittab/core";
import { expect, test } from "vitest";
import { allCatalogues, englishTexts } from "./english.ts";

test("every catalogue that makes messages is among those that can be translated", async () => {
  const root = join(import.meta.dirname, "../..");
  for (const folder of ["core", "server", "debugger", "cli", "site"])
    for (const path of readdirSync(join(root, folder, "src"), { recursive: true, encoding: "utf8" })) {
      const file = join(root, folder, "src", path);
      if (/^(?!.*\.test\.ts$).*\.ts$/.test(path) && /= messagesOf\(/.test(readFileSync(file, "utf8")))
        await import(/* @vite-ignore */ file);
    }
  const ids = new Set(englishTexts().map(({ id }) => id));
  expect(allCatalogues.length).toBeGreaterThan(30);
  const unknown = [...knownCatalogues].flatMap((catalogue) =>
    Object.keys(catalogue).filter((id) => !ids.has(id)),
  );
  expect(unknown).toEqual([]);
});
