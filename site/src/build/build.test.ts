// The built site as a whole: every link leads somewhere, and nothing is loaded from elsewhere.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { allRules, topics } from "@inittab/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "./build.ts";
import { languagesIn } from "./languages.ts";
import { pageOfFile } from "./links.ts";

const root = join(import.meta.dirname, "../../..");
const missing =
  existsSync(join(root, "dist/server/worker.js")) || process.env["CI"] === "true"
    ? undefined
    : "npm run build has not run";

describe.skipIf(missing !== undefined)("the built site", () => {
  const folder = mkdtempSync(join(tmpdir(), "inittab-site-"));
  const pages = new Map<string, string>();

  beforeAll(async () => {
    await buildSite(root, folder);
    for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }))
      if (entry.endsWith(".html")) pages.set(entry, readFileSync(join(folder, entry), "utf8"));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("has a page for each rule, each topic and each text of the repository", () => {
    const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
    for (const name of docs) expect(pages.has(pageOfFile(`docs/${name}`) ?? "")).toBe(true);
    for (const { id } of allRules) expect(pages.has(`rules/${id}.html`), id).toBe(true);
    const manual = [...pages.keys()].filter((path) => path.startsWith("manual/"));
    expect(manual).toHaveLength(topics.length + 1);
    // In each language: the first page, the playground and its frame, the rules and the manual with their lists.
    expect(pages.size).toBe(
      languagesIn(join(root, "languages")).length * (5 + allRules.length + topics.length) + docs.length + 4,
    );
  });

  test("each address leads to a file of the site, and each anchor to a place on its page", () => {
    const broken: string[] = [];
    for (const [path, text] of pages)
      for (const [, name, address = ""] of text.matchAll(/ (href|src|data-src)="([^"]*)"/g)) {
        if (/^(https:|vscode:)/.test(address)) {
          expect(name).toBe("href");
          continue;
        }
        const [target = "", anchor] = address.split("#");
        const found = posix.join(posix.dirname(path), target);
        const file =
          target === ""
            ? path
            : target.endsWith("/") || found === "."
              ? posix.join(found, "index.html")
              : found;
        const isThere = existsSync(join(folder, file));
        const hasAnchor = anchor === undefined || pages.get(file)?.includes(` id="${anchor}"`) === true;
        if (!isThere || !hasAnchor) broken.push(`${path}: ${address}`);
      }
    expect(broken).toEqual([]);
  });

  test("no page has a script, a style or a listener of its own", () => {
    for (const [path, text] of pages) {
      expect(text, path).toContain("default-src 'none'");
      expect(text, path).not.toMatch(/<script(?![^>]* src=)|<style|<[^>]* style=|<[^>]* on\w+="/);
    }
  });

  test("each page has one title, one heading of the first rank and a language", () => {
    const framed = (path: string) => path.endsWith("simulation/index.html");
    for (const [path, text] of pages) {
      expect(text.match(/<title>[^<]+<\/title>/g), path).toHaveLength(1);
      expect(text, path).toMatch(/<html lang="[\w-]+">/);
      if (!framed(path)) expect(text.match(/<h1[ >]/g), path).toHaveLength(1);
    }
  });
});
