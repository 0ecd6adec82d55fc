import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playgroundMessages } from "../playground/messages.ts";
import { message } from "../texts/message.ts";
import { editionsIn } from "./edition.ts";
import { languagesIn, translated } from "./languages.ts";
import { layOut } from "./layout.ts";
import { manualPages } from "./pages/manual.ts";
import { rulePages } from "./pages/rules.ts";

const folder = mkdtempSync(join(tmpdir(), "inittab-languages-"));

beforeAll(() => {
  mkdirSync(join(folder, "de"));
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, "de", name), JSON.stringify(value));
  write("site.json", { "bar.rules": "Regeln", "play.download": "Herunterladen" });
  write("rules.json", {
    "rule.duplicate-id.what": "Eine Kennung steht zweimal da.",
    "rule-page.why": "Warum",
  });
  write("manual.json", { "action.wait.title": "Aktion `wait`, auf Deutsch" });
  write("same.json", ["bar.manual"]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each folder is a language, and English is always there", () => {
  expect(languagesIn(folder).map(({ locale }) => locale)).toEqual(["en", "de"]);
  expect(languagesIn(join(folder, "none")).map(({ locale }) => locale)).toEqual(["en"]);
});

test("what is translated is said so, and the rest in English", () => {
  const [, german] = editionsIn(folder);
  expect(german?.say(message("bar.rules"))).toBe("Regeln");
  expect(german?.say(message("bar.manual"))).toBe("Manual");
  expect(german && translated(german.language, playgroundMessages)).toEqual({
    "play.download": "Herunterladen",
  });
});

test("rules and topics have a page in each language, which leads to the others", () => {
  const editions = editionsIn(folder);
  const pages = editions.flatMap((edition) =>
    [...rulePages(edition), ...manualPages(edition)].map((page) =>
      layOut(page, { edition, editions, hasGlossary: false }),
    ),
  );
  const german = pages.find(({ path }) => path === "de/rules/duplicate-id.html")?.text;
  expect(german).toContain('<html lang="de">');
  expect(german).toContain("<p>Eine Kennung steht zweimal da.</p>");
  expect(german).toContain('<h2 id="warum">Warum</h2>');
  expect(german).toContain('<a href="../../rules/duplicate-id.html" lang="en" hreflang="en">English</a>');
  expect(german).toContain('<a href="../../de/rules/" aria-current="true">Regeln</a>');
  // The documentation has but one edition.
  expect(german).toContain('<a href="../../docs/">');
  const english = pages.find(({ path }) => path === "rules/duplicate-id.html")?.text;
  expect(english).toContain('<a href="../de/rules/duplicate-id.html" lang="de" hreflang="de">Deutsch</a>');
  expect(
    pages.some(({ path, text }) => path.startsWith("de/manual/") && text.includes(", auf Deutsch")),
  ).toBe(true);
});
