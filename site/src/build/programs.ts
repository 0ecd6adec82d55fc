// The programs of the site: what runs in its pages, and what keeps them for the time without a network.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { bundledPackages, thirdPartyNotices } from "../../../scripts/third-party-notices.mjs";

const inPages: BuildOptions = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: "es2023",
  logLevel: "warning",
};

/** Bundles what runs in the pages, and puts the built server beside it, which runs in their worker. */
export async function buildPrograms(root: string, folder: string): Promise<void> {
  const { metafile } = await build({
    ...inPages,
    absWorkingDir: root,
    entryPoints: {
      site: "site/src/style/site.css",
      offline: "site/src/frame/offline.ts",
      playground: "site/src/playground/main.ts",
      simulation: "site/src/frame/simulation.ts",
    },
    outdir: folder,
    metafile: true,
  });
  await build({
    ...inPages,
    absWorkingDir: root,
    entryPoints: { playground: "site/src/style/playground.css", simulation: "site/src/frame/simulation.css" },
    outdir: folder,
  });
  const libraries = bundledPackages(Object.keys(metafile.inputs).map((file) => join(root, file)));
  writeFileSync(join(folder, "THIRD-PARTY-NOTICES.txt"), thirdPartyNotices(libraries));
  copyFiles(join(root, "dist/server"), join(folder, "server"), /\.js$/);
  // The server's own libraries.
  copyFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), join(folder, "server/THIRD-PARTY-NOTICES.txt"));
  copyFiles(join(root, "dist"), join(folder, "wasm"), /\.wasm$/);
}

function copyFiles(from: string, to: string, named: RegExp): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (named.test(name)) copyFileSync(join(from, name), join(to, name));
}

/** Bundles the worker that keeps the site; when all else is in the folder. */
export async function buildServiceWorker(root: string, folder: string): Promise<void> {
  const files = filesIn(folder);
  const define = {
    siteVersion: JSON.stringify(versionOf(folder, files)),
    siteFiles: JSON.stringify(files.filter((file) => kept.test(file)).map(addressOf)),
    laterFiles: JSON.stringify(files.filter((file) => later.test(file)).map(addressOf)),
  };
  await build({
    ...inPages,
    absWorkingDir: root,
    entryPoints: { "service-worker": "site/src/worker/service-worker.ts" },
    outdir: folder,
    define,
  });
}

/** What is kept at once: all that has to do with the playground, the first page, and what every page has. */
const kept =
  /^(?:[\w-]+\/)?(?:index\.html|playground\/|simulation\/)|^(?:server\/(?!language-)|wasm\/(?!tree-sitter-bash)|[\w-]+\.(?:js|css)$|images\/icon\.svg$)/;

/**
 * The parser of shell scripts is large, and most people open an inittab only; so is what belongs to
 * languages, to examples and to the first page.
 */
const later =
  /^(?:wasm\/tree-sitter-bash\.wasm|server\/language-[\w-]+\.js|systems\/[\w-]+\.json|images\/simulation\.png)$/;

/** Pages are asked for by their folders. */
function addressOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, "$1") || "./";
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}

function versionOf(folder: string, files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest("hex").slice(0, 16);
}
