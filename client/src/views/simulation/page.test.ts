import { expect, test } from "vitest";
import { type PageParts, pageHtml } from "./page.ts";

const parts: PageParts = {
  source: "https://*.vscode-cdn.net",
  script: "https://file.vscode-cdn.net/simulation.js",
  style: "https://file.vscode-cdn.net/simulation.css",
  language: "de",
  texts: { Boot: "Start" },
};

test("the page loads nothing but what is the extension's, and no link or form of it leads anywhere", () => {
  const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(pageHtml(parts)) ?? [];
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    "style-src https://*.vscode-cdn.net",
    "script-src https://*.vscode-cdn.net",
    "img-src https://*.vscode-cdn.net data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test("nothing that is put into the page changes it", () => {
  const evil = `"><img src=x onerror="evil()"><script>evil()</script>'&quot;`;
  const tagsOf = (html: string) => html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);
  const html = pageHtml({ source: evil, script: evil, style: evil, language: evil, texts: { [evil]: evil } });
  expect(tagsOf(html)).toEqual(tagsOf(pageHtml(parts)));
});
