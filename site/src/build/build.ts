// Builds the whole site into a folder.

import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Edition, editionsIn } from "./edition.ts";
import { exampleSystems, examplesFile } from "./examples.ts";
import { layOut, type Page } from "./layout.ts";
import { docsPages, hasGlossary } from "./pages/docs.ts";
import { landingPage } from "./pages/landing.ts";
import { manualPages } from "./pages/manual.ts";
import { playgroundPage } from "./pages/playground.ts";
import { rulePages } from "./pages/rules.ts";
import { simulationPage } from "./pages/simulation.ts";
import { buildPrograms, buildServiceWorker } from "./programs.ts";
import { systemFile } from "./systems.ts";

/** How many pages a site has. */
export interface SiteReport {
  readonly pages: number;
}

/** Builds the site of the repository at `root`, whose programs are built already, into `folder`, which is emptied. */
export async function buildSite(root: string, folder: string): Promise<SiteReport> {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const editions = editionsIn(join(root, "languages"));
  let count = 0;
  for (const edition of editions)
    for (const page of pagesOf(root, edition)) {
      const { path, text } = layOut(page, { edition, editions, hasGlossary: hasGlossary(root) });
      write(path, text);
      count++;
    }
  for (const edition of editions)
    for (const { path, text } of [simulationPage(root, edition), examplesFile(root, edition)])
      write(path, text);
  for (const name of exampleSystems) {
    const { path, text } = systemFile(root, name);
    write(path, text);
  }
  copyPictures(root, folder);
  await buildPrograms(root, folder);
  await buildServiceWorker(root, folder);
  return { pages: count };
}

function pagesOf(root: string, edition: Edition): readonly Page[] {
  const rules = rulePages(edition);
  const pages = [landingPage(edition), playgroundPage(edition), ...rules, ...manualPages(edition)];
  // The documentation is in the language of the first edition.
  if (edition.folder !== "") return pages;
  const paths = new Set(rules.map(({ path }) => path));
  return [...pages, ...docsPages(root, edition, (page) => paths.has(page))];
}

function copyPictures(root: string, folder: string): void {
  mkdirSync(join(folder, "images"), { recursive: true });
  for (const name of readdirSync(join(root, "docs/images")))
    copyFileSync(join(root, "docs/images", name), join(folder, "images", name));
}
