// Builds the extension and packs it.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./paths.ts";
import { squeeze } from "./squeeze.ts";

/** Bundles everything into `dist`. */
export function buildExtension(signal?: AbortSignal): Promise<void> {
  return node(signal, root("scripts/build.mjs"));
}

/** Folders and files from which the extension and the command line are built. */
const sources = [
  ...[
    "core/src",
    "server/src",
    "client/src",
    "cli/src",
    "syntaxes",
    "l10n",
    "languages",
    "media",
    "test-fixtures/systems/debian/etc/inittab",
    "scripts",
    "docs/images/icon.png",
  ],
  ...[
    "grammar/tree-sitter-inittab.wasm",
    "cli/policy.schema.json",
    "cli/project.schema.json",
    "cli/scenario.schema.json",
    "package.json",
    "package.nls.json",
    "package.nls.de.json",
    "package.nls.hu.json",
    "package-lock.json",
  ],
  ...["language-configuration.json", "README.md", "CHANGELOG.md", "LICENSE"],
];

/** Whether a file was made after the last change to the sources, so that building again would change nothing. */
export function isUpToDate(file: string): boolean {
  if (!existsSync(file)) return false;
  const made = statSync(file).mtimeMs;
  return sources
    .map((path) => root(path))
    .filter((path) => existsSync(path))
    .flatMap((path) => [path, ...filesBelow(path)])
    .every((path) => statSync(path).mtimeMs < made);
}

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name));
}

/** Packs what was built into this folder, for a shop; answers with the path of the .vsix. */
export async function packForShops(folder: string): Promise<string> {
  const file = await packExtension(folder);
  await squeeze(file);
  return file;
}

/** The same for this machine, where its size does not matter. */
export async function packExtension(folder: string, signal?: AbortSignal): Promise<string> {
  const file = packedFile(folder);
  mkdirSync(folder, { recursive: true });
  // The bundles hold everything, hence no dependencies.
  await node(
    signal,
    root("node_modules/@vscode/vsce/vsce"),
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    ...linksOf(process.env),
    "--out",
    file,
  );
  return file;
}

/** Shops show the README away from the repository, so that there its relative links lead to the tag that is released. */
function linksOf(environment: NodeJS.ProcessEnv): readonly string[] {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_REF_NAME: ref } = environment;
  if (server === undefined || name === undefined || ref === undefined) return ["--no-rewrite-relative-links"];
  const repository = `${server}/${name}`;
  return ["--baseContentUrl", `${repository}/blob/${ref}`, "--baseImagesUrl", `${repository}/raw/${ref}`];
}

/** Where the packed extension lies in this folder. */
export function packedFile(folder: string): string {
  const { name, version }: { name: string; version: string } = JSON.parse(
    readFileSync(root("package.json"), "utf8"),
  );
  return join(folder, `${name}-${version}.vsix`);
}

/** Runs a program of Node in the project; its output is only of interest when it fails. */
async function node(signal: AbortSignal | undefined, ...words: readonly string[]): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [...words], { cwd: root(), signal });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${words[0]} failed:\n${stdout ?? ""}${stderr ?? String(error)}`);
  }
}
