// The documentation of the repository, which is written in English.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { message } from "../../texts/message.ts";
import { type Edition, relative } from "../edition.ts";
import { html } from "../html.ts";
import type { Page } from "../layout.ts";
import { linkedFile, pageOfFile, pictureOfFile } from "../links.ts";
import { renderMarkdown } from "../markdown.ts";

/** The files that are shown, the first ones in this order. */
const first = ["README.md", "docs/dialects.md", "docs/simulation.md", "docs/verify.md", "docs/debugging.md"];
const last = ["docs/testing.md", "docs/architecture.md", "CONTRIBUTING.md", "CHANGELOG.md"];

/** Whether the repository explains its words. */
export function hasGlossary(root: string): boolean {
  return existsSync(join(root, "docs/glossary.md"));
}

/** A page for each file, and their list. `isPage` tells which pages the site has. */
export function docsPages(
  root: string,
  { say }: Edition,
  isRule: (page: string) => boolean,
): readonly Page[] {
  const files = docsFiles(root);
  const pages = new Map(files.map((file) => [file, pageOfFile(file) ?? ""]));
  const found = files.map((file) => {
    const path = pages.get(file) ?? "";
    const address = (target: string): string | undefined => {
      const { file: linked, anchor } = linkedFile(file, target);
      const picture = pictureOfFile(linked);
      if (picture !== undefined) return relative(path, picture);
      const page = pageOfFile(linked) ?? "";
      const isThere = pages.has(linked) || isRule(page);
      if (linked.startsWith("docs/") && linked.endsWith(".md") && !isThere)
        throw new Error(`${file} links to ${target}, which is not there`);
      return isThere ? relative(path, `${page}${anchor}`) : undefined;
    };
    const { title, body } = renderMarkdown(readFileSync(join(root, file), "utf8"), { address });
    return { file, path, title, body };
  });
  const list = found.map(
    ({ path, title }) => html`<li><a href="${relative("docs/index.html", path)}">${title}</a></li>`,
  );
  const title = say(message("docs.title"));
  return [
    {
      path: "docs/index.html",
      title,
      about: say(message("docs.about")),
      body: html`<h1>${title}</h1>
<p>${say(message("docs.about"))}</p>
<ul>${list}</ul>`,
      place: "docs",
      everywhere: false,
    },
    ...found.map(
      ({ file, path, title: own, body }): Page => ({
        path,
        title: own,
        body,
        place: file === "docs/glossary.md" ? "glossary" : "docs",
        everywhere: false,
      }),
    ),
  ];
}

function docsFiles(root: string): readonly string[] {
  const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
  const others = docs
    .map((name) => `docs/${name}`)
    .filter((file) => !first.includes(file) && !last.includes(file));
  return [...first, ...others.toSorted(), ...last];
}
